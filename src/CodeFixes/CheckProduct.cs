using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.CodeFixes;

/// <summary>WF3009: <c>width * height</c> → <c>checked(width * height)</c>, which fails in both worlds where the product leaves the range of int.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class CheckProduct() : WorkflowCodeFix("WF3009", "Check for overflow")
{
    // a *= b has no checked form of its own; the author writes a = checked(a * b).
    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation) => node is BinaryExpressionSyntax product
        ? Change.Of(product, SyntaxFactory.CheckedExpression(SyntaxKind.CheckedExpression, product.WithoutTrivia()).WithTriviaFrom(product))
        : null;
}
