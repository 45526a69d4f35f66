using System.Text.RegularExpressions;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Reading;

/// <summary>Text of an attribute that names parameters and resources of the template, as <c>!Sub</c> does: <c>${Name}</c>, <c>${Name.Attribute}</c>.</summary>
/// <param name="Text">The text for the definition, in which every placeholder is the name of a substitution.</param>
/// <param name="Handles">What the placeholders stand for.</param>
internal sealed record Placeholders(string Text, EquatableArray<ResourceExpr> Handles)
{
    private static readonly Regex _placeholder = new(@"\$\{(?<name>[A-Za-z0-9:]+)(\.(?<attribute>[A-Za-z0-9.]+))?\}", RegexOptions.CultureInvariant);

    public static Placeholders Read(string text)
    {
        var handles = new List<ResourceExpr>();
        var written = _placeholder.Replace(text, match =>
        {
            var handle = HandleOf(match);
            handles.Add(handle);
            return $"${{{handle.Substitution}}}";
        });
        return new Placeholders(written, handles.Distinct().ToEquatableArray());
    }

    /// <summary>The text as constants and handles, in order.</summary>
    public static IEnumerable<Expr> Parts(string text)
    {
        var end = 0;
        foreach (Match match in _placeholder.Matches(text))
        {
            if (match.Index > end)
                yield return ConstantExpr.Of(text.Substring(end, match.Index - end));
            yield return HandleOf(match);
            end = match.Index + match.Length;
        }

        if (end < text.Length)
            yield return ConstantExpr.Of(text.Substring(end));
    }

    /// <summary>The same text as a value of the template.</summary>
    public static TemplateValue ToTemplateValue(string text)
    {
        var match = _placeholder.Match(text);
        if (!match.Success)
            return new TemplateValue(TemplateFunction.Literal, text);
        if (match.Length != text.Length)
            return new TemplateValue(TemplateFunction.Sub, text);
        var handle = HandleOf(match);
        return TemplateValues.Of(handle.LogicalId, handle.Value);
    }

    private static ResourceExpr HandleOf(Match match)
    {
        var (name, attribute) = (match.Groups["name"].Value, match.Groups["attribute"].Value);
        var value = attribute.Length == 0 ? "Ref" : $"GetAtt:{attribute}";
        return new ResourceExpr(name.Replace(":", "") + attribute.Replace(".", ""), name, value, "Ref");
    }
}
