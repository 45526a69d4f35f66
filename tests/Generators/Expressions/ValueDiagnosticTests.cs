namespace Aot.Generators.Tests.Expressions;

/// <summary>Values that a state machine has otherwise or not at all.</summary>
public sealed class ValueDiagnosticTests
{
    [Theory]
    [InlineData("double d = 1;", @"$""{d:F1}""", "WF3006", "d")]
    [InlineData("long n = 1;", "n + 9007199254740993L", "WF3007", "9007199254740993L")]
    [InlineData("decimal m = 1.5m;", "m + m", "WF3008", "m + m")]
    [InlineData("double d = 1;", "d / 0.0", "WF3010", "0.0")]
    [InlineData("int[] xs = [1]; int[] ys = [1];", "xs == ys", "WF3014", "xs == ys")]
    [InlineData("Level level = Level.Ok;", "(int)level", "WF4002", "(int)level")]
    public void It_is_reported_where_it_stands(string locals, string expression, string id, string underlined)
    {
        var diagnostic = Assert.Single(new Snippet(expression, locals).Diagnostics);

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(underlined, Snippet.Underlined(diagnostic));
    }
}
