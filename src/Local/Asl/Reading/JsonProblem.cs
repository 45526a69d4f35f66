using System.Globalization;
using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Asl.Reading;

/// <summary>Says what is wrong with a JSON text in the words of the parser behind the service.</summary>
internal static class JsonProblem
{
    private const string ValueKinds = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

    /// <summary>The problem, without its place.</summary>
    public static string Describe(string text, JsonFormatException error)
    {
        var rest = Rest(text, error);
        if (rest.Length == 0) return "Unexpected end-of-input";
        if (error.Expected is not { } expected) return error.Message;
        var isValue = expected == "a valid value";
        if (isValue && Word(rest) is { Length: > 0 } word) return $"Unrecognized token '{word}': was expecting {ValueKinds}";
        var character = string.Create(CultureInfo.InvariantCulture, $"Unexpected character ('{rest[0]}' (code {(int)rest[0]}))");
        return isValue ? $"{character}: expected a valid value {ValueKinds}" : $"{character}: was expecting {expected}";
    }

    /// <summary>The place behind what could not be read: <c>[Source: (String)"not JSON"; line: 1, column: 4]</c>.</summary>
    public static string Place(string text, JsonFormatException error)
    {
        const int MostShown = 500; // of the text, as recorded from the same parser
        var shown = text.Length <= MostShown
            ? $"\"{text}\""
            : string.Create(CultureInfo.InvariantCulture, $"\"{text[..MostShown]}\"[truncated {text.Length - MostShown} chars]");
        var rest = Rest(text, error);
        var read = Math.Min(rest.Length, Math.Max(1, Word(rest).Length));
        return string.Create(CultureInfo.InvariantCulture, $"[Source: (String){shown}; line: {error.Line}, column: {error.Column + read}]");
    }

    private static string Rest(string text, JsonFormatException error) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text).AsSpan(error.Position));

    private static string Word(string text) => string.Concat(text.TakeWhile(character => char.IsLetterOrDigit(character) || character is '_' or '$'));
}
