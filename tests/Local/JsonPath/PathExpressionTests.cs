using Aot.Local.Json;
using Aot.Local.JsonPath;

namespace Aot.Local.Tests.JsonPath;

public sealed class PathExpressionTests
{
    private static readonly Value Data = Value.Parse("""{"a":{"b c":[10,20,30]},"users":[{"n":"x","s":0},{"n":"y","s":1},{"n":"z","s":2}]}""");

    [Theory]
    [InlineData("$.a['b c'][1]", "20")]
    [InlineData("$.a['b c'][-1]", "30")]
    [InlineData("$.a['b c'][1:]", "[20,30]")]
    [InlineData("$.a['b c'][:-1]", "[10,20]")]
    [InlineData("$.a['b c'][0,2]", "[10,30]")]
    [InlineData("$.users[*].n", "[\"x\",\"y\",\"z\"]")]
    [InlineData("$..s", "[0,1,2]")]
    [InlineData("$.users[?(@.s > 0 && @.n != 'z')].n", "[\"y\"]")]
    [InlineData("$.users[?(!(@.s == 1))].s", "[0,2]")]
    [InlineData("$.nobody[*]", "[]")]
    public void A_path_finds_its_values(string path, string expected)
    {
        Assert.True(PathExpression.TryParse(path, out var parsed));
        Assert.Equal(expected, parsed.Evaluate(Data)?.ToJson());
    }

    [Theory]
    [InlineData("$.a.x", "No results for path: $['a']['x']")]
    [InlineData("$.x.y", "Missing property in path $['x']")]
    [InlineData("$.a['b c'][9]", "No results for path: $['a']['b c'][9]")]
    public void A_definite_path_says_where_it_ends(string path, string missing)
    {
        Assert.True(PathExpression.TryParse(path, out var parsed));
        Assert.Null(parsed.Evaluate(Data));
        Assert.Equal(missing, parsed.DescribeMissing(Data));
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("$.")]
    [InlineData("$.a[")]
    [InlineData("$.a[?(@.x ==)]")]
    [InlineData("$.a b")]
    public void What_is_no_path_is_refused(string text) => Assert.False(PathExpression.TryParse(text, out _));

    [Theory]
    [InlineData("$.new.place", """{"a":1,"new":{"place":true}}""")]
    [InlineData("$.a", """{"a":true}""")]
    public void A_value_is_put_where_the_path_says(string path, string expected)
    {
        Assert.True(PathExpression.TryParse(path, out var parsed));
        Assert.Equal(Value.Parse(expected), parsed.Put(Value.Parse("""{"a":1}"""), true));
    }
}
