using Aot.Local.Json;
using Aot.Local.Jsonata;

namespace Aot.Local.Tests.Jsonata;

public sealed class StepFunctionsOverlayTests
{
    [Theory]
    [InlineData("$partition([0, 1, 2, 3], 3)", "[[0,1,2],[3]]")]
    [InlineData("$partition([0], 4)", "[[0]]")]
    [InlineData("$range(0, 10, 3)", "[0,3,6,9]")]
    [InlineData("$range(1, 9, 9)", "1")]
    [InlineData("$range(3, 1, -1)", "[3,2,1]")]
    [InlineData("$range(-1.7, 2, 1)", "[-1,0,1,2]")]
    [InlineData("$partition([1, 2, 3], 2.9)", "[[1,2],[3]]")]
    [InlineData("$base64decode('YQ')", "\"a\"")]
    [InlineData("$formatNumber(2.5, '0')", "\"2\"")]
    [InlineData("$formatNumber(3.5, '0')", "\"4\"")]
    [InlineData("$match('a\u00a0b', /\\s/)", null)]
    [InlineData("$sort([{'a':1,'b':1},{'a':1,'b':2}], function($l, $r){ $l.a > $r.a }).b", "[1,2]")]
    [InlineData("$parse('[1e400]') ~> $count()", "1")]
    [InlineData("$hash('input data', 'SHA-1')", "\"aaff4a450a104cd177d28d18d74485e8cae074b7\"")]
    [InlineData("$hash('', 'MD5')", "\"d41d8cd98f00b204e9800998ecf8427e\"")]
    [InlineData("$length($hash('', 'SHA-512'))", "128")]
    [InlineData("$parse('{\"a\": [1, null]}')", "{\"a\":[1,null]}")]
    [InlineData("$parse(\"{'a': 'b'}\")", "{\"a\":\"b\"}")]
    [InlineData("$parse('-0')", "0")]
    [InlineData("$count(null)", "0")]
    [InlineData("$count([null])", "1")]
    [InlineData("$decodeUrlComponent('a+b%20c')", "\"a b c\"")]
    [InlineData("$random(7) = $random(7) and $random(7) != $random(8)", "true")]
    [InlineData("$random() < 1", "true")]
    [InlineData("$contains($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)", "true")]
    [InlineData("$uuid() = $uuid()", "false")]
    [InlineData("$states.input.name & '!'", "\"Ada!\"")]
    [InlineData("$map([1, 2], $string)", "[\"1\",\"2\"]")]
    public void An_expression_gives_what_Step_Functions_gives(string text, string? expected) => Assert.Equal(expected, Evaluate(text)?.ToJson());

    [Theory]
    [InlineData("$partition([], 2)")]
    [InlineData("$range(1, 0, 1)")]
    [InlineData("$range(1, 2, 0)")]
    [InlineData("$range(1, 2)")]
    [InlineData("$partition([1], 0)")]
    [InlineData("$partition([1], 0.5)")]
    [InlineData("$hash('a')")]
    [InlineData("$hash($nothing, 'MD5')")]
    [InlineData("$states.input.missing")]
    public void Nothing_comes_of_nothing(string text) => Assert.Null(Evaluate(text));

    [Theory]
    [InlineData("$range(1, 1e9, 1)", "D2014")]
    [InlineData("$hash('', 'CRC')", "D3137")]
    [InlineData("$parse('NaN')", "D3137")]
    [InlineData("$parse('{\"a\": 1, \"a\": 2}')", "D3137")]
    [InlineData("$uuid(1)", "T0410")]
    [InlineData("$randomSeeded(1)", "T1006")]
    public void A_wrong_argument_fails_with_its_code(string text, string code) =>
        Assert.Equal(code, Assert.Throws<JsonataException>(() => Evaluate(text)).Code);

    [Theory]
    [InlineData("$eval('1')")]
    [InlineData("$map(['1'], $eval)")]
    [InlineData("$a ?? 1")]
    [InlineData("$a ?: 1")]
    public void What_Step_Functions_lacks_is_refused_before_it_runs(string text) =>
        Assert.StartsWith("S0", Assert.Throws<JsonataException>(() => StepFunctionsOverlay.Parse(text)).Code);

    [Fact]
    public void A_name_of_ones_own_may_be_eval() => Assert.Equal("2", Evaluate("($eval := function($x){ $x + 1 }; $eval(1))")?.ToJson());

    private static Value? Evaluate(string text)
    {
        var bindings = new Bindings { ["states"] = Value.Parse("""{"input":{"name":"Ada"}}""") };
        return StepFunctionsOverlay.Parse(text).Evaluate(null, bindings, ExpressionTests.Patient);
    }
}
