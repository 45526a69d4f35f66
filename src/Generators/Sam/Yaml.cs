namespace Aot.Generators.Sam;

/// <summary>A piece of a template.</summary>
internal abstract record Yaml
{
    private static readonly string[] _ambiguous = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];

    /// <summary>Text that YAML reads back as the same string.</summary>
    public static Yaml Text(string value) => new YamlScalar(IsPlain(value) ? value : IsPrintable(value) && value.Contains('"') ? SingleQuote(value) : Quote(value));

    public static Yaml Number(int value) => new YamlScalar(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Yaml Boolean(bool value) => new YamlScalar(value ? "true" : "false");

    /// <summary>Text that is written as it is: an intrinsic function with its tag.</summary>
    public static Yaml Verbatim(string value) => new YamlScalar(value);

    // Only what no reader of YAML 1.1 or 1.2 takes for anything but text.
    public static bool IsPlain(string value)
        => value.Length > 0
        && (char.IsLetter(value[0]) || value[0] is '/')
        && value[value.Length - 1] != ':'
        && value.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '/' or '-' or '_' or ':')
        && !_ambiguous.Contains(value, StringComparer.OrdinalIgnoreCase);

    /// <summary>In double quotes, where every character has a form.</summary>
    public static string Quote(string value)
    {
        var text = new System.Text.StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\t' => text.Append("\\t"),
                _ when IsSpecial(c) => text.Append("\\u").Append(((int)c).ToString("x4")),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    // JSON text stays readable in single quotes, which know no escapes.
    private static string SingleQuote(string value) => $"'{value.Replace("'", "''")}'";

    private static bool IsPrintable(string value) => !value.Any(IsSpecial);

    private static bool IsSpecial(char c) => c is < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff';
}

/// <summary>A value on its key's line.</summary>
internal sealed record YamlScalar(string Written) : Yaml;

/// <summary>Items below their key, each behind a dash.</summary>
internal sealed record YamlSequence(EquatableArray<Yaml> Items) : Yaml;

/// <summary>Keys below their parent, in the order they are written; entries without a value are left out.</summary>
internal sealed record YamlMapping(EquatableArray<YamlEntry> Entries) : Yaml
{
    public static YamlMapping Of(params (string Key, Yaml? Value)[] entries)
        => new(entries.Where(entry => entry.Value is not null).Select(entry => new YamlEntry(entry.Key, entry.Value!)).ToEquatableArray());
}

/// <summary>One line of a mapping.</summary>
internal sealed record YamlEntry(string Key, Yaml Value);
