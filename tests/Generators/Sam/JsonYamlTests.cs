using Aot.Generators.Sam;

namespace Aot.Generators.Tests.Sam;

public sealed class JsonYamlTests
{
    [Fact]
    public void A_pattern_becomes_indented_lines()
    {
        var yaml = JsonYaml.Read("""{ "source": ["bbq.ingest"], "detail": {"a":[{"prefix":"x y"},{"numeric":[">",-1.5e3]}], "b":{}, "c":[], "d":null, "1":"yes"} }""", out _);

        Assert.Equal(
            """
            Pattern:
              source:
                - bbq.ingest
              detail:
                a:
                  - prefix: "x y"
                  - numeric:
                      - ">"
                      - -1.5e3
                b: {}
                c: []
                d: null
                "1": "yes"

            """,
            YamlWriter.Write(YamlMapping.Of(("Pattern", yaml))));
    }

    [Theory]
    [InlineData("\"\\u00e9\\n\\\"\\\\\\/\"", "é\n\"\\/")]
    [InlineData("\" \"", " ")]
    public void Escapes_are_read(string json, string value)
    {
        Assert.Equal(Yaml.Text(value), JsonYaml.Read(json, out _));
    }

    [Theory]
    [InlineData("", "the text ends where a JSON value")]
    [InlineData("{", "the text ends where '\"'")]
    [InlineData("{\"a\" 1}", "'1' at character 6 stands where ':'")]
    [InlineData("[1 2]", "'2' at character 4 stands where ','")]
    [InlineData("[1,]", "']' at character 4 stands where a JSON value")]
    [InlineData("\"a", "the text ends where a closing quote")]
    [InlineData("\"\\x\"", "'x' at character 3 stands where an escape")]
    [InlineData("\"\\u12\"", "'1' at character 4 stands where four hexadecimal digits")]
    [InlineData("{} {}", "there is something behind the value at character 4")]
    [InlineData("yes", "'y' at character 1 stands where a JSON value")]
    public void What_is_no_JSON_is_explained(string text, string problem)
    {
        Assert.Null(JsonYaml.Read(text, out var found));
        Assert.StartsWith(problem, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_nesting_is_refused()
    {
        Assert.Null(JsonYaml.Read(new string('[', 100_000), out var problem));
        Assert.Contains("65 levels", problem, StringComparison.Ordinal);
    }
}
