using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.CodeFixes;

/// <summary>WF7002: writes the resources of a call into its <c>[ServiceIntegration]</c>, where the author narrows them: <c>Resources = ["*"]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class StateResources() : WorkflowCodeFix("WF7002", "State the resources on [ServiceIntegration]")
{
    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (Syntax.CallAt(node) is not { } call || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return null;
        var integration = method.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "ServiceIntegrationAttribute");
        if (integration?.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList: { } list })
            return null;
        var resources = SyntaxFactory.ParseAttributeArgumentList("(Resources = [\"*\"])")!.Arguments[0];
        return Change.Of(list, list.WithArguments(SyntaxFactory.SeparatedList(
            [.. list.Arguments, resources], [.. list.Arguments.Select(_ => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space))])));
    }
}
