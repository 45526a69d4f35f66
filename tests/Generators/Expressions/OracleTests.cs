namespace Aot.Generators.Tests.Expressions;

/// <summary>Every row of <see cref="Meaning"/> also runs on npm's jsonata, in its own test; this one says whether that happened.</summary>
public class OracleTests
{
    [OracleFact]
    public void Npm_s_jsonata_answers_for_every_row()
    {
        var variables = new Dictionary<string, string> { ["xs"] = "[1,2,3]", ["s"] = @"""é😀""" };

        Assert.Equal("6", Oracle.Instance!.Evaluate("$sum($xs)", variables));
        Assert.Equal(@"""é😀x""", Oracle.Instance.Evaluate("$s & 'x'", variables));
        Assert.Equal("[[1,2],[3]]", Oracle.Instance.Evaluate("$partition($xs, 2)", variables));
        Assert.Equal(Meaning.Failure, Oracle.Instance.Evaluate("$error('x')", variables));
        Assert.Equal(Meaning.Failure, Oracle.Instance.Evaluate("$nothing", variables));
    }
}
