namespace Aot.Generators.Tests.Expressions;

public class AccessTests
{
    [Theory]
    [InlineData("int[] xs = [1, 2, 3]; int i = 1;", "xs[i]", "$i >= 0 and $i < $count($xs) ? ($xs)[$i] : $error('IndexOutOfRangeException')", "2")]
    [InlineData("int[] xs = [1, 2, 3]; int i = -1;", "xs[i]", "$i >= 0 and $i < $count($xs) ? ($xs)[$i] : $error('IndexOutOfRangeException')", "failure")]
    [InlineData("int[] xs = [1, 2, 3]; int i = 3;", "xs[i] + 1", "($i >= 0 and $i < $count($xs) ? ($xs)[$i] : $error('IndexOutOfRangeException')) + 1", "failure")]
    [InlineData("int[] xs = [1, 2, 3];", "xs[0] + xs[^1]", "($xs)[0] + ($xs)[-1]", "4")]
    [InlineData("int[] xs = [1];", "xs[3]", "($xs)[3]", "failure")]
    [InlineData("int[] xs = [1];", "xs[3] == 2", "($item := ($xs)[3]; $exists($item) ? $item : $error('IndexOutOfRangeException')) = 2", "failure")]
    [InlineData("""string[] xs = ["a"];""", @"""x"" + xs[3]", "'x' & ($item := ($xs)[3]; $exists($item) ? $item : $error('IndexOutOfRangeException'))", "failure")]
    [InlineData("""string[] xs = ["a"];""", "new[] { xs[3] }", "[($item := ($xs)[3]; $exists($item) ? $item : $error('IndexOutOfRangeException'))]", "failure")]
    [InlineData("""string[] xs = ["a"];""", "new { A = xs[3] }", "{'a': ($item := ($xs)[3]; $exists($item) ? $item : $error('IndexOutOfRangeException'))}", "failure")]
    [InlineData("""string[] xs = ["a"];""", "xs[3].Length", "$length(($xs)[3])", "failure")]
    [InlineData("int[][] xs = [[1, 2], [3]];", "xs[0][1]", "(($xs)[0])[1]", "2")]
    [InlineData("int[][] xs = [[1, 2], [3]]; int i = 1;", "xs[i][0]", "($i >= 0 and $i < $count($xs) ? ($xs)[$i] : $error('IndexOutOfRangeException'))[0]", "3")]
    [InlineData("""var xs = new List<Item> { new("a", 1) };""", "xs[0].Note", "($owner := ($item := ($xs)[0]; $exists($item) ? $item : $error('IndexOutOfRangeException')); $exists($owner.note) ? $owner.note : null)", "null")]
    [InlineData("""var xs = new List<Item> { new("a", 1) };""", "xs[1].Note", "($owner := ($item := ($xs)[1]; $exists($item) ? $item : $error('IndexOutOfRangeException')); $exists($owner.note) ? $owner.note : null)", "failure")]
    [InlineData("""var xs = new List<Item> { new("a", 1) };""", "xs[1].Note == null", "$not(($item := ($xs)[1]; $exists($item) ? $item : $error('IndexOutOfRangeException')).note != null)", "failure")]
    [InlineData("""var xs = new List<Item> { new("a", 1) };""", "xs.Count", "$count($xs)", "1")]
    [InlineData("""var d = new Dictionary<string, string> { ["a"] = "1", ["b c"] = "2" };""", """int.Parse(d["a"]) + int.Parse(d["b c"])""", "($contains($d.a, /^-?[0-9]+$/) ? $number($d.a) : $error('FormatException')) + ($contains($d.`b c`, /^-?[0-9]+$/) ? $number($d.`b c`) : $error('FormatException'))", "3")]
    [InlineData("""var d = new Dictionary<string, string> { ["a"] = "1" };""", """d["x"]""", "$d.x", "failure")]
    [InlineData("""var d = new Dictionary<string, string> { ["a"] = "1" };""", @"d[""x""] == ""1""", "($item := $d.x; $exists($item) ? $item : $error('KeyNotFoundException')) = '1'", "failure")]
    [InlineData("""var d = new Dictionary<string, string> { ["a"] = "1" }; string k = "a";""", "d[k] + d.Count", "($item := $lookup($d, $k); $exists($item) ? $item : $error('KeyNotFoundException')) & $string($count([$keys($d)]))", @"""11""")]
    [InlineData("""var d = new Dictionary<string, string> { ["a"] = "1" }; string k = "b";""", "d.ContainsKey(k)", "$exists($lookup($d, $k))", "false")]
    [InlineData("""var d = new Dictionary<string, string> { ["a"] = "1" }; string k = "a";""", @"d.TryGetValue(k, out var v) ? v : ""none""", "($item := $exists($lookup($d, $k)); $exists($item) ? $item : $error('KeyNotFoundException')) ? $v : 'none'", @"""1""")]
    [InlineData("""var d = new Dictionary<string, string> { ["a"] = "1" };""", "d.Keys.ToArray()", "[$keys($d)]", """["a"]""")]
    [InlineData("""var d = new Dictionary<string, int[]> { ["a"] = [1] };""", """d["a"][0]""", "($d.a)[0]", "1")]
    public void Items_and_keys_mean_the_same(string locals, string expression, string jsonata, string outcome) => Meaning.Check(locals, expression, jsonata, outcome);
}
