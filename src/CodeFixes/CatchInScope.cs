using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Aot.CodeFixes;

/// <summary>WF2011: puts the block of a <c>try</c> into <c>wf.ScopeAsync</c>, whose failing expressions can be caught.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class CatchInScope() : WorkflowCodeFix("WF2011", "Run the block in wf.ScopeAsync")
{
    // The mistakes of one block are mended by one scope.
    public override FixAllProvider? GetFixAllProvider() => null;

    // try { statements } catch …
    //   ──▶
    // try { await wf.ScopeAsync(async () => { statements }); } catch …
    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (TryAround(node) is not { } block || Leaves(block) || model.AnalyzeDataFlow(block) is not { Succeeded: true } flow)
            return null;

        // A scope reads outer variables and cannot assign them.
        if (flow.WrittenInside.Any(v => !flow.VariablesDeclared.Contains(v, SymbolEqualityComparer.Default)))
            return null;
        if (Dependency.Of(node, "Aot.Authoring.Flow", "wf", model, cancellation) is not { } wf)
            return null;
        return new Change(block, editor =>
        {
            var lambda = SyntaxFactory.ParenthesizedLambdaExpression(block.WithoutTrivia()).WithAsyncKeyword(SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space));
            var call = SyntaxFactory.InvocationExpression(SyntaxFactory.ParseExpression($"{wf.Name}.ScopeAsync"), SyntaxFactory.ArgumentList([SyntaxFactory.Argument(lambda)]));
            var statement = SyntaxFactory.ExpressionStatement(SyntaxFactory.AwaitExpression(call));
            editor.ReplaceNode(block, SyntaxFactory.Block(statement).WithTriviaFrom(block).WithAdditionalAnnotations(Formatter.Annotation));
            wf.AddTo(editor);
        });
    }

    private static BlockSyntax? TryAround(SyntaxNode node) =>
        node.Ancestors().OfType<TryStatementSyntax>().FirstOrDefault(t => t.Block.Span.Contains(node.Span))?.Block;

    private static bool Leaves(BlockSyntax block) =>
        block.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
            .Any(n => n is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax);
}
