using System.Collections.Frozen;

namespace Aot.Local.Asl.Reading;

/// <summary>Finds the variables an expression reads from outside itself, by its words alone.</summary>
/// <remarks>Good enough for warnings: names bound anywhere in the expression count as its own.</remarks>
internal static class ExpressionNames
{
    private static readonly FrozenSet<string> _functions = new[]
    {
        "abs", "append", "assert", "average", "base64decode", "base64encode", "boolean", "ceil", "clone", "contains", "count",
        "decodeUrl", "decodeUrlComponent", "distinct", "each", "encodeUrl", "encodeUrlComponent", "error", "exists", "filter",
        "floor", "formatBase", "formatInteger", "formatNumber", "fromMillis", "join", "keys", "length", "lookup", "lowercase",
        "map", "match", "max", "merge", "millis", "min", "not", "now", "number", "pad", "parseInteger", "power", "random",
        "reduce", "replace", "reverse", "round", "shuffle", "sift", "single", "sort", "split", "spread", "sqrt", "string",
        "substring", "substringAfter", "substringBefore", "sum", "toMillis", "trim", "type", "uppercase", "zip",
        "hash", "parse", "partition", "range", "uuid", // added by Step Functions
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All names after a dollar sign, each once, in order.</summary>
    public static List<string> Mentioned(string source) => Scan(source).Read;

    /// <summary>The names that only a variable from outside can give a value, each once, in order.</summary>
    public static List<string> Free(string source)
    {
        var (read, bound) = Scan(source);
        return read.FindAll(name => name != "states" && !bound.Contains(name) && !_functions.Contains(name));
    }

    private static (List<string> Read, HashSet<string> Bound) Scan(string source)
    {
        List<string> read = [];
        HashSet<string> bound = [];
        var parameters = false;
        for (var i = 0; i < source.Length; i++)
        {
            var character = source[i];
            if (character is '"' or '\'' or '`') i = EndOf(source, i, character);
            else if (character == '/' && source.AsSpan(i).StartsWith("/*")) i = Math.Max(i, source.IndexOf("*/", i + 2, StringComparison.Ordinal) + 1);
            else if (character == '/' && StartsRegex(source, i)) i = EndOf(source, i, '/');
            else if (character == ')') parameters = false;
            else if (character == '$')
            {
                var end = i + 1;
                while (end < source.Length && (char.IsLetterOrDigit(source[end]) || source[end] == '_')) end++;
                var name = source[(i + 1)..end];
                i = end - 1;
                if (name.Length == 0) continue;
                var rest = source.AsSpan(end).TrimStart();
                if (parameters || rest.StartsWith(":=") || IsPathBinding(source, end - name.Length - 1)) bound.Add(name);
                if (!read.Contains(name)) read.Add(name);
            }
            else if (char.IsLetter(character))
            {
                var end = i + 1;
                while (end < source.Length && (char.IsLetterOrDigit(source[end]) || source[end] == '_')) end++;
                if (source.AsSpan(i, end - i) is "function" or "λ") parameters = true;
                i = end - 1;
            }
        }
        return (read, bound);
    }

    private static int EndOf(string source, int start, char quote)
    {
        for (var i = start + 1; i < source.Length; i++)
        {
            if (source[i] == '\\' && quote != '`') i++;
            else if (source[i] == quote) return i;
        }
        return source.Length - 1;
    }

    // A slash after an operand divides; anywhere else it opens a regular expression.
    private static bool StartsRegex(string source, int at)
    {
        var before = source.AsSpan(0, at).TrimEnd();
        return before.Length == 0 || "(,:=?[{&|~>;".Contains(before[^1]);
    }

    // items@$i and items#$i bind.
    private static bool IsPathBinding(string source, int at) => at > 0 && source[at - 1] is '@' or '#';
}
