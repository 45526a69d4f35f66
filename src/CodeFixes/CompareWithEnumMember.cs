using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.CodeFixes;

/// <summary>WF4002: <c>(int)level == 2</c> → <c>level == Level.Critical</c>, since a state machine has the name and not the number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class CompareWithEnumMember() : WorkflowCodeFix("WF4002", "Compare with the enum's member")
{
    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<CastExpressionSyntax>() is not { } cast || model.GetTypeInfo(cast.Expression, cancellation).Type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } type)
            return null;
        if (cast.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison)
            return null;
        var number = comparison.Left == cast ? comparison.Right : comparison.Left;
        if (model.GetConstantValue(number, cancellation).Value is not { } value || MemberOf(type, value) is not { } member)
            return null;
        return new Change(comparison, editor =>
        {
            editor.ReplaceNode(cast, cast.Expression.WithTriviaFrom(cast));
            editor.ReplaceNode(number, Syntax.Name($"{type.ToDisplayString()}.{member}").WithTriviaFrom(number));
        });
    }

    private static string? MemberOf(INamedTypeSymbol type, object value) => type.GetMembers().OfType<IFieldSymbol>()
        .FirstOrDefault(f => f.HasConstantValue && Convert.ToDecimal(f.ConstantValue, null) == Convert.ToDecimal(value, null))?.Name;
}
