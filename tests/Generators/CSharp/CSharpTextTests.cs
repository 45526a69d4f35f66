using Aot.Generators.CSharp;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.Generators.Tests.CSharp;

public sealed class CSharpTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("one line")]
    [InlineData("{\n  \"a\": \"\\n\"\n}")]
    [InlineData("\n\nblank lines\n\n")]
    [InlineData("\"\"\"\n\"\"\"\"\" five")]
    [InlineData("   \n  indented\n")]
    [InlineData("line\u2028separator\nand\r\nmore\u0085")]
    public void The_compiler_reads_back_the_same_text(string text)
    {
        var literal = CSharpText.Literal(text, "        ");

        var expression = Assert.IsType<LiteralExpressionSyntax>(SyntaxFactory.ParseExpression(literal));
        Assert.Empty(expression.GetDiagnostics());
        Assert.Equal(text, expression.Token.ValueText);
    }
}
