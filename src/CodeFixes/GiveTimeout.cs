using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Aot.CodeFixes;

/// <summary>WF5006: gives the first service of the block a timeout to catch: <c>[TaskTimeout(60)] IGlue glue</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class GiveTimeout() : WorkflowCodeFix("WF5006", "Give the service a timeout of 60 s")
{
    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<TryStatementSyntax>() is not { } block)
            return null;
        var service = block.Block.DescendantNodes().OfType<AwaitExpressionSyntax>()
            .Select(a => a.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } } ? name : null)
            .Select(name => name is null ? null : model.GetSymbolInfo(name, cancellation).Symbol as IParameterSymbol)
            .FirstOrDefault(p => p?.Type.TypeKind == TypeKind.Interface);
        if (service?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not ParameterSyntax parameter)
            return null;
        var timeout = SyntaxFactory.Attribute(
            SyntaxFactory.ParseName("global::Aot.Authoring.TaskTimeout").WithAdditionalAnnotations(Simplifier.Annotation), SyntaxFactory.ParseAttributeArgumentList("(60)"));
        var list = SyntaxFactory.AttributeList([timeout]).WithTrailingTrivia(SyntaxFactory.Space);
        return Change.Of(parameter, parameter.WithoutLeadingTrivia().WithAttributeLists(parameter.AttributeLists.Add(list)).WithLeadingTrivia(parameter.GetLeadingTrivia()));
    }
}
