using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Aot.CodeFixes;

/// <summary>WF2006: returns from a Map's branch what it added to an outer variable, and adds it behind the Map.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class ReturnFromBranch() : WorkflowCodeFix("WF2006", "Return the value from the branch")
{
    // await Task.WhenAll(items.Select(async item => { …; total += price; }));
    //   ──▶
    // var totals = await Task.WhenAll(items.Select(async item => { …; return price; }));
    // total += totals.Sum();
    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Parent: BlockSyntax { Parent: AnonymousFunctionExpressionSyntax lambda } body } update)
            return null;
        if (update != body.Statements.Last() || body.DescendantNodes().OfType<ReturnStatementSyntax>().Any() || BranchValue(update.Expression, out var target) is not { } part)
            return null;
        if (lambda.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Expression: AwaitExpressionSyntax awaited, Parent: BlockSyntax } map || AssignsOtherwise(target, update, body))
            return null;

        var isSum = update.Expression.IsKind(SyntaxKind.AddAssignmentExpression);
        if (isSum && model.GetTypeInfo(((AssignmentExpressionSyntax)update.Expression).Left, cancellation).Type?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double))
            return null;
        var results = Syntax.FreeName(target + "s", map, model);
        var after = isSum
            ? $"{target} += {results}.Sum();"
            : $"{target} = [.. {target}, .. {results}];";
        return new Change(map, editor =>
        {
            var returned = awaited.ReplaceNode(update, Syntax.Statement($"return {part};", update)).WithoutTrivia();
            var declared = SyntaxFactory.ParseStatement($"var {results} = {returned};").WithTriviaFrom(map);
            editor.InsertAfter(map, SyntaxFactory.ParseStatement(after).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed).WithAdditionalAnnotations(Formatter.Annotation));
            editor.ReplaceNode(map, declared);
        });
    }

    // total += price → price;  found = [.. found, item] → item
    private static string? BranchValue(ExpressionSyntax update, out string target)
    {
        target = (update as AssignmentExpressionSyntax)?.Left.ToString() ?? "";
        var name = target;
        return update switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Left: IdentifierNameSyntax, Right: var added } => added.ToString(),
            AssignmentExpressionSyntax
            {
                RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                Left: IdentifierNameSyntax,
                Right: CollectionExpressionSyntax { Elements: [SpreadElementSyntax { Expression: IdentifierNameSyntax spread }, ExpressionElementSyntax item] }
            } when spread.ToString() == name => item.Expression.ToString(),
            _ => null,
        };
    }

    private static bool AssignsOtherwise(string target, StatementSyntax update, BlockSyntax body) =>
        body.Statements.Where(s => s != update).SelectMany(s => s.DescendantTokens()).Any(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == target);
}
