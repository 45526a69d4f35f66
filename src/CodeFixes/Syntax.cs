using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Aot.CodeFixes;

/// <summary>Pieces of C# that several fixes write.</summary>
internal static class Syntax
{
    /// <summary>A name with its namespace, which the editor shortens as far as the file's usings allow.</summary>
    public static ExpressionSyntax Name(string qualified) =>
        SyntaxFactory.ParseExpression("global::" + qualified).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>The expression of a text, laid out by the editor.</summary>
    public static ExpressionSyntax Expression(string text) => SyntaxFactory.ParseExpression(text).WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>The statement of a text, with the indentation and comments of the one it replaces or precedes.</summary>
    public static StatementSyntax Statement(string text, StatementSyntax like) =>
        SyntaxFactory.ParseStatement(text).WithTriviaFrom(like).WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>The call whose method name, or whole, stands at the place of a mistake.</summary>
    public static InvocationExpressionSyntax? CallAt(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => call,
        _ => node.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => call.Expression.Span.Contains(node.Span)),
    };

    /// <summary>A name that nothing around a place has: the word itself, or the word with a number.</summary>
    public static string FreeName(string word, SyntaxNode place, SemanticModel model)
    {
        var method = place.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? place;
        var taken = new HashSet<string>(model.LookupSymbols(place.SpanStart).Select(s => s.Name), StringComparer.Ordinal);
        taken.UnionWith(method.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText));
        var name = word;
        for (var number = 2; taken.Contains(name); number++)
            name = word + number;
        return name;
    }
}
