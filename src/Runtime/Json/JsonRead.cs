using System.Buffers.Text;
using System.ComponentModel;
using System.Text.Json;

namespace Aot.Runtime.Json;

/// <summary>The reads that generated readers share. Each finds the reader on a value's first token and leaves it on its last.</summary>
/// <remarks>A value of the wrong kind is a <see cref="JsonException"/>; <see cref="EventFault"/> adds where it stands.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonRead
{
    /// <summary>Goes to the first token of an event.</summary>
    public static void Begin(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
            throw new JsonException("The event is empty.");
    }

    /// <summary>Refuses what stands behind the event's value.</summary>
    public static void End(ref Utf8JsonReader reader)
    {
        if (reader.Read())
            throw new JsonException("The event goes on after its end.");
    }

    /// <summary>Requires the start of an object.</summary>
    public static void StartObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Unexpected(ref reader, "an object");
    }

    /// <summary>Requires the start of an array.</summary>
    public static void StartArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Unexpected(ref reader, "an array");
    }

    /// <summary>Goes to the next member's name; false at the end of the object.</summary>
    public static bool NextMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Goes to the next element; false at the end of the array.</summary>
    public static bool NextElement(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Takes the name of a dictionary's entry and goes to its value.</summary>
    public static string Key(ref Utf8JsonReader reader)
    {
        var key = Text(ref reader);
        reader.Read();
        return key;
    }

    /// <summary>Passes over a member nobody asked for.</summary>
    public static void SkipMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <summary>A string or null.</summary>
    public static string? String(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => Text(ref reader),
        JsonTokenType.Null => null,
        _ => throw Unexpected(ref reader, "a string"),
    };

    /// <summary>A string of one UTF-16 unit.</summary>
    public static char Char(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && Text(ref reader) is [var c] ? c : throw Unexpected(ref reader, "a string of one character");

    /// <summary>true or false.</summary>
    public static bool Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Unexpected(ref reader, "true or false"),
    };

    /// <summary>A string in the 8-4-4-4-12 form.</summary>
    public static Guid Guid(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value) ? value : throw Unexpected(ref reader, "a GUID");

    /// <summary>An ISO 8601-1 date and time.</summary>
    public static DateTime DateTime(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out var value) ? value : throw Unexpected(ref reader, "an ISO 8601 date and time");

    /// <summary>An ISO 8601-1 date and time with its offset.</summary>
    public static DateTimeOffset DateTimeOffset(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var value) ? value : throw Unexpected(ref reader, "an ISO 8601 date and time");

    /// <summary>A date in the form yyyy-MM-dd.</summary>
    public static DateOnly DateOnly(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && Text(ref reader) is [_, _, _, _, '-', _, _, '-', _, _] text
            && TryDigits(text, 0, 4, out var year) && TryDigits(text, 5, 2, out var month) && TryDigits(text, 8, 2, out var day)
            && year > 0 && month is > 0 and <= 12 && day > 0 && day <= System.DateTime.DaysInMonth(year, month))
        {
            return new DateOnly(year, month, day);
        }

        throw Unexpected(ref reader, "a date as yyyy-MM-dd");
    }

    /// <summary>A duration in .NET's constant form, [-][d.]hh:mm:ss[.fffffff].</summary>
    public static TimeSpan TimeSpan(ref Utf8JsonReader reader)
    {
        Span<byte> text = stackalloc byte[32];
        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= text.Length)
        {
            text = text[..reader.CopyString(text)];
            if (Utf8Parser.TryParse(text, out TimeSpan value, out var consumed, 'c') && consumed == text.Length)
                return value;
        }

        throw Unexpected(ref reader, "a duration as [-][d.]hh:mm:ss[.fffffff]");
    }

    /// <summary>Base64 or null.</summary>
    public static byte[]? Bytes(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        return reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var value) ? value : throw Unexpected(ref reader, "a base64 string");
    }

    /// <summary>Any JSON value.</summary>
    public static JsonElement Element(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>The fault of a value that is not of the kind its place asks for.</summary>
    public static JsonException Unexpected(ref Utf8JsonReader reader, string expected) => new($"Expected {expected}, found {Name(ref reader)}.");

    /// <summary>The fault of an object without a member its type requires.</summary>
    public static JsonException Missing(string member) => new($"The required member \"{member}\" is missing.");

    // GetString reports text that is not UTF-16 (a lone surrogate escape) as an InvalidOperationException.
    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("Expected a string, found one that is not valid Unicode.", fault);
        }
    }

    private static string Name(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "another string",
        JsonTokenType.Number => "a number that does not fit",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => "something else",
    };

    private static bool TryDigits(string text, int start, int count, out int number)
    {
        number = 0;
        for (var i = start; i < start + count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                return false;
            number = number * 10 + (text[i] - '0');
        }

        return true;
    }
}
