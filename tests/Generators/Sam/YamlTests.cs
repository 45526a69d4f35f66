using Aot.Generators.Sam;

namespace Aot.Generators.Tests.Sam;

public sealed class YamlTests
{
    [Theory]
    [InlineData("AWS::SQS::Queue", "AWS::SQS::Queue")]
    [InlineData("dynamodb:PutItem", "dynamodb:PutItem")]
    [InlineData("src/a_b-c.json", "src/a_b-c.json")]
    [InlineData("", "\"\"")]
    [InlineData("no", "\"no\"")]
    [InlineData("NULL", "\"NULL\"")]
    [InlineData("1.0", "\"1.0\"")]
    [InlineData("2012-10-17", "\"2012-10-17\"")]
    [InlineData("a:", "\"a:\"")]
    [InlineData("a b # c", "\"a b # c\"")]
    [InlineData("*", "\"*\"")]
    [InlineData("SELECT * FROM 'a/+/b'", "\"SELECT * FROM 'a/+/b'\"")]
    [InlineData("{\"a\":\"it's\"}", "'{\"a\":\"it''s\"}'")]
    [InlineData("a\n\t\"\\\u0085\u2028", "\"a\\n\\t\\\"\\\\\\u0085\\u2028\"")]
    public void Text_is_quoted_unless_no_reader_can_mistake_it(string text, string written)
    {
        Assert.Equal(new YamlScalar(written), Yaml.Text(text));
    }
}
