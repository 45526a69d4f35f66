using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.CodeFixes;

/// <summary>WF3005: <c>$"{celsius}"</c> → <c>$"{celsius:F2}"</c>, <c>$"{time}"</c> → <c>$"{time:u}"</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class AddFormat() : WorkflowCodeFix("WF3005", "Add a format that means the same everywhere")
{
    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax value || FormatOf(model.GetTypeInfo(value, cancellation).Type) is not { } format)
            return null;
        if (value.Parent is InterpolationSyntax { FormatClause: null } hole)
            return Change.Of(hole, hole.WithFormatClause(SyntaxFactory.InterpolationFormatClause(SyntaxFactory.Token(SyntaxKind.ColonToken), Text(format))));

        // "at " + celsius  ──▶  "at " + $"{celsius:F2}"
        return value.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }
            ? Change.Of(value, SyntaxFactory.ParseExpression($"$\"{{{value.WithoutTrivia()}:{format}}}\"").WithTriviaFrom(value))
            : null;
    }

    private static string? FormatOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return type switch
        {
            { SpecialType: SpecialType.System_Double or SpecialType.System_Single } => "F2",
            { Name: "DateTimeOffset" } => "u",
            _ => null,
        };
    }

    private static SyntaxToken Text(string format) => SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, format, format, default);
}
