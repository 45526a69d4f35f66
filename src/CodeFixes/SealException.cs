using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Aot.CodeFixes;

/// <summary>WF5002: seals the exception that is caught, where nothing derives from it: then its name is all that can arrive.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class SealException() : WorkflowCodeFix("WF5002", "Seal the exception")
{
    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation) => null;

    protected override async Task<Change?> FindAsync(SyntaxNode node, SemanticModel model, Solution solution, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(node, cancellation).Symbol is not INamedTypeSymbol { IsAbstract: false, DeclaringSyntaxReferences: [var reference] } type)
            return null;
        if (await SymbolFinder.FindDerivedClassesAsync(type, solution, transitive: false, cancellationToken: cancellation).ConfigureAwait(false) is var derived && derived.Any())
            return null;
        var declaration = (TypeDeclarationSyntax)await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false);
        return new Change(declaration, editor => editor.SetModifiers(declaration, editor.Generator.GetModifiers(declaration).WithIsSealed(true)));
    }
}
