using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Aot.Local.Json;

/// <summary>A JSON value. The absence of a value ("undefined") is a C# <c>null</c> reference, never an instance.</summary>
/// <remarks>Values compare deeply; the order of an object's members does not count. A value is not changed after its maker has handed it on.</remarks>
internal abstract class Value : IEquatable<Value>
{
    /// <summary>Where counting a <see cref="Weight"/> stops.</summary>
    protected const long MostWeight = long.MaxValue / 4;

    /// <summary>Reads one JSON text.</summary>
    /// <exception cref="JsonFormatException">The text is not JSON; the exception says where.</exception>
    public static Value Parse(string json)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return Parse(bytes.AsSpan(0, Encoding.UTF8.GetBytes(json, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Reads one JSON text in UTF-8.</summary>
    /// <exception cref="JsonFormatException">The text is not JSON; the exception says where.</exception>
    public static Value Parse(ReadOnlySpan<byte> utf8Json) => new JsonReader(utf8Json).ReadDocument();

    /// <summary>The value as JSON without white space.</summary>
    public string ToJson() => JsonWriter.ToText(this, indented: false);

    /// <summary>The value as JSON, two spaces a level.</summary>
    public string ToIndentedJson() => JsonWriter.ToText(this, indented: true);

    /// <summary>The value as JSON in UTF-8 without white space.</summary>
    public byte[] ToUtf8Json() => JsonWriter.ToBytes(this);

    /// <summary>Writes the value as JSON in UTF-8 without white space.</summary>
    public void WriteTo(IBufferWriter<byte> output) => JsonWriter.Write(this, output);

    /// <summary>Values in the tree below, this one included, and characters of strings: what writing or comparing the value costs at least.</summary>
    /// <remarks>Not what it takes in memory: a value that stands at several places counts at each.</remarks>
    public virtual long Weight => 1;

    public abstract bool Equals(Value? other);

    public sealed override bool Equals(object? obj) => Equals(obj as Value);

    public abstract override int GetHashCode();

    public sealed override string ToString() => ToJson();

    internal abstract void Write(JsonWriter writer);

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Value?(string? text) => text is null ? null : new StringValue(text);

    public static implicit operator Value(double number) => NumberValue.Of(number);

    public static implicit operator Value(bool boolean) => BooleanValue.Of(boolean);
}
