using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Aot.CodeFixes;

/// <summary>WF3003: <c>text.StartsWith("a")</c> → <c>text.StartsWith("a", StringComparison.Ordinal)</c>, <c>ToUpper()</c> → <c>ToUpperInvariant()</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class PassOrdinalComparison() : WorkflowCodeFix("WF3003", "Compare and convert without a culture")
{
    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (Syntax.CallAt(node) is not { Expression: MemberAccessExpressionSyntax access } call || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return null;
        var arguments = call.ArgumentList.Arguments;
        var texts = arguments.Where(a => model.GetTypeInfo(a.Expression, cancellation).Type?.SpecialType is SpecialType.System_String or SpecialType.System_Char).ToArray();
        if (IgnoresCase(call, method, model, cancellation))
            return null; // Ordinal would find less, and only the author knows which texts come.
        return (method.Name, texts.Length) switch
        {
            ("ToUpper" or "ToLower", _) => Change.Of(call, call
                .WithExpression(access.WithName(SyntaxFactory.IdentifierName(method.Name + "Invariant")))
                .WithArgumentList(call.ArgumentList.WithArguments(default))),
            ("CompareTo", 1) => Change.Of(call, CompareOrdinal(access.Expression, texts[0].Expression).WithTriviaFrom(call)),
            ("Compare", 2) => Change.Of(call, CompareOrdinal(texts[0].Expression, texts[1].Expression).WithTriviaFrom(call)),
            (_, > 0) => Change.Of(call, call.WithArgumentList(call.ArgumentList.WithArguments(
                SyntaxFactory.SeparatedList([.. texts, SyntaxFactory.Argument(Syntax.Name("System.StringComparison.Ordinal"))]))).WithAdditionalAnnotations(Formatter.Annotation)),
            _ => null,
        };
    }

    private static bool IgnoresCase(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model, CancellationToken cancellation) =>
        method.Name is not ("ToUpper" or "ToLower") && call.ArgumentList.Arguments.Any(a =>
            model.GetTypeInfo(a.Expression, cancellation).Type?.SpecialType == SpecialType.System_Boolean || a.ToString().EndsWith("IgnoreCase", StringComparison.Ordinal));

    private static ExpressionSyntax CompareOrdinal(ExpressionSyntax left, ExpressionSyntax right) =>
        Syntax.Expression($"string.CompareOrdinal({left.WithoutTrivia()}, {right.WithoutTrivia()})");
}
