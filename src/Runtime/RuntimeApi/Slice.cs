namespace Aot.Runtime.RuntimeApi;

/// <summary>A piece of the receive buffer; no string is made of it until someone asks.</summary>
internal readonly record struct Slice(int Start, int Length)
{
    public bool IsEmpty => Length == 0;

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> buffer) => buffer.Slice(Start, Length);
}
