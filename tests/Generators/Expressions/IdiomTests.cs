namespace Aot.Generators.Tests.Expressions;

public class IdiomTests
{
    [Theory]
    [InlineData("""string s = "abc";""", "Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(s)))", @"""ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad""")]
    [InlineData("""string s = "é";""", "Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(s)))", @"""66DDCD97CFDEABB2F6FB8A999B4BC76F""")]
    [InlineData("""string s = "";""", "Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(s))).ToLowerInvariant()", @"""da39a3ee5e6b4b0d3255bfef95601890afd80709""")]
    [InlineData("""string s = "a:b";""", "Convert.ToBase64String(Encoding.UTF8.GetBytes(s))", @"""YTpi""")]
    [InlineData("""string s = "";""", "Convert.ToBase64String(Encoding.UTF8.GetBytes(s))", @"""""")]
    [InlineData("""string s = "YTpi";""", "Encoding.UTF8.GetString(Convert.FromBase64String(s))", @"""a:b""")]
    [InlineData("""string s = "";""", "Encoding.UTF8.GetString(Convert.FromBase64String(s))", @"""""")]
    [InlineData("""string s = "YTp";""", "Encoding.UTF8.GetString(Convert.FromBase64String(s))", "failure")]
    [InlineData("""var i = new Pair(1, "x");""", "JsonSerializer.Serialize(i, JsonSerializerOptions.Web)", """
        "{\"a\":1,\"b\":\"x\"}"
        """)]
    [InlineData("int[] xs = [1, 2];", "JsonSerializer.Serialize(xs)", @"""[1,2]""")]
    [InlineData("int[] xs = [];", "JsonSerializer.Serialize(xs)", @"""[]""")]
    [InlineData("string s = \"abc\";", "JsonSerializer.Serialize(s)", """
        "\"abc\""
        """)]
    [InlineData("string? s = null;", "JsonSerializer.Serialize(s)", @"""null""")]
    [InlineData("int n = 5;", "JsonSerializer.Serialize(new { N = n, Xs = new[] { n } }, Own.Readable)", """
        "{\"n\":5,\"xs\":[5]}"
        """)]
    [InlineData("""string s = "{\"a\":1,\"b\":\"x\"}";""", "JsonSerializer.Deserialize<Pair>(s, JsonSerializerOptions.Web)!.B", @"""x""")]
    [InlineData("""string s = "[1]";""", "JsonSerializer.Deserialize<int[]>(s)!.Length", "1")]
    [InlineData("""string s = "null";""", "JsonSerializer.Deserialize<int[]>(s)", "null")]
    [InlineData("""string s = "{";""", "JsonSerializer.Deserialize<int[]>(s)", "failure")]
    public void Idioms_mean_the_same(string locals, string expression, string outcome) => Meaning.Same(locals, expression, outcome);
}
