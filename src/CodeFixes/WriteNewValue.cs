using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.CodeFixes;

/// <summary>WF2009: <c>xs.Add(x);</c> → <c>xs = [.. xs, x];</c>, <c>order.Paid = true;</c> → <c>order = order with { Paid = true };</c></summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class WriteNewValue() : WorkflowCodeFix("WF2009", "Write a new value")
{
    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Parent: ExpressionStatementSyntax statement } call)
            return NewCollection(call) is { } collection ? Change.Of(statement, Syntax.Statement(collection, statement)) : null;
        if (node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is not { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment)
            return null;
        if (assignment.Parent is ExpressionStatementSyntax whole)
            return NewRecord(assignment, model, cancellation) is { } record ? Change.Of(whole, Syntax.Statement(record, whole)) : null;

        // return count = 5;  ──▶  count = 5; return count;
        SyntaxNode outer = assignment;
        while (outer.Parent is ParenthesizedExpressionSyntax parenthesized)
            outer = parenthesized;
        return assignment.Left is IdentifierNameSyntax name ? Statements.InFront((ExpressionSyntax)outer, $"{assignment.WithoutTrivia()};", name.WithoutTrivia()) : null;
    }

    private static string? NewCollection(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax list } method)
            return null;
        var arguments = call.ArgumentList.Arguments.Select(a => a.Expression.ToString()).ToArray();
        return (method.Name.Identifier.ValueText, arguments) switch
        {
            ("Add", [var item]) => $"{list} = [.. {list}, {item}];",
            ("AddRange", [var items]) => $"{list} = [.. {list}, .. {items}];",
            ("Insert", ["0", var item]) => $"{list} = [{item}, .. {list}];",
            ("Clear", []) => $"{list} = [];",
            _ => null,
        };
    }

    // order.Address.City = city;
    //   ──▶
    // order = order with { Address = order.Address with { City = city } };
    private static string? NewRecord(AssignmentExpressionSyntax assignment, SemanticModel model, CancellationToken cancellation)
    {
        var value = assignment.Right.WithoutTrivia().ToString();
        var target = assignment.Left;
        while (target is MemberAccessExpressionSyntax member)
        {
            if (model.GetTypeInfo(member.Expression, cancellation).Type is not { } owner || !(owner.IsRecord || owner.IsValueType))
                return null;
            value = $"{member.Expression} with {{ {member.Name} = {value} }}";
            target = member.Expression;
        }

        return target is IdentifierNameSyntax && target != assignment.Left ? $"{target} = {value};" : null;
    }
}
