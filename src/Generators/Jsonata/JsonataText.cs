using System.Globalization;

namespace Aot.Generators.Jsonata;

/// <summary>Spells JSONata's literals and names.</summary>
internal static class JsonataText
{
    // As a step of a path these are read as something else than a name, or would puzzle a reader.
    private static readonly HashSet<string> _keywords = ["and", "or", "in", "true", "false", "null", "function"];

    /// <summary>A string literal that neither JSONata nor the template's substitution changes.</summary>
    /// <remarks>JSONata knows no <c>\'</c>. A <c>${</c> would be taken for a substitution, so it is put together at run time.</remarks>
    public static Fragment String(string value)
    {
        var parts = value.Split(["${"], StringSplitOptions.None);
        if (parts.Length == 1)
            return new Fragment(Quote(value), Precedence.Primary);

        var pieces = new List<string>();
        for (var i = 0; i < parts.Length; i++)
            pieces.Add(Quote((i > 0 ? "{" : "") + parts[i] + (i < parts.Length - 1 ? "$" : "")));
        return new Fragment(string.Join(" & ", pieces), Precedence.Additive);
    }

    public static Fragment Number(long value) => new(value.ToString(CultureInfo.InvariantCulture), value < 0 ? Precedence.Unary : Precedence.Primary);

    public static Fragment Number(double value) => new(value.ToString("R", CultureInfo.InvariantCulture), value < 0 ? Precedence.Unary : Precedence.Primary);

    /// <summary>True where a member can be named in a path; a backquoted name cannot hold a backquote.</summary>
    public static bool CanBeStep(string name) => name.Length > 0 && !name.Contains("`") && !name.Contains("${");

    /// <summary>The name of a member as a step of a path.</summary>
    public static string Step(string name) => IsIdentifier(name) && !_keywords.Contains(name) ? name : $"`{name}`";

    /// <summary>The pattern between slashes.</summary>
    public static string Regex(string pattern, bool ignoresCase) => $"/{pattern.Replace("/", "\\/")}/{(ignoresCase ? "i" : "")}";

    private static bool IsIdentifier(string name) =>
        name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_') && name[0] is not (>= '0' and <= '9');

    private static string Quote(string value) => value.All(c => c is not ('\'' or '\\') && c >= ' ') ? $"'{value}'" : JsonString.Quote(value);
}
