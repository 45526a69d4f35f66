using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.Generators.Reading.Expressions;

/// <summary>Where a diagnostic about an expression points, and how it names it.</summary>
internal static class Spans
{
    /// <summary>The name of what is called or read rather than all in front of it.</summary>
    public static Location Narrowest(IOperation operation) => Name(operation.Syntax).GetLocation();

    /// <summary>The source text, on one line and not longer than a message can bear.</summary>
    public static string Text(IOperation operation)
    {
        var text = string.Join(" ", Name(operation.Syntax).ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text[..59] + "…";
    }

    private static SyntaxNode Name(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax call => Name(call.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => syntax,
    };
}
