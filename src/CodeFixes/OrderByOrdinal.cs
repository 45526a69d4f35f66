using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Aot.CodeFixes;

/// <summary>WF3004: <c>names.OrderBy(n => n)</c> → <c>names.OrderBy(n => n, StringComparer.Ordinal)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class OrderByOrdinal() : WorkflowCodeFix("WF3004", "Order with StringComparer.Ordinal")
{
    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        // `orderby` of a query expression has no place for a comparer.
        if (Syntax.CallAt(node) is not { } call || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return null;
        var keys = call.ArgumentList.Arguments.Take(method.Name.EndsWith("By", StringComparison.Ordinal) || method.Name.EndsWith("ByDescending", StringComparison.Ordinal) ? 1 : 0);
        var comparer = SyntaxFactory.Argument(Syntax.Name("System.StringComparer.Ordinal"));
        return Change.Of(call, call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList([.. keys, comparer]))).WithAdditionalAnnotations(Formatter.Annotation));
    }
}
