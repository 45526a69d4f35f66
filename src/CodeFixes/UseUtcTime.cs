using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.CodeFixes;

/// <summary>WF3013: <c>DateTime.Now</c> → <c>DateTimeOffset.UtcNow</c>, <c>$"{time:yyyy-MM-dd}"</c> → <c>$"{time.ToUniversalTime():yyyy-MM-dd}"</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class UseUtcTime() : WorkflowCodeFix("WF3013", "Use DateTimeOffset and UTC")
{
    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.Parent is InterpolationSyntax && node is ExpressionSyntax value && model.GetTypeInfo(value, cancellation).Type?.Name == "DateTimeOffset")
            return Change.Of(value, Syntax.Expression($"{(value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax ? value : $"({value})")}.ToUniversalTime()"));
        if (node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { } access
            || model.GetSymbolInfo(access, cancellation).Symbol is not IPropertySymbol { Name: "Now" or "UtcNow", ContainingType: { Name: "DateTime" or "DateTimeOffset" } owner } property)
            return null;

        var now = Syntax.Name("System.DateTimeOffset.UtcNow").WithTriviaFrom(access);
        return new Change(access, editor =>
        {
            editor.ReplaceNode(access, now);

            // DateTime start = DateTime.UtcNow;  ──▶  DateTimeOffset start = DateTimeOffset.UtcNow;
            if (owner.Name == "DateTime" && access.Parent?.Parent?.Parent is VariableDeclarationSyntax { Type.IsVar: false } declaration)
                editor.ReplaceNode(declaration.Type, Type().WithTriviaFrom(declaration.Type));
        });
    }

    private static TypeSyntax Type() => SyntaxFactory.ParseTypeName("global::System.DateTimeOffset").WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);
}
