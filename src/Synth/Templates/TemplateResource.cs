namespace Aot.Synth.Templates;

/// <summary>A resource of a template and the lines it occupies.</summary>
/// <param name="LogicalId">Its key under <c>Resources</c>.</param>
/// <param name="Line">1-based line of the key.</param>
/// <param name="Start">Offset of the first character of the key's line.</param>
/// <param name="End">Offset behind the line break of the last line that belongs to it; comments and blank lines after it do not.</param>
/// <param name="IsGenerated">It carries our marker.</param>
/// <param name="DefinitionUri">Path of the state machine's definition, where it has one.</param>
internal sealed record TemplateResource(string LogicalId, int Line, int Start, int End, bool IsGenerated, string? DefinitionUri)
{
    /// <summary><c>Metadata: { GeneratedBy: Aot.Synth }</c> makes a resource ours to rewrite and to remove.</summary>
    public const string Marker = "Aot.Synth";
}
