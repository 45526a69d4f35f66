namespace Aot.Generators.Tests.Expressions;

public class StringTests
{
    [Theory]
    [InlineData("""string s = "hello";""", "s.Length", "$length($s)", "5")]
    [InlineData("""string s = "hello";""", "s.Substring(1, 3)", "4 <= $length($s) ? $substring($s, 1, 3) : $error('ArgumentOutOfRangeException')", @"""ell""")]
    [InlineData("""string s = "hello";""", "s.Substring(2)", "2 <= $length($s) ? $substring($s, 2, $length($s)) : $error('ArgumentOutOfRangeException')", @"""llo""")]
    [InlineData("""string s = "hello";""", "s.Substring(3, 3)", "6 <= $length($s) ? $substring($s, 3, 3) : $error('ArgumentOutOfRangeException')", "failure")]
    [InlineData("""string s = "hello";""", """s.StartsWith("he", StringComparison.Ordinal)""", "$substring($s, 0, 2) = 'he'", "true")]
    [InlineData("""string s = "hello";""", "s.StartsWith('h')", "$substring($s, 0, 1) = 'h'", "true")]
    [InlineData("""string s = "hello";""", """s.EndsWith("llo", StringComparison.Ordinal)""", "$length($s) >= 3 and $substring($s, $length($s) - 3, 3) = 'llo'", "true")]
    [InlineData("""string s = "lo";""", """s.EndsWith("hello", StringComparison.Ordinal)""", "$length($s) >= 5 and $substring($s, $length($s) - 5, 5) = 'hello'", "false")]
    [InlineData("""string s = "lo";""", """s.EndsWith("", StringComparison.Ordinal)""", "true", "true")]
    [InlineData("""string s = "hello";""", """s.Contains("ell")""", "$contains($s, 'ell')", "true")]
    [InlineData("""string s = "a.b.c";""", """s.Replace(".", "$1-")""", "$replace($s, '.', '$1-')", @"""a$1-b$1-c""")]
    [InlineData("""string s = "a.b.c";""", "s.Split('.')", "$split($s, '.')", """["a","b","c"]""")]
    [InlineData("""string s = "";""", "s.Split('.')", "$split($s, '.')", """[""]""")]
    [InlineData("""string s = "  a b  ";""", "s.Trim()", """$replace($s, /^\s+|\s+$/, '')""", @"""a b""")]
    [InlineData("""string s = "Ab";""", "s.ToUpperInvariant() + s.ToLowerInvariant()", "$uppercase($s) & $lowercase($s)", @"""ABab""")]
    [InlineData("""string s = "7";""", @"s.PadLeft(3, '0') + s.PadRight(3) + ""|""", "$pad($s, -3, '0') & $pad($s, 3) & '|'", @"""0077  |""")]
    [InlineData("""string[] xs = ["a", "b"];""", """string.Join(", ", xs)""", "$join($xs, ', ')", @"""a, b""")]
    [InlineData("int[] xs = [1, 2];", """string.Join(",", xs)""", "$join([$map($xs, function($item) { $string($item) })], ',')", @"""1,2""")]
    [InlineData("""string?[] xs = ["a", null];""", """string.Join(",", xs)""", "$join([$map($xs, function($item) { $item != null ? $item : '' })], ',')", @"""a,""")]
    [InlineData("string[] xs = [];", """string.Join(",", xs)""", "$join($xs, ',')", @"""""")]
    [InlineData("string? s = null;", "string.IsNullOrEmpty(s)", "$s = null ? true : $s = ''", "true")]
    [InlineData("""string? s = " ";""", "string.IsNullOrWhiteSpace(s)", """$not($contains($s, /\S/))""", "true")]
    [InlineData("""string s = "abc";""", "s[1]", "2 <= $length($s) ? $substring($s, 1, 1) : $error('IndexOutOfRangeException')", @"""b""")]
    [InlineData("""string s = "abc";""", "s[7]", "8 <= $length($s) ? $substring($s, 7, 1) : $error('IndexOutOfRangeException')", "failure")]
    [InlineData("""string a = "a"; string b = "A";""", "string.Equals(a, b, StringComparison.Ordinal)", "$a = $b", "false")]
    public void String_methods_mean_the_same(string locals, string expression, string jsonata, string outcome) => Meaning.Check(locals, expression, jsonata, outcome);
}
