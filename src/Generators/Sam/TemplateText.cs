using Aot.Generators.Ir;

namespace Aot.Generators.Sam;

/// <summary>Values of the template between their written form and <see cref="TemplateValue"/>.</summary>
internal static class TemplateText
{
    /// <summary><c>!GetAtt JobQueue.Arn</c></summary>
    public static YamlScalar Write(TemplateValue value) => value.Function switch
    {
        TemplateFunction.Ref => new YamlScalar($"!Ref {value.Argument}"),
        TemplateFunction.GetAtt => new YamlScalar($"!GetAtt {value.Argument}"),
        TemplateFunction.Sub => new YamlScalar($"!Sub {Yaml.Quote(value.Argument)}"),
        _ => (YamlScalar)Yaml.Text(value.Argument),
    };

    /// <summary>Reads what an author wrote in an attribute: an intrinsic function with its tag, or plain text.</summary>
    public static TemplateValue Read(string written)
    {
        var text = written.Trim();
        if (After(text, "!Ref ") is { } reference)
            return new TemplateValue(TemplateFunction.Ref, reference);
        if (After(text, "!GetAtt ") is { } attribute)
            return new TemplateValue(TemplateFunction.GetAtt, attribute);
        if (After(text, "!Sub ") is { } pattern)
            return new TemplateValue(TemplateFunction.Sub, pattern);
        return new TemplateValue(TemplateFunction.Literal, written);
    }

    private static string? After(string text, string tag)
        => text.StartsWith(tag, StringComparison.Ordinal) ? text.Substring(tag.Length).Trim().Trim('"', '\'') : null;

    /// <summary>Tags as a template writes them: <c>team: payments</c>.</summary>
    public static YamlMapping Write(EquatableArray<Tag> tags) =>
        new(tags.Select(tag => new YamlEntry(Yaml.IsPlain(tag.Key) ? tag.Key : Yaml.Quote(tag.Key), Yaml.Text(tag.Value))).ToEquatableArray());
}
