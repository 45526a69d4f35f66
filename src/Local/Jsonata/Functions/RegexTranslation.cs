using System.Text;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Writes a JavaScript regular expression so that .NET reads the same from it.</summary>
internal static class RegexTranslation
{
    private const string LineEnd = @"\n\r\u2028\u2029";
    private const string Digits = "0-9";
    private const string WordCharacters = "a-zA-Z0-9_";

    // Step Functions takes the white space of ASCII only; JavaScript all of Unicode's.
    private const string WhiteSpace = @" \t\n\v\f\r";

    public static string ToDotNet(string pattern, bool isMultiline)
    {
        var translated = new StringBuilder(pattern.Length + 16);
        var isInClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var current = pattern[i];
            if (current == '\\' && i + 1 < pattern.Length)
            {
                translated.Append(Escape(pattern[++i], isInClass));
            }
            else if (isInClass)
            {
                isInClass = current != ']';
                // .NET takes [ in a class for the start of a subtraction.
                translated.Append(current == '[' ? @"\[" : current.ToString());
            }
            else
            {
                isInClass = current == '[';
                translated.Append(current switch
                {
                    '.' => $"[^{LineEnd}]",
                    '^' => isMultiline ? $@"(?<=\A|[{LineEnd}])" : @"\A",
                    '$' => isMultiline ? $@"(?=[{LineEnd}]|\z)" : @"\z",
                    '[' => OpenClass(pattern, ref i, ref isInClass),
                    _ => current.ToString(),
                });
            }
        }
        return translated.ToString();
    }

    // [] matches nothing and [^] everything; to .NET both would still be open.
    private static string OpenClass(string pattern, ref int i, ref bool isInClass)
    {
        var isNegated = i + 1 < pattern.Length && pattern[i + 1] == '^';
        i += isNegated ? 1 : 0;
        if (i + 1 >= pattern.Length || pattern[i + 1] != ']')
            return isNegated ? "[^" : "[";
        i++;
        isInClass = false;
        return isNegated ? @"[\s\S]" : "(?!)";
    }

    private static string Escape(char escaped, bool isInClass) => escaped switch
    {
        'd' => isInClass ? Digits : $"[{Digits}]",
        'D' when !isInClass => $"[^{Digits}]",
        'w' => isInClass ? WordCharacters : $"[{WordCharacters}]",
        'W' when !isInClass => $"[^{WordCharacters}]",
        's' => isInClass ? WhiteSpace : $"[{WhiteSpace}]",
        'S' when !isInClass => $"[^{WhiteSpace}]",
        'b' when !isInClass => $"(?:(?<=[{WordCharacters}])(?![{WordCharacters}])|(?<![{WordCharacters}])(?=[{WordCharacters}]))",
        'B' when !isInClass => $"(?:(?<=[{WordCharacters}])(?=[{WordCharacters}])|(?<![{WordCharacters}])(?![{WordCharacters}]))",
        '/' => "/",
        '_' => "_",
        _ => $@"\{escaped}",
    };
}
