using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Aot.CodeFixes;

/// <summary>An edit that mends a mistake.</summary>
/// <param name="place">A node of the file to edit, which need not be the file of the mistake.</param>
/// <param name="edit">Replaces nodes of that file.</param>
internal sealed class Change(SyntaxNode place, Action<SyntaxEditor> edit)
{
    public SyntaxNode Place { get; } = place;

    public Action<SyntaxEditor> Edit { get; } = edit;

    /// <summary>The edit that puts one node in the place of another.</summary>
    public static Change Of(SyntaxNode old, SyntaxNode replacement) => new(old, editor => editor.ReplaceNode(old, replacement));
}
