using System.Buffers.Text;
using System.ComponentModel;
using System.Text.Json;

namespace Aot.Runtime.Json;

/// <summary>The writes that generated writers share, where <see cref="Utf8JsonWriter"/> has none of its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonWrite
{
    /// <summary>Writes a date as yyyy-MM-dd.</summary>
    public static void DateOnly(Utf8JsonWriter writer, DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        Digits(text[..4], value.Year);
        text[4] = text[7] = (byte)'-';
        Digits(text[5..7], value.Month);
        Digits(text[8..], value.Day);
        writer.WriteStringValue(text);
    }

    /// <summary>Writes a duration in .NET's constant form, [-][d.]hh:mm:ss[.fffffff].</summary>
    public static void TimeSpan(Utf8JsonWriter writer, TimeSpan value)
    {
        Span<byte> text = stackalloc byte[32];
        Utf8Formatter.TryFormat(value, text, out var length, 'c');
        writer.WriteStringValue(text[..length]);
    }

    /// <summary>Writes one UTF-16 unit as a string.</summary>
    public static void Char(Utf8JsonWriter writer, char value) => writer.WriteStringValue(new ReadOnlySpan<char>(in value));

    /// <summary>Writes base64 or null.</summary>
    public static void Bytes(Utf8JsonWriter writer, byte[]? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteBase64StringValue(value);
    }

    private static void Digits(Span<byte> text, int number)
    {
        for (var i = text.Length - 1; i >= 0; i--, number /= 10)
            text[i] = (byte)('0' + number % 10);
    }
}
