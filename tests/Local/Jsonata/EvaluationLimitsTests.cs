using Aot.Local.Json;
using Aot.Local.Jsonata;

namespace Aot.Local.Tests.Jsonata;

public sealed class EvaluationLimitsTests
{
    private static readonly EvaluationLimits Patient = EvaluationLimits.Default with { Timeout = TimeSpan.FromSeconds(30) };

    [Theory]
    [InlineData("($f := function(){ $f() }; $f())")]
    [InlineData("($f := function($n){ $f($n + 1) }; $map([1..1000000], $f))")]
    [InlineData("$count([1..3000].($x := $; [1..3000][$ = $x]))")]
    [InlineData("$contains('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', /^(a+)+$/)")]
    public void What_takes_too_long_is_stopped(string text)
    {
        var error = Assert.Throws<JsonataException>(() => Evaluate(text, EvaluationLimits.Default with { Timeout = TimeSpan.FromMilliseconds(50) }));

        Assert.Equal("U1001", error.Code);
        Assert.Contains("50 ms", error.Message);
    }

    [Theory]
    [InlineData("($f := function($n){ 1 + $f($n + 1) }; $f(0))")]
    [InlineData("($f := function($n){ [$f($n)] }; $f(0))")]
    [InlineData("($f := function($n){ $map([$n], $f) }; $f(0))")]
    [InlineData("($f := function($n, $a){ $n = 0 ? $a : $f($n - 1, [[$a]]) }; $string($f(100000, [])))")]
    [InlineData("($f := function($n, $a){ $n = 0 ? $a : $f($n - 1, {'a': $a}) }; $f(100000, {}))")]
    [InlineData("($f := function($n, $a){ $n = 0 ? $a : $f($n - 1, [[$a]]) }; $f(100000, []) = $f(100000, []))")]
    public void Recursion_without_end_is_stopped(string text)
    {
        foreach (var maxDepth in (int[])[200, EvaluationLimits.Default.MaxDepth, 1_000_000])
        {
            var error = Assert.Throws<JsonataException>(() => Evaluate(text, Patient with { MaxDepth = maxDepth }));

            Assert.Equal("U1001", error.Code);
        }
    }

    [Fact]
    public void A_failure_deep_in_a_recursion_is_no_crash()
    {
        var error = Assert.Throws<JsonataException>(() => Evaluate("($f := function($n){ $n = 1500 ? $error('deep') : 1 + $f($n + 1) }; $f(0))", Patient));

        Assert.Equal("D3137", error.Code);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("-")]
    [InlineData("a.(")]
    public void A_text_nested_too_deep_is_refused(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 100_000));

        var error = Assert.Throws<JsonataException>(() => Expression.Parse(text));

        Assert.Equal("U1001", error.Code);
    }

    [Fact]
    public void A_long_chain_of_operators_is_no_crash()
    {
        var text = "1" + string.Concat(Enumerable.Repeat("+1", 100_000));

        var error = Assert.Throws<JsonataException>(() => Evaluate(text, Patient with { MaxDepth = 1_000_000 }));

        Assert.Equal("U1001", error.Code);
    }

    [Theory]
    [InlineData("[1..9000000].[1..9000000]")]
    [InlineData("$reduce([1..60], function($a, $b){ $a & $a }, 'xx')")]
    [InlineData("$reduce([1..60], function($a, $b){ $append($a, $a) }, [1])")]
    [InlineData("$pad('', 100000000)")]
    public void What_takes_too_much_memory_is_stopped(string text)
    {
        var error = Assert.Throws<JsonataException>(() => Evaluate(text, Patient with { MaxItems = 1_000_000 }));

        Assert.Equal("U1001", error.Code);
    }

    // Forty levels of an object that holds the one below twice: eighty members in memory, 2^40 to who walks over them.
    [Theory]
    [InlineData("$x")]
    [InlineData("$string($x)")]
    [InlineData("$x & ''")]
    [InlineData("$x = $f()")]
    [InlineData("$distinct([$x, $f()])")]
    [InlineData("$count($x.**)")]
    [InlineData("$x ~> |$|{'z': 1}|")]
    [InlineData("$y.*")]
    [InlineData("$y.a")]
    [InlineData("$y[a = 1]")]
    [InlineData("$keys($y)")]
    [InlineData("$spread($y)")]
    [InlineData("$lookup($y, 'a')")]
    [InlineData("$string($reduce([1..40], function($a, $b){$zip($a, $a)}, [1, 2]))")]
    [InlineData("($s := $pad('', 1000000, 'x'); $string([1..100000].($s)))")]
    public void What_is_small_in_memory_and_endless_to_write_is_stopped(string walk)
    {
        const string Sharing = "$f := function(){$reduce([1..40], function($a, $b){{'a': $a, 'b': $a}}, 1)}; $x := $f(); $y := $reduce([1..40], function($a, $b){[[$a], [$a]]}, 1); ";

        var error = Assert.Throws<JsonataException>(() => Evaluate($"({Sharing}{walk})", EvaluationLimits.Default));

        Assert.Equal("U1001", error.Code);
        Assert.True(error.Message.Length < 1000);
    }

    [Fact]
    public void A_mistake_about_an_endless_value_has_a_short_message()
    {
        var error = Assert.Throws<JsonataException>(() => Evaluate("1 + $reduce([1..40], function($a, $b){{'a': $a, 'b': $a}}, 1)", EvaluationLimits.Default));

        Assert.Equal("T2002", error.Code);
        Assert.Contains("(an object too large to show)", error.Message);
    }

    [Theory]
    [InlineData("$fromMillis(0, $pad('', 1000000, '[Y]'))")]
    [InlineData("$toMillis($pad('', 20000, '1'), '[Y][Y][Y][Y][Y][Y][Y]x')")]
    [InlineData("$formatNumber(1, $pad('', 10000000, '#'))")]
    [InlineData("$formatInteger(1, $pad('', 10000000, '#'))")]
    [InlineData("$parseInteger($pad('', 10000000, 'one '), 'w')")]
    [InlineData("$zip([1..10000000], [1..10000000])")]
    [InlineData("$reverse($reverse([1..10000000]))")]
    [InlineData("$match($pad('', 100000, 'a'), /(a*)*b/)")]
    public void A_function_is_not_a_way_around_the_limits(string text) =>
        Assert.Equal("U1001", Assert.Throws<JsonataException>(() => Evaluate(text, EvaluationLimits.Default)).Code);

    [Fact]
    public void A_tail_call_does_not_grow_the_stack() =>
        Assert.Equal("100000", Evaluate("($f := function($n, $s){ $n = 0 ? $s : $f($n - 1, $s + 1) }; $f(100000, 0))", Patient)?.ToJson());

    private static Value? Evaluate(string text, EvaluationLimits limits) => Expression.Parse(text).Evaluate(null, new Bindings(), limits);
}
