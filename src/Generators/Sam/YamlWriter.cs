using System.Text;

namespace Aot.Generators.Sam;

/// <summary>Writes block style with two spaces per level and line feeds, so that equal trees are equal bytes.</summary>
internal static class YamlWriter
{
    public static string Write(YamlMapping mapping)
    {
        var text = new StringBuilder();
        WriteMapping(text, mapping, 0, isInline: false);
        return text.ToString();
    }

    // After a dash the first key stands on the dash's line.
    private static void WriteMapping(StringBuilder text, YamlMapping mapping, int depth, bool isInline)
    {
        foreach (var entry in mapping.Entries)
        {
            if (!isInline)
                Indent(text, depth);
            isInline = false;
            text.Append(Yaml.IsPlain(entry.Key) ? entry.Key : Yaml.Quote(entry.Key)).Append(':');
            WriteValue(text, entry.Value, depth + 1);
        }
    }

    private static void WriteValue(StringBuilder text, Yaml value, int depth)
    {
        switch (value)
        {
            case YamlScalar scalar:
                text.Append(' ').Append(scalar.Written).Append('\n');
                break;
            case YamlMapping { Entries.Count: 0 }:
                text.Append(" {}\n");
                break;
            case YamlMapping mapping:
                text.Append('\n');
                WriteMapping(text, mapping, depth, isInline: false);
                break;
            case YamlSequence { Items.Count: 0 }:
                text.Append(" []\n");
                break;
            case YamlSequence sequence:
                text.Append('\n');
                WriteSequence(text, sequence, depth);
                break;
        }
    }

    private static void WriteSequence(StringBuilder text, YamlSequence sequence, int depth)
    {
        foreach (var item in sequence.Items)
        {
            Indent(text, depth);
            text.Append('-');
            if (item is YamlMapping { Entries.Count: > 0 } mapping)
            {
                text.Append(' ');
                WriteMapping(text, mapping, depth + 1, isInline: true);
            }
            else
            {
                WriteValue(text, item, depth + 1);
            }
        }
    }

    private static void Indent(StringBuilder text, int depth) => text.Append(' ', depth * 2);
}
