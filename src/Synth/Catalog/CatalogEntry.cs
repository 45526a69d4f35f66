namespace Aot.Synth.Catalog;

/// <summary>One workflow or function as the compiler left it in the assembly.</summary>
/// <param name="Source">Full name of the class or method it was compiled from.</param>
/// <param name="Folder">Folder of the system it belongs to, relative to the workflows' project, with <c>/</c>; empty for the project's own.</param>
/// <param name="Definition">The state machine's definition; null for a function.</param>
/// <param name="Resources">The template resources, each a YAML block that starts in the first column.</param>
internal sealed record CatalogEntry(string Source, string Folder, string? Definition, IReadOnlyList<ResourceBlock> Resources)
{
    /// <summary>The main resource is the first one.</summary>
    public string LogicalId => Resources[0].LogicalId;

    public bool IsMachine => Definition is not null;
}

/// <summary>A resource as YAML text that starts in the first column and ends with a line feed.</summary>
/// <param name="LogicalId">Its key under <c>Resources</c>.</param>
/// <param name="Text">May hold <see cref="DefinitionUri"/> and <see cref="CodeUri"/>.</param>
internal sealed record ResourceBlock(string LogicalId, string Text)
{
    /// <summary>Stands for the path of the definition, relative to the file the block ends up in.</summary>
    public const string DefinitionUri = "aot:definition";

    /// <summary>Stands for the path of the template's folder, relative to the file the block ends up in.</summary>
    public const string CodeUri = "aot:code";

    /// <summary>Splits text in which every line without indentation starts a resource.</summary>
    public static IReadOnlyList<ResourceBlock> Split(string text)
    {
        var blocks = new List<ResourceBlock>();
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            do
            {
                var lineEnd = text.IndexOf('\n', end);
                end = lineEnd < 0 ? text.Length : lineEnd + 1;
            }
            while (end < text.Length && text[end] is ' ' or '\n');

            var block = text[start..end].TrimEnd('\n') + "\n";
            blocks.Add(new ResourceBlock(block[..block.IndexOf(':', StringComparison.Ordinal)], block));
            start = end;
        }

        return blocks;
    }
}
