using System.Text;
using Aot.Synth.Catalog;

namespace Aot.Synth.Templates;

/// <summary>Puts generated resources into a template's text and leaves every other character as it is.</summary>
internal static class TemplateSplicer
{
    /// <param name="blocks">The generated resources that the template should hold, by logical id in ordinal order.</param>
    public static string Splice(TemplateDocument template, IReadOnlyList<ResourceBlock> blocks)
    {
        var edits = new List<Edit>();
        var wanted = blocks.ToDictionary(block => block.LogicalId, block => Layout(block, template), StringComparer.Ordinal);
        var present = template.Resources.Where(resource => resource.IsGenerated).ToArray();
        foreach (var resource in present)
            edits.Add(wanted.TryGetValue(resource.LogicalId, out var text) ? Replace(template, resource, text) : Remove(template, resource));

        var kept = present.Where(resource => wanted.ContainsKey(resource.LogicalId)).ToArray();
        var added = blocks.Where(block => kept.All(resource => resource.LogicalId != block.LogicalId));
        foreach (var group in added.GroupBy(block => Predecessor(kept, block.LogicalId)))
            edits.Add(Insert(template, kept, group.Key, group.Select(block => wanted[block.LogicalId])));

        return Apply(template.Text, edits);
    }

    private static TemplateResource? Predecessor(IEnumerable<TemplateResource> kept, string logicalId) => kept
        .Where(resource => string.CompareOrdinal(resource.LogicalId, logicalId) < 0)
        .MaxBy(resource => resource.LogicalId, StringComparer.Ordinal);

    // With a smaller generated neighbour: behind it. Without: before the first generated one, below a comment that heads them.
    // With none at all: behind the last resource.
    private static Edit Insert(TemplateDocument template, TemplateResource[] kept, TemplateResource? predecessor, IEnumerable<string> texts)
    {
        var newLine = template.NewLine;
        if (predecessor is null && kept.Length > 0)
            return new Edit(kept[0].Start, kept[0].Start, string.Concat(texts.Select(text => text + newLine)));

        var at = predecessor?.End ?? template.EndOfResources;
        var lineBreak = at > 0 && template.Text[at - 1] != '\n' ? newLine : "";
        var isFirst = template.Resources.Count == 0;
        var text = string.Join(newLine, texts);
        return new Edit(at, at, lineBreak + (isFirst ? "" : newLine) + text);
    }

    private static Edit Replace(TemplateDocument template, TemplateResource resource, string text)
    {
        var endsFile = resource.End == template.Text.Length && template.Text[^1] != '\n';
        return new Edit(resource.Start, resource.End, endsFile ? text[..^template.NewLine.Length] : text);
    }

    // The blank line above goes with the resource, as it came with it.
    private static Edit Remove(TemplateDocument template, TemplateResource resource)
    {
        var start = resource.Start;
        var blank = template.NewLine + template.NewLine;
        if (template.Text.AsSpan(0, start).EndsWith(blank))
            start -= template.NewLine.Length;
        return new Edit(start, resource.End, "");
    }

    private static string Layout(ResourceBlock block, TemplateDocument template)
    {
        var indentation = new string(' ', template.Indentation);
        var lines = block.Text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "" : indentation + line);
        return string.Join(template.NewLine, lines) + template.NewLine;
    }

    private static string Apply(string text, List<Edit> edits)
    {
        var result = new StringBuilder(text.Length);
        var position = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End))
        {
            result.Append(text, position, Math.Max(edit.Start - position, 0)).Append(edit.Text);
            position = edit.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    private sealed record Edit(int Start, int End, string Text);
}
