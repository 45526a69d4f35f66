#pragma warning disable IDE0130 // The C# compiler looks for these types in this namespace.
namespace System;

// netstandard2.0 lacks the types that list patterns and `[^1]` compile to.
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;

    public static implicit operator Index(int value) => new(value);
}

internal readonly struct Range(Index start, Index end)
{
    public Index Start { get; } = start;

    public Index End { get; } = end;
}
