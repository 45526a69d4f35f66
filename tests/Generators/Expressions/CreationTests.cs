namespace Aot.Generators.Tests.Expressions;

public class CreationTests
{
    [Theory]
    [InlineData("int n = 3;", """new Item("a", n)""", "{'id': 'a', 'quantity': $n, 'note': null, 'limit': null, 'tags': null, 'next': null}", """{"id":"a","limit":null,"next":null,"note":null,"quantity":3,"tags":null}""")]
    [InlineData("int n = 3;", """new Item("a", Quantity: n) { Note = "x" }""", "{'id': 'a', 'quantity': $n, 'note': 'x', 'limit': null, 'tags': null, 'next': null}", """{"id":"a","limit":null,"next":null,"note":"x","quantity":3,"tags":null}""")]
    [InlineData("int n = 3;", """new Init { A = "x" }""", "{'a': 'x', 'b': 7, 'c': null}", """{"a":"x","b":7,"c":null}""")]
    [InlineData("int n = 3;", """new Init { A = "x", B = n }""", "{'a': 'x', 'b': $n, 'c': null}", """{"a":"x","b":3,"c":null}""")]
    [InlineData("int n = 3;", "new { n, Twice = n * 2, Nested = new { n } }", "{'n': $n, 'twice': $n * 2, 'nested': {'n': $n}}", """{"n":3,"nested":{"n":3},"twice":6}""")]
    [InlineData("""var i = new Item("a", 1);""", """i with { Quantity = i.Quantity + 1, Note = "x" }""", "$merge([{'limit': null, 'tags': null, 'next': null}, $i, {'quantity': $i.quantity + 1, 'note': 'x'}])", """{"id":"a","limit":null,"next":null,"note":"x","quantity":2,"tags":null}""")]
    [InlineData("""var i = new Item("a", 1);""", "(i with { Quantity = 2 }).Id", "$i.id", @"""a""")]
    [InlineData("""var i = new Item("a", 1);""", "(i with { Quantity = 2 }).Quantity", "2", "2")]
    [InlineData("int n = 1;", """(new Item("a", n) with { Quantity = 2 }).Quantity""", "2", "2")]
    [InlineData("""var l = new Line("a", Level.Ok);""", "l.Key", "$l.id & '/' & $l.level", @"""a/Ok""")]
    [InlineData("int n = 1;", "new[] { n, n + 1 }", "[$n, $n + 1]", "[1,2]")]
    [InlineData("int n = 1; int[] xs = [n, 2];", "(int[])[n, .. xs, 5]", "$append($append([$n], $xs), [5])", "[1,1,2,5]")]
    [InlineData("int[] xs = [];", "(int[])[.. xs]", "$xs", "[]")]
    [InlineData("int[] xs = [1];", "(List<int>)[.. xs, .. xs]", "$append($xs, $xs)", "[1,1]")]
    [InlineData("int n = 1;", "new List<int> { n, 2 }", "[$n, 2]", "[1,2]")]
    [InlineData("int n = 1;", """new Dictionary<string, int> { ["a"] = n, ["b c"] = 2 }""", "{'a': $n, 'b c': 2}", """{"a":1,"b c":2}""")]
    [InlineData("int n = 1;", "new int[0].Length", "$count([])", "0")]
    [InlineData("int n = 1;", """(n, "a").Item2""", "'a'", @"""a""")]
    [InlineData("int n = 1;", "(A: n, B: new[] { n, n }).B.Length", "$count([$n, $n])", "2")]
    public void Created_values_mean_the_same(string locals, string expression, string jsonata, string outcome) => Meaning.Check(locals, expression, jsonata, outcome);
}
