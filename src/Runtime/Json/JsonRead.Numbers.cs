using System.Text.Json;

namespace Aot.Runtime.Json;

public static partial class JsonRead
{
    /// <summary>An integer of 0 to 255.</summary>
    public static byte Byte(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetByte(out var value) ? value : throw Unexpected(ref reader, "an integer of 0 to 255");

    /// <summary>An integer of -128 to 127.</summary>
    public static sbyte SByte(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetSByte(out var value) ? value : throw Unexpected(ref reader, "an integer of -128 to 127");

    /// <summary>An integer of 16 bits.</summary>
    public static short Int16(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt16(out var value) ? value : throw Unexpected(ref reader, "an integer of 16 bits");

    /// <summary>An integer of 16 bits without a sign.</summary>
    public static ushort UInt16(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt16(out var value) ? value : throw Unexpected(ref reader, "an integer of 16 bits without a sign");

    /// <summary>An integer of 32 bits.</summary>
    public static int Int32(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value) ? value : throw Unexpected(ref reader, "an integer of 32 bits");

    /// <summary>An integer of 32 bits without a sign.</summary>
    public static uint UInt32(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt32(out var value) ? value : throw Unexpected(ref reader, "an integer of 32 bits without a sign");

    /// <summary>An integer of 64 bits.</summary>
    public static long Int64(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) ? value : throw Unexpected(ref reader, "an integer of 64 bits");

    /// <summary>An integer of 64 bits without a sign.</summary>
    public static ulong UInt64(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var value) ? value : throw Unexpected(ref reader, "an integer of 64 bits without a sign");

    /// <summary>A number; binary, of 32 bits.</summary>
    public static float Single(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetSingle(out var value) ? value : throw Unexpected(ref reader, "a number");

    /// <summary>A number; binary, of 64 bits.</summary>
    public static double Double(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value) ? value : throw Unexpected(ref reader, "a number");

    /// <summary>A number; decimal, of 28 digits.</summary>
    public static decimal Decimal(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var value) ? value : throw Unexpected(ref reader, "a number");
}
