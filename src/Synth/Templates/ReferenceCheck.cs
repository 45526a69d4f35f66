using System.Text.RegularExpressions;
using Aot.Synth.Catalog;
using YamlDotNet.RepresentationModel;

namespace Aot.Synth.Templates;

/// <summary>What generated resources refer to, and whether the template has it.</summary>
internal static partial class ReferenceCheck
{
    /// <summary>A logical id that a resource mentions.</summary>
    /// <param name="LogicalId">The id.</param>
    /// <param name="Property">The property that mentions it, such as <c>Policies</c>.</param>
    /// <param name="Placeholder">The substitution it is the value of; null elsewhere.</param>
    /// <param name="Written">The mention as it stands in the template.</param>
    internal sealed record Reference(string LogicalId, string Property, string? Placeholder, string Written);

    /// <summary>One problem for each logical id the template lacks.</summary>
    public static IEnumerable<SynthProblem> Problems(CatalogEntry entry, TemplateDocument template) => References(entry)
        .Where(reference => !template.Names.Contains(reference.LogicalId))
        .GroupBy(reference => reference.LogicalId)
        .OrderBy(missing => missing.Key, StringComparer.Ordinal)
        .Select(missing => Describe(entry, missing.OrderBy(reference => reference.Placeholder is null).First(), template.Path));

    /// <summary>Every mention, in the order of the text.</summary>
    public static IEnumerable<Reference> References(CatalogEntry entry)
        => entry.Resources.SelectMany(block => Find(Body(block), "", null));

    /// <summary>The names that the definition may use as <c>${name}</c>.</summary>
    public static IReadOnlySet<string> Substitutions(CatalogEntry entry)
    {
        var properties = Child(Body(entry.Resources[0]), "Properties");
        return Child(properties, "DefinitionSubstitutions") is YamlMappingNode substitutions
            ? substitutions.Children.Keys.Select(Text).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>();
    }

    private static SynthProblem Describe(CatalogEntry entry, Reference reference, string template)
    {
        var user = reference.Placeholder is { } placeholder
            ? $"The placeholder ${{{placeholder}}} of {entry.LogicalId} stands for {reference.Written}"
            : $"{reference.Property} of {entry.LogicalId} mentions {reference.Written}";
        return new SynthProblem("WF7001", template, 0,
            $"{user}, but the template has no resource or parameter \"{reference.LogicalId}\". Add \"{reference.LogicalId}\" under Resources, or give {entry.Source} the logical id of one that is there.");
    }

    private static IEnumerable<Reference> Find(YamlNode node, string property, string? placeholder)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                return mapping.Children.SelectMany(child => Find(
                    child.Value,
                    property is "" or "Properties" ? Text(child.Key) : property,
                    property == "DefinitionSubstitutions" ? Text(child.Key) : placeholder));
            case YamlSequenceNode sequence:
                return sequence.Children.SelectMany(child => Find(child, property, placeholder));
            case YamlScalarNode { Value: { } value } scalar when !scalar.Tag.IsEmpty:
                var tag = scalar.Tag.Value;
                return Mentioned(tag, value).Select(id => new Reference(id, property, placeholder, $"{tag} {value}"));
            default:
                return [];
        }
    }

    private static IEnumerable<string> Mentioned(string tag, string value)
    {
        IEnumerable<string> names = tag switch
        {
            "!Ref" => [value],
            "!GetAtt" => [value.Split('.')[0]],
            "!Sub" => VariablePattern().Matches(value).Select(match => match.Groups[1].Value),
            _ => [],
        };
        return names.Where(name => !name.StartsWith("AWS::", StringComparison.Ordinal));
    }

    private static YamlNode Body(ResourceBlock block)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(block.Text));
        return ((YamlMappingNode)yaml.Documents[0].RootNode).Children.First().Value;
    }

    private static YamlNode? Child(YamlNode? node, string name)
        => (node as YamlMappingNode)?.Children.FirstOrDefault(child => Text(child.Key) == name).Value;

    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    // ${Name} and ${Name.Attribute}, not the literal ${!Name}.
    [GeneratedRegex(@"\$\{([A-Za-z0-9:]+)[^}]*\}")]
    private static partial Regex VariablePattern();
}
