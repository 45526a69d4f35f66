using Microsoft.CodeAnalysis;

namespace Aot.Generators.Tests.Expressions;

public class DiagnosticTests
{
    [Theory]
    [InlineData("double d = 2.5;", @"$""{d}""", "WF3005", "d")]
    [InlineData("DateTimeOffset t = DateTimeOffset.UnixEpoch;", @"$""{t}""", "WF3005", "t")]
    [InlineData("DateTimeOffset t = DateTimeOffset.UnixEpoch.AddDays(400);", @"$""{t:yyyy-MM-dd}""", "WF3013", "t")]
    [InlineData("int[] xs = [1];", @"$""{xs}""", "WF3005", "xs")]
    [InlineData("""string s = "hello";""", "s.Substring(1, 3)", "WF3011", "Substring")]
    [InlineData("""string s = "hello";""", "s.Substring(2)", "WF3011", "Substring")]
    [InlineData("""string s = "hello";""", "s.Substring(3, 3)", "WF3011", "Substring")]
    [InlineData("""string s = "hello";""", """s.StartsWith("he")""", "WF3003", "StartsWith")]
    [InlineData("""string s = "Ab";""", "s.ToUpper()", "WF3003", "ToUpper")]
    [InlineData("""string s = "abc";""", "s[1]", "WF3011", "s[1]")]
    [InlineData("""string s = "abc";""", "s[7]", "WF3011", "s[7]")]
    [InlineData("""string a = "a"; string b = "A";""", "string.Equals(a, b, StringComparison.CurrentCulture)", "WF3003", "Equals")]
    [InlineData("""string a = "a"; string b = "A";""", "string.Equals(a, b, StringComparison.OrdinalIgnoreCase)", "WF3017", "Equals")]
    [InlineData("""string a = "a";""", "a.ToUpperInvariant()", "WF3017", "ToUpperInvariant")]
    [InlineData("""string a = "a";""", """a.IndexOf("b")""", "WF3003", "IndexOf")]
    [InlineData("""string a = "a";""", "double.Parse(a)", "WF3003", "Parse")]
    [InlineData("""string a = "a";""", "DateTimeOffset.Parse(a)", "WF3003", "Parse")]
    [InlineData("""string a = "a";""", "int.TryParse(a, out var n) ? n : 0", "WF3001", "TryParse")]
    [InlineData("int a = 5; int b = 6;", "a * b", "WF3009", "a * b")]
    [InlineData("decimal a = 5; decimal b = 6;", "a * b", "WF3008", "a * b")]
    [InlineData("decimal[] xs = [5];", "xs.Sum()", "WF3008", "Sum")]
    [InlineData("decimal a = 5;", "Math.Round(a)", "WF3008", "Round")]
    [InlineData("Level a = Level.Ok;", "a < Level.Warning", "WF4002", "a < Level.Warning")]
    [InlineData("Level a = Level.Ok;", "(int)a", "WF4002", "(int)a")]
    [InlineData("Level a = Level.Ok;", "a + 1", "WF4002", "a + 1")]
    [InlineData("Lasting l = new(TimeSpan.Zero);", "l.Duration", "WF4003", "Duration")]
    [InlineData("int n = 1;", "new Twins(n, n)", "WF4006", "new Twins(n, n)")]
    [InlineData("Twins t = new(1, 2);", "t.Url", "WF4006", "Url")]
    [InlineData("""Animal a = new Dog("a", 1);""", "a is Dog", "WF4008", "a is Dog")]
    [InlineData("""Dog d = new("a", 1);""", "(Animal[])[d]", "WF4008", "d")]
    [InlineData("int[] xs = [1];", "xs.ToHashSet().Count", "WF3001", "ToHashSet")]
    [InlineData("int n = 1;", "new HashSet<int> { n }", "WF4001", "new HashSet<int> { n }")]
    [InlineData("double x = 1;", "Math.Round(x, MidpointRounding.AwayFromZero)", "WF3001", "Round")]
    [InlineData("double x = 1;", "Math.Log(x)", "WF3001", "Log")]
    [InlineData("""string s = "x";""", "Encoding.UTF8.GetBytes(s)", "WF3001", "GetBytes")]
    [InlineData("""var i = new Item("a", 1);""", "JsonSerializer.Serialize(i)", "WF3001", "Serialize")]
    [InlineData("""var i = new Row("a", 1, Level.Ok, default);""", "JsonSerializer.Serialize(i, JsonSerializerOptions.Web)", "WF3001", "Serialize")]
    [InlineData("DateTimeOffset t = DateTimeOffset.UnixEpoch;", "t.AddMonths(1)", "WF3001", "AddMonths")]
    [InlineData("DateTimeOffset t = DateTimeOffset.UnixEpoch;", @"t.AddDays(1).ToString(""HH:mm"")", "WF3013", "t.AddDays(1)")]
    [InlineData("DateTimeOffset a = DateTimeOffset.UnixEpoch;", "a.Hour", "WF3013", "Hour")]
    [InlineData("int n = 0;", "DateTimeOffset.Now", "WF3013", "Now")]
    [InlineData("""string[] xs = ["b", "B", "a"];""", "xs.OrderBy(x => x).ToArray()", "WF3004", "OrderBy")]
    [InlineData("int[] xs = [1];", "xs.ToLookup(x => x)", "WF3001", "ToLookup")]
    [InlineData("int[] xs = [1];", "xs.Select(int.Abs)", "WF3002", "int.Abs")]
    [InlineData("""string s = "x";""", "new Trimmed(s)", "WF3001", "s")]
    [InlineData("int n = 1;", "new Lasting(TimeSpan.FromSeconds(n))", "WF4003", "TimeSpan.FromSeconds(n)")]
    [InlineData("int n = 1;", "new int[3]", "WF3001", "new int[3]")]
    [InlineData("int n = 1;", "Own.Mutable", "WF3001", "Mutable")]
    [InlineData("string? s = null;", "s ?? throw new NoSuchItemException()", "WF3001", "throw new NoSuchItemException()")]
    [InlineData("int n = 4;", "Own.Factorial(n)", "WF3001", "Factorial")]
    [InlineData("int n = 4;", "Own.Stepwise(n)", "WF3001", "Stepwise")]
    [InlineData("int n = 4;", "StateMachineResource.Of<Item>()", "WF3001", "Of<Item>")]
    [InlineData("""var r = new Chain(null, "a");""", "new PutItemRequest<Chain>(Own.Heartbeats, r)", "WF4001", "r")]
    [InlineData("""string s = "x";""", "new PutItemRequest<string>(Own.Heartbeats, s)", "WF4001", "s")]
    [InlineData("int n = 1;", "(1.5f).ToString() + n", "WF4001", "1.5f")]
    [InlineData("int n = 1;", "DateTime.UtcNow", "WF3013", "UtcNow")]
    [InlineData("int n = 1;", "n = 5", "WF2009", "n = 5")]
    public void A_mistake_is_reported_where_it_stands(string locals, string expression, string id, string underlined)
    {
        var snippet = new Snippet(expression, locals);

        var diagnostic = Assert.Single(snippet.Diagnostics.DistinctBy(d => (d.Id, d.Location.SourceSpan)));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(underlined, Snippet.Underlined(diagnostic));
        Assert.DoesNotContain("{0}", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("int[] xs = [1];", "new List<int>(xs)", "write [.. items]")]
    [InlineData("""IReadOnlyDictionary<string, int> d = new Dictionary<string, int>();""", "new Dictionary<string, int>(d)", "[.. items, item]")]
    public void A_refused_copy_names_the_form_that_compiles(string locals, string expression, string instead)
        => Assert.Contains(instead, Assert.Single(new Snippet(expression, locals).Diagnostics.DistinctBy(d => d.Location.SourceSpan)).GetMessage());

    [Fact]
    public void All_mistakes_of_an_expression_are_reported_at_once()
    {
        var snippet = new Snippet("$\"{d} {t}\" + s.ToUpper()", "double d = 1; DateTimeOffset t = default; string s = \"\";");

        Assert.Equal(["WF3005", "WF3005", "WF3003"], snippet.Diagnostics.Select(d => d.Id));
        Assert.IsType<Aot.Generators.Ir.Expressions.InvalidExpr>(snippet.Expr);
    }

    [Fact]
    public void What_only_may_differ_does_not_stop_the_build()
    {
        var snippet = new Snippet("$\"{d:F1}\"", "double d = 1;");

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(snippet.Diagnostics).Severity);
        Assert.IsNotType<Aot.Generators.Ir.Expressions.InvalidExpr>(snippet.Expr);
    }
}
