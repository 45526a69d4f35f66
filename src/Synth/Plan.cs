using Aot.Synth.Catalog;
using Aot.Synth.Definitions;
using Aot.Synth.Output;
using Aot.Synth.Templates;

namespace Aot.Synth;

/// <summary>Every file as it should be, worked out before the first one is touched.</summary>
/// <param name="Files">Definitions, fragments and the template.</param>
/// <param name="Problems">Why nothing may be written; empty when all is well.</param>
internal sealed record Plan(IReadOnlyList<OutputFile> Files, IReadOnlyList<SynthProblem> Problems)
{
    /// <exception cref="SynthException">The template cannot be used at all.</exception>
    public static Plan Make(SynthOptions options, IReadOnlyList<CatalogEntry> entries)
    {
        var template = TemplateDocument.Load(options.Template);
        var problems = new List<SynthProblem>();
        problems.AddRange(Duplicates(entries, template));
        problems.AddRange(entries.SelectMany(entry => CheckDefinition(options, entry)));
        if (problems.Count > 0)
            return new Plan([], problems);

        var templateFolder = Path.GetDirectoryName(options.Template)!;
        var blocks = entries.SelectMany(entry => Placed(options, entry, templateFolder)).OrderBy(block => block.LogicalId, StringComparer.Ordinal).ToArray();
        var spliced = TemplateDocument.Parse(options.Template, TemplateSplicer.Splice(template, blocks), template.HasByteOrderMark);
        problems.AddRange(entries.SelectMany(entry => ReferenceCheck.Problems(entry, spliced)));

        var files = new List<OutputFile>();
        files.AddRange(entries.Where(entry => entry.IsMachine).Select(entry => new OutputFile(DefinitionPath(options, entry), EndLine(entry.Definition!))));
        files.AddRange(Fragments(options, entries, templateFolder));
        files.AddRange(Orphans(options, template, spliced, templateFolder));
        files.Add(new OutputFile(options.Template, spliced.Text, spliced.HasByteOrderMark));
        return new Plan(files, problems);
    }

    /// <summary>The resources of an entry with their paths written for a file in <paramref name="folder"/>.</summary>
    private static IEnumerable<ResourceBlock> Placed(SynthOptions options, CatalogEntry entry, string folder)
    {
        var definition = RelativePath(folder, DefinitionPath(options, entry));
        var code = RelativePath(folder, Path.GetDirectoryName(options.Template)!);
        return entry.Resources.Select(block => block with
        {
            Text = block.Text
                .Replace($": {ResourceBlock.DefinitionUri}\n", $": {definition}\n", StringComparison.Ordinal)
                .Replace($": {ResourceBlock.CodeUri}\n", $": {code}\n", StringComparison.Ordinal),
        });
    }

    private static IEnumerable<OutputFile> Fragments(SynthOptions options, IReadOnlyList<CatalogEntry> entries, string templateFolder)
    {
        foreach (var system in entries.Where(entry => entry.IsMachine).GroupBy(entry => entry.Folder).OrderBy(system => system.Key, StringComparer.Ordinal))
        {
            var folder = FolderOf(options.ProjectFolder, system.Key);
            var called = system.SelectMany(ReferenceCheck.References).Select(reference => reference.LogicalId).ToHashSet(StringComparer.Ordinal);
            var members = entries.Where(entry => entry.Folder == system.Key || (!entry.IsMachine && called.Contains(entry.LogicalId))).ToArray();
            var blocks = members.SelectMany(entry => Placed(options, entry, folder)).OrderBy(block => block.LogicalId, StringComparer.Ordinal).ToArray();
            var expected = members.SelectMany(ReferenceCheck.References).Select(reference => reference.LogicalId)
                .Except(blocks.Select(block => block.LogicalId)).Order(StringComparer.Ordinal).ToArray();
            yield return new OutputFile(FragmentPath(folder), Fragment.Write(expected, blocks));
        }
    }

    // A definition is ours to delete when a resource of ours named it until now; the fragment beside it goes with the folder's last machine.
    private static IEnumerable<OutputFile> Orphans(SynthOptions options, TemplateDocument before, TemplateDocument after, string templateFolder)
    {
        var named = after.Resources.Select(resource => resource.DefinitionUri).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var folders = named.Select(definition => FolderOf(templateFolder, Path.GetDirectoryName(definition)!)).ToHashSet(StringComparer.Ordinal);
        foreach (var resource in before.Resources.Where(resource => resource is { IsGenerated: true, DefinitionUri: not null } && !named.Contains(resource.DefinitionUri)))
        {
            var path = Path.GetFullPath(Path.Combine(templateFolder, resource.DefinitionUri!));
            if (!path.EndsWith(".asl.json", StringComparison.Ordinal) || !path.StartsWith(options.ProjectFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                continue;
            yield return new OutputFile(path, null);
            if (folders.Add(Path.GetDirectoryName(path)!) && Fragment.IsGenerated(FragmentPath(Path.GetDirectoryName(path)!)))
                yield return new OutputFile(FragmentPath(Path.GetDirectoryName(path)!), null);
        }
    }

    private static IEnumerable<SynthProblem> Duplicates(IReadOnlyList<CatalogEntry> entries, TemplateDocument template)
    {
        var blocks = entries.SelectMany(entry => entry.Resources, (entry, block) => (block.LogicalId, entry.Source)).ToArray();
        foreach (var same in blocks.GroupBy(block => block.LogicalId).Where(same => same.Count() > 1))
        {
            yield return new SynthProblem("WF7006", template.Path, 0,
                $"{string.Join(" and ", same.Select(block => block.Source).Order(StringComparer.Ordinal))} both become the resource \"{same.Key}\". Give one of them another name in its attribute.");
        }

        foreach (var resource in template.Resources.Where(resource => !resource.IsGenerated))
        {
            if (blocks.FirstOrDefault(block => block.LogicalId == resource.LogicalId).Source is { } source)
            {
                yield return new SynthProblem("WF7003", template.Path, resource.Line,
                    $"The template already has a resource \"{resource.LogicalId}\" of its own, which {source} would replace. Rename one of the two, or delete the resource to let the build write it.");
            }
        }
    }

    private static IEnumerable<SynthProblem> CheckDefinition(SynthOptions options, CatalogEntry entry) => entry.Definition is null
        ? []
        : DefinitionValidator.Validate(entry.Definition, ReferenceCheck.Substitutions(entry)).Select(mistake => new SynthProblem(
            "WF9001", DefinitionPath(options, entry), 0, $"{entry.Source} compiled to a definition that Step Functions would refuse: {mistake} This is a mistake of the compiler, please report it."));

    private static string DefinitionPath(SynthOptions options, CatalogEntry entry)
        => Path.Combine(FolderOf(options.ProjectFolder, entry.Folder), $"{entry.LogicalId}.asl.json");

    private static string FragmentPath(string folder) => Path.Combine(folder, $"{Path.GetFileName(folder)}.sam.yaml");

    private static string FolderOf(string root, string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(root, folder)));

    // Quoted unless YAML can take the path for nothing else.
    private static string RelativePath(string from, string to)
    {
        var path = Path.GetRelativePath(from, to).Replace('\\', '/');
        return path.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or '-' or '_') ? path : $"\"{path.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static string EndLine(string text) => text.EndsWith('\n') ? text : text + "\n";
}
