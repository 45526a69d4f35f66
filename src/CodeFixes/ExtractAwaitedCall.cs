using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.CodeFixes;

/// <summary>WF2002: <c>return 1 + await XAsync();</c> → <c>var x = await XAsync(); return 1 + x;</c></summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class ExtractAwaitedCall() : WorkflowCodeFix("WF2002", "Await in a statement of its own")
{
    // Each extraction moves what the next one looks at, and both want a name.
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<AwaitExpressionSyntax>() is not { } awaited || model.GetTypeInfo(awaited, cancellation).Type is not { SpecialType: not SpecialType.System_Void })
            return null;
        var name = Syntax.FreeName(Word(awaited), awaited, model);
        SyntaxNode whole = awaited;
        while (whole.Parent is ParenthesizedExpressionSyntax parenthesized)
            whole = parenthesized;
        return Statements.InFront((ExpressionSyntax)whole, $"var {name} = {awaited.WithoutTrivia()};", SyntaxFactory.IdentifierName(name));
    }

    // await numbers.DoubleAsync(n) → doubleResult, since many a verb is a keyword or a variable already
    private static string Word(AwaitExpressionSyntax awaited)
    {
        var name = (awaited.Expression as InvocationExpressionSyntax)?.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        if (name.EndsWith("Async", StringComparison.Ordinal))
            name = name.Substring(0, name.Length - "Async".Length);
        return name.Length == 0 ? "result" : char.ToLowerInvariant(name[0]) + name.Substring(1) + "Result";
    }
}
