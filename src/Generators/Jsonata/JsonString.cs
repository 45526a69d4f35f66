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
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                quoted.Append(text[i]).Append(text[++i]);
            else
                Append(quoted, text[i]);
        }

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
                // A lone surrogate is legal in C#; escaped it survives UTF-8.
                quoted.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                break;
            default:
                quoted.Append(character);
                break;
        }
    }
}
