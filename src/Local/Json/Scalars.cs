namespace Aot.Local.Json;

/// <summary>JSON <c>null</c>; one instance.</summary>
internal sealed class NullValue : Value
{
    public static readonly NullValue Instance = new();

    private NullValue()
    {
    }

    public override bool Equals(Value? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => 0;

    internal override void Write(JsonWriter writer) => writer.WriteRaw("null"u8);
}

/// <summary>JSON <c>true</c> or <c>false</c>; two instances.</summary>
internal sealed class BooleanValue : Value
{
    public static readonly BooleanValue True = new(true);
    public static readonly BooleanValue False = new(false);

    private BooleanValue(bool boolean) => Boolean = boolean;

    public bool Boolean { get; }

    public static BooleanValue Of(bool boolean) => boolean ? True : False;

    public override bool Equals(Value? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Boolean ? 1 : 2;

    internal override void Write(JsonWriter writer) => writer.WriteRaw(Boolean ? "true"u8 : "false"u8);
}

/// <summary>A JSON number: a double, as in JavaScript.</summary>
internal sealed class NumberValue(double number) : Value
{
    private const int SmallestShared = -1;
    private const int LargestShared = 1023;
    private static readonly NumberValue[] Shared = [.. Enumerable.Range(SmallestShared, LargestShared - SmallestShared + 1).Select(n => new NumberValue(n))];

    public double Number { get; } = number;

    /// <summary>The number's value; small whole numbers are shared.</summary>
    public static NumberValue Of(double number)
    {
        var whole = (int)number;
        return whole == number && whole is >= SmallestShared and <= LargestShared ? Shared[whole - SmallestShared] : new NumberValue(number);
    }

    public override bool Equals(Value? other) => other is NumberValue that && Number == that.Number;

    // 0 and -0 are equal, so they must share a hash code.
    public override int GetHashCode() => Number == 0 ? 0 : Number.GetHashCode();

    internal override void Write(JsonWriter writer) => writer.WriteNumber(Number);
}

/// <summary>A JSON string: UTF-16 code units, unpaired surrogates allowed.</summary>
internal sealed class StringValue(string text) : Value
{
    public static readonly StringValue Empty = new("");

    public string Text { get; } = text;

    public override long Weight => Text.Length + 1;

    public override bool Equals(Value? other) => other is StringValue that && Text == that.Text;

    public override int GetHashCode() => Text.GetHashCode();

    internal override void Write(JsonWriter writer) => writer.WriteString(Text);
}
