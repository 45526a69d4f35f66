using Aot.Generators.Jsonata.Source;

namespace Aot.Generators.Tests.Expressions;

/// <summary>The author's own JSONata.</summary>
public class SourceTests
{
    [Theory]
    [InlineData("int[] xs = [1, 2];", @"Jsonata.Eval<int>(""$sum($xs)"", new { xs }, () => xs.Sum())", "$sum($xs)", "3")]
    [InlineData("int[] xs = [1, 2];", @"Jsonata.Eval<int>(""$sum($ys) + 1"", new { ys = xs }, () => 4) * 2", "($sum($xs) + 1) * 2", "8")]
    [InlineData("""var xs = new[] { new Item("a", 1), new Item("b", 5) };""", @"Jsonata.Eval<string[]>(""$xs[quantity > 3].id"", new { xs }, () => [""b""])", "[$xs[quantity > 3].id]", """["b"]""")]
    [InlineData("""var xs = new[] { new Item("a", 1), new Item("b", 5) };""", @"Jsonata.Eval<string[]>(""$xs[quantity > 9].id"", new { xs }, () => [])", "[$xs[quantity > 9].id]", "[]")]
    [InlineData("""var xs = new[] { new Item("a", 1), new Item("b", 5) }; int least = 2;""", @"Jsonata.Eval<int>(""$count($xs[quantity > $least])"", new { xs, least }, () => 1)", "$count($xs[quantity > $least])", "1")]
    [InlineData("""var xs = new[] { new Item("a", 1), new Item("b", 5) };""", @"Jsonata.Eval<string>(""$join($xs^(>quantity).id, ',')"", new { xs }, () => ""b,a"")", "$join($xs^(>quantity).id, ',')", @"""b,a""")]
    [InlineData("int x = 2; int y = 3;", @"Jsonata.Eval<int>(""($x := $a * 2; $x + $b)"", new { a = y, b = x }, () => 8)", "($x_2 := $y * 2; $x_2 + $x)", "8")]
    [InlineData("int[] xs = [1, 2];", @"Jsonata.Eval<int[]>(""$map($xs, function($n) <n:n> { $n * 2 })"", new { xs }, () => [2, 4])", "[$map($xs, function($n) <n:n> { $n * 2 })]", "[2,4]")]
    [InlineData("int x = 1; int y = 5;", @"Jsonata.Eval<int>(""$a - $b"", new { a = y, b = x }, () => 4)", "($y - $x)", "4")]
    [InlineData("int[] xs = [1];", @"Jsonata.Eval<int?>(""$xs[5]"", new { xs }, () => null)", "($result := $xs[5]; $exists($result) ? $result : null)", "null")]
    [InlineData("int[] xs = [1];", @"Jsonata.Eval<int>(""$xs[5]"", new { xs }, () => throw new InvalidOperationException()) == 1", "($item := $xs[5]; $exists($item) ? $item : $error('InvalidOperationException')) = 1", "failure")]
    [InlineData("int[] xs = [3, 4];", @"Jsonata.Eval<int[][]>(""[[$xs], [1]]"", new { xs }, () => [[3, 4], [1]])", "[[$xs], [1]]", "[[3,4],[1]]")]
    [InlineData("string s = \"a b\";", @"Jsonata.Eval<string>(""$s ~> $uppercase ~> $replace(/ /, '-')"", new { s }, () => ""A-B"")", "($s ~> $uppercase ~> $replace(/ /, '-'))", @"""A-B""")]
    [InlineData("int n = 2;", @"Jsonata.Eval<int[]>(""[1..$n] /* to n */"", new { n }, () => [1, 2])", "[1..$n]", "[1,2]")]
    [InlineData("""var x = new Item("a", 1);""", @"Jsonata.Eval<string>(""$x ~> | $ | {'id': 'z'} | ~> function($o) { $o.id }"", new { x }, () => ""z"")", "($x ~> | $ | {'id': 'z'} | ~> function($o) { $o.id })", @"""z""")]
    [InlineData("int n = 4;", @"Jsonata.Eval<string>(""$formatBase($n, 2)"", new { n }, native: () => ""100"") + n", "($item := $formatBase($n, 2); $exists($item) ? $item : $error('InvalidOperationException')) & $string($n)", @"""1004""")]
    [InlineData("int n = 4;", @"Jsonata.Eval<bool>(""$n > 3 ? true : false"", new { n }, () => true) && n > 1", "($item := ($n > 3 ? true : false); $exists($item) ? $item : $error('InvalidOperationException')) and $n > 1", "true")]
    public void A_text_stands_where_the_call_stood(string locals, string expression, string jsonata, string outcome) => Meaning.Check(locals, expression, jsonata, outcome);

    [Fact]
    public void A_text_on_several_lines_is_written_on_one()
    {
        var snippet = new Snippet("Jsonata.Eval<int>(\"\"\"\n(\n  $x := $n;   /* twice */\n  $x + $x\n)\n\"\"\", new { n })", "int n = 2;");

        Assert.Equal("( $x := $n; $x + $x )", Jsonata.JsonataWriter.Expression(snippet.Expr));
    }

    [Theory]
    [InlineData("1 +", 3)]
    [InlineData("(1", 2)]
    [InlineData("[1, ]", 4)]
    [InlineData("{'a' 1}", 5)]
    [InlineData("'abc", 0)]
    [InlineData(@"'a\'b'", 2)]
    [InlineData("1 2", 2)]
    [InlineData("$a ?? $b", 3)]
    [InlineData("$a ?: $b", 3)]
    [InlineData("$$.a", 0)]
    [InlineData("price * 2", 0)]
    [InlineData("$f($.a)", 3)]
    [InlineData("*", 0)]
    [InlineData("5 := 3", 2)]
    [InlineData("function(x) { 1 }", 9)]
    [InlineData("$a@b", 3)]
    [InlineData("/ab", 0)]
    [InlineData("/* no end", 0)]
    [InlineData("`a", 0)]
    [InlineData("1 }", 2)]
    [InlineData("a.b", 0)]
    [InlineData("'${X}'", 1)]
    [InlineData("$a[", 3)]
    [InlineData("!true", 0)]
    [InlineData("", 0)]
    public void What_is_no_expression_is_refused_at_its_position(string text, int position) =>
        Assert.Equal(position, Assert.Throws<JsonataSourceException>(() => JsonataParser.Parse(text)).Position);

    [Theory]
    [InlineData("int n = 1;", @"Jsonata.Eval<int>(""$sum($xs)"", new { n })", "$")]
    [InlineData("int n = 1;", @"Jsonata.Eval<int>(""$eval('1')"")", "$")]
    [InlineData("int n = 1;", @"Jsonata.Eval<int>(""$states.input"")", "$")]
    [InlineData("int n = 1;", @"Jsonata.Eval<int>(""1 + + 2"")", "+")]
    [InlineData("int count = 1;", @"Jsonata.Eval<int>(""$count + 1"", new { count })", "$")]
    [InlineData("string s = \"1\";", "Jsonata.Eval<int>(s)", "s")]
    [InlineData("int n = 1;", @"Jsonata.Eval<int>(""($n := 1; $n)"", new { n })", "$")]
    public void A_text_is_reported_where_it_is_wrong(string locals, string expression, string underlined)
    {
        var diagnostic = Assert.Single(new Snippet(expression, locals).Diagnostics);

        Assert.Equal("WF3015", diagnostic.Id);
        Assert.Equal(underlined, Snippet.Underlined(diagnostic));
    }

    [Fact]
    public void What_the_engine_parses_is_parsed_here()
    {
        foreach (var text in new[]
        {
            "$a.b[c = 1].d{e: f}", "$a#$i[$i > 1]", "$a@$v.{'x': $v.b}", "$a.*.b", "$a.**", "$a.b.%.c", "$a.`b c`.and.in", "-$a", "$a^(<b, >c)", "1e3 + 0.5", "$f($a, ?)",
        })
        {
            JsonataParser.Parse(text);
            Local.Jsonata.Expression.Parse(text);
        }
    }

    [Fact]
    public void Without_anybody_to_evaluate_it_a_text_says_what_to_do() =>
        Assert.Contains("native: () => …", Assert.Throws<InvalidOperationException>(() => Aot.Authoring.Jsonata.Eval<int>("1")).Message);
}
