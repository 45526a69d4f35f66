using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Aot.CodeFixes;

/// <summary>WF2017: <c>Task.Delay(span)</c> → <c>Task.Delay(span, time)</c>, with a <c>TimeProvider</c> as a dependency.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class DelayByClock() : WorkflowCodeFix("WF2017", "Delay by a TimeProvider")
{
    // Each of several would add the dependency.
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        // A number of milliseconds has no overload with a clock.
        if (Syntax.CallAt(node) is not { ArgumentList.Arguments: [var span] } call || model.GetTypeInfo(span.Expression, cancellation).Type?.Name != "TimeSpan")
            return null;
        if (Dependency.Of(node, "System.TimeProvider", "time", model, cancellation) is not { } time)
            return null;
        return new Change(call, editor =>
        {
            editor.ReplaceNode(call, call.AddArgumentListArguments(SyntaxFactory.Argument(SyntaxFactory.IdentifierName(time.Name))).WithAdditionalAnnotations(Formatter.Annotation));
            time.AddTo(editor);
        });
    }
}
