namespace Aot.Authoring;

/// <summary>The values of a request member that the service accepts; a constant outside of it is an error (WF6007).</summary>
/// <remarks>It bounds a number itself, the characters of a text, and the items of a list.</remarks>
/// <param name="min">The least one.</param>
/// <param name="max">The greatest one.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ValueRangeAttribute(long min, long max) : Attribute
{
    /// <summary>The least one.</summary>
    public long Min { get; } = min;

    /// <summary>The greatest one.</summary>
    public long Max { get; } = max;
}
