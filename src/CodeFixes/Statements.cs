using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Aot.CodeFixes;

/// <summary>Moves a part of an expression into a statement in front of it.</summary>
internal static class Statements
{
    /// <summary>Puts a new statement in front of the one that holds an expression, and another expression in its place.</summary>
    /// <returns>Null where the expression runs not exactly once per statement, such as in a loop's condition or behind <c>&amp;&amp;</c>.</returns>
    public static Change? InFront(ExpressionSyntax part, string statement, ExpressionSyntax replacement)
    {
        if (part.Ancestors().FirstOrDefault(a => a is StatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax) is not { } holder)
            return null;
        for (SyntaxNode child = part; child != holder; child = child.Parent!)
        {
            if (IsConditional(child))
                return null;
        }

        return holder switch
        {
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } arrow => IntoBody(method, arrow, part, statement, replacement),
            LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or IfStatementSyntax or ThrowStatementSyntax or SwitchStatementSyntax
                or ForEachStatementSyntax => Before((StatementSyntax)holder, part, statement, replacement),
            _ => null,
        };
    }

    // return f(part);
    //   ──▶
    // statement
    // return f(replacement);
    private static Change Before(StatementSyntax holder, ExpressionSyntax part, string statement, ExpressionSyntax replacement) => new(holder, editor =>
    {
        var added = SyntaxFactory.ParseStatement(statement).WithLeadingTrivia(holder.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        var changed = holder.ReplaceNode(part, replacement.WithTriviaFrom(part));
        if (holder.Parent is BlockSyntax or SwitchSectionSyntax)
        {
            // Its comments went with the new statement.
            editor.InsertBefore(holder, added);
            editor.ReplaceNode(holder, changed.WithLeadingTrivia(holder.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1)));
            return;
        }

        editor.ReplaceNode(holder, SyntaxFactory.Block(added, changed.WithoutLeadingTrivia()).WithTriviaFrom(holder).WithAdditionalAnnotations(Formatter.Annotation));
    });

    // Task<int> M() => f(part);
    //   ──▶
    // Task<int> M() { statement return f(replacement); }
    private static Change? IntoBody(MethodDeclarationSyntax method, ArrowExpressionClauseSyntax arrow, ExpressionSyntax part, string statement, ExpressionSyntax replacement)
    {
        var rest = (arrow.Expression == part ? replacement : arrow.Expression.ReplaceNode(part, replacement)).WithoutTrivia();
        var returnsNothing = method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            || method.ReturnType.ToString().Split('.').Last() is "Task" or "ValueTask";
        if (returnsNothing)
            return null;
        var body = SyntaxFactory.Block(SyntaxFactory.ParseStatement(statement), SyntaxFactory.ReturnStatement(rest));
        var changed = method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body).WithAdditionalAnnotations(Formatter.Annotation).WithTriviaFrom(method);
        return Change.Of(method, changed);
    }

    private static bool IsConditional(SyntaxNode child) => child.Parent switch
    {
        ConditionalExpressionSyntax conditional => child != conditional.Condition,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary =>
            child == binary.Right,
        ConditionalAccessExpressionSyntax access => child == access.WhenNotNull,
        SwitchExpressionArmSyntax or CatchFilterClauseSyntax => true,
        ForEachStatementSyntax loop => child != loop.Expression,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } => true,
        _ => false,
    };
}
