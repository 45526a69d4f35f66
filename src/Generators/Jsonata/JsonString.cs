using System.Globalization;
using System.Text;

namespace Aot.Generators.Jsonata;

/// <summary>Writes JSON strings; JSONata's double-quoted strings are the same.</summary>
internal static class JsonString
{
    /// <summary>The text in double quotes. Only what JSON demands is escaped: <c>&lt;</c>, <c>'</c> and letters of every script stay readable.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
            Append(quoted, character);
        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder quoted, char character)
    {
        switch (character)
        {
            case '"' or '\\':
                quoted.Append('\\').Append(character);
                break;
            case '\n':
                quoted.Append("\\n");
                break;
            case '\r':
                quoted.Append("\\r");
                break;
            case '\t':
                quoted.Append("\\t");
                break;
            case < ' ' or '\u007f' or '\u2028' or '\u2029' or (>= '\ud800' and <= '\udfff'):
                // Surrogates are escaped so that a lone one, legal in C#, survives UTF-8.
                quoted.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                break;
            default:
                quoted.Append(character);
                break;
        }
    }
}
