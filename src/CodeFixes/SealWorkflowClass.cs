using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Aot.CodeFixes;

/// <summary>WF1001: <c>public class W</c> → <c>public sealed partial class W</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class SealWorkflowClass() : WorkflowCodeFix("WF1001", "Make it a sealed partial class")
{
    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is not ClassDeclarationSyntax { TypeParameterList: null, Parent: not TypeDeclarationSyntax } declaration)
            return null;
        var kinds = declaration.Modifiers.Select(m => m.Kind()).ToArray();
        if (kinds.Contains(SyntaxKind.AbstractKeyword) || kinds.Contains(SyntaxKind.StaticKeyword))
            return null;
        return new Change(declaration, editor =>
            editor.SetModifiers(declaration, editor.Generator.GetModifiers(declaration).WithIsSealed(true).WithPartial(true)));
    }
}
