using Aot.Local.Json;
using Aot.Local.Jsonata;

namespace Aot.Local.Tests.Jsonata;

public sealed class ExpressionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, 250, TimeSpan.Zero);

    [Theory]
    [InlineData("1 + ", "S0207", 4, "(end)")]
    [InlineData("a b", "S0201", 3, "b")]
    [InlineData("[1, ]", "S0211", 5, "]")]
    [InlineData("1 ** 2", "S0201", 4, "**")]
    [InlineData("(1", "S0203", 2, "(end)")]
    [InlineData("\"a", "S0101", 2, null)]
    [InlineData("/[/", "S0302", 3, null)]
    public void A_syntax_error_has_its_code_position_and_token(string text, string code, int position, string? token)
    {
        var error = Assert.Throws<JsonataException>(() => Expression.Parse(text));

        Assert.Equal((code, position, token), (error.Code, error.Position, error.Token));
    }

    [Theory]
    [InlineData("1 + 'a'", "T2002", 3, "+")]
    [InlineData("$substring('a', 'b')", "T0410", 11, "substring")]
    [InlineData("$nothing()", "T1006", 9, "nothing")]
    [InlineData("($f := function($x){ $x.a + 'b' }; $f({'a': 1}))", "T2002", 27, "+")]
    public void A_failed_evaluation_has_its_code_position_and_token(string text, string code, int position, string token)
    {
        var error = Assert.Throws<JsonataException>(() => Evaluate(text));

        Assert.Equal((code, position, token), (error.Code, error.Position, error.Token));
        Assert.NotEmpty(error.Message);
    }

    [Theory]
    [InlineData("2018", "1514764800000")]
    [InlineData("2018-07", "1530403200000")]
    [InlineData("2018-07-05T12:30:00.5+02:00", "1530786600500")]
    [InlineData("2018-07-05T12:30:00.123456-0230", "1530802800123")]
    [InlineData("2018-0700", "1514790000000")]
    [InlineData("2018-07-0500", "1530421200000")]
    [InlineData("2018-07-05Z", "1530748800000")]
    [InlineData("2018-07-05T24:00:00", "1530835200000")]
    public void A_timestamp_is_read_in_all_its_lengths(string text, string millis) =>
        Assert.Equal(millis, Expression.Parse($"$toMillis('{text}')").Evaluate(null, new Bindings(), EvaluationLimits.Default)?.ToJson());

    [Theory]
    [InlineData("18")]
    [InlineData("2018-13")]
    [InlineData("2018-07-32")]
    [InlineData("2018-07-05T12:30")]
    [InlineData("2018-07-05T12:60:00")]
    [InlineData("2018-07-05T25:00:00")]
    [InlineData("2018.")]
    [InlineData("2018+30:00")]
    [InlineData("2018Zx")]
    [InlineData("2018-7")]
    public void What_is_no_timestamp_is_refused(string text) =>
        Assert.Equal("D3110", Assert.Throws<JsonataException>(() => Expression.Parse($"$toMillis('{text}')").Evaluate(null, new Bindings(), EvaluationLimits.Default)).Code);

    [Fact]
    public void Variables_come_from_the_bindings()
    {
        var bindings = new Bindings { ["states"] = Value.Parse("""{"input":{"list":[{"n":1},{"n":2}]}}""") };

        var result = Expression.Parse("$states.input.list.n").Evaluate(null, bindings, EvaluationLimits.Default);

        Assert.Equal("[1,2]", result?.ToJson());
    }

    [Fact]
    public void Free_variables_are_those_that_the_expression_does_not_bind() =>
        Assert.Equal(["a", "sum"], Expression.Parse("($b := $a; $sum($a.$.x) + $b)").FreeVariables.Order());

    [Fact]
    public void The_time_is_the_same_throughout_an_evaluation_and_comes_from_the_clock()
    {
        var bindings = new Bindings { Clock = new TickingClock() };

        var result = Expression.Parse("[$now(), $millis() = $toMillis($now())]").Evaluate(null, bindings, EvaluationLimits.Default);

        Assert.Equal("""["2026-11-23T12:00:00.250Z",true]""", result?.ToJson());
    }

    [Fact]
    public void What_an_evaluation_remembers_about_an_array_does_not_reach_the_next_one()
    {
        var kept = Evaluate("{'k': [1, 2][0][]}");

        Assert.Equal("""{"k":[1]}""", kept?.ToJson());
        Assert.Equal("[1]", Evaluate("k", kept)?.ToJson());
    }

    [Fact]
    public void An_evaluation_does_not_change_its_input()
    {
        var input = Value.Parse("""{"a":[{"b":1,"c":[3,1,2]}]}""");

        var result = Evaluate("[$ ~> |a|{'b': 2}, 'c'|, $ ~> |$$.a|{'b': 3}|, a.c^($), $sort(a.c), a[]]", input);

        Assert.Equal("""[{"a":[{"b":2}]},{"a":[{"b":1,"c":[3,1,2]}]},1,2,3,1,2,3,{"b":1,"c":[3,1,2]}]""", result?.ToJson());
        Assert.Equal("""{"a":[{"b":1,"c":[3,1,2]}]}""", input.ToJson());
    }

    [Fact]
    public void One_expression_serves_several_threads()
    {
        var expression = Expression.Parse("($f := function($n){ $n = 0 ? 0 : $n + $f($n - 1) }; $map([1..20], $f) ~> $sum())");

        var results = Enumerable.Range(0, 64).AsParallel().Select(_ => expression.Evaluate(null, new Bindings(), Patient)).ToList();

        Assert.All(results, result => Assert.Equal("1540", result?.ToJson()));
    }

    internal static readonly EvaluationLimits Patient = EvaluationLimits.Default with { Timeout = TimeSpan.FromSeconds(30) };

    private static Value? Evaluate(string text, Value? input = null) => Expression.Parse(text).Evaluate(input, new Bindings(), Patient);

    private sealed class TickingClock : TimeProvider
    {
        private int _readings;

        public override DateTimeOffset GetUtcNow() => Noon.AddSeconds(_readings++);
    }
}
