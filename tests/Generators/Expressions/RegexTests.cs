using Aot.Generators.Reading.Expressions;

namespace Aot.Generators.Tests.Expressions;

public class RegexTests
{
    [Theory]
    [InlineData("""string s = "ord-42";""", @"Regex.IsMatch(s, ""^ord-[0-9]+$"")", "true")]
    [InlineData("""string s = "ord-42\n";""", @"Regex.IsMatch(s, ""^ord-[0-9]+$"")", "true")]
    [InlineData("""string s = "ord-42\n\n";""", @"Regex.IsMatch(s, ""^ord-[0-9]+$"")", "false")]
    [InlineData("""string s = "ord-42\n";""", @"Regex.IsMatch(s, @""^ord-[0-9]+\z"")", "false")]
    [InlineData("""string s = "";""", @"Regex.IsMatch(s, ""a"")", "false")]
    [InlineData("""string s = "a\rb";""", @"Regex.IsMatch(s, ""a.b"")", "true")]
    [InlineData("""string s = "a\nb";""", @"Regex.IsMatch(s, ""a.b"")", "false")]
    [InlineData("""string s = "a\nb";""", @"Regex.IsMatch(s, ""a.b"", RegexOptions.Singleline)", "true")]
    [InlineData("""string s = "ABC";""", @"Regex.IsMatch(s, ""abc"", RegexOptions.IgnoreCase)", "true")]
    [InlineData("""string s = "42";""", @"Regex.IsMatch(s, @""^\d{2}$"", RegexOptions.ECMAScript)", "true")]
    [InlineData("""string s = "a/b";""", @"Regex.IsMatch(s, ""^a/b$"")", "true")]
    [InlineData("""string s = "a(b";""", @"Regex.IsMatch(s, @""^a[(]b|\)$"")", "true")]
    [InlineData("""string s = "a\\b";""", @"Regex.IsMatch(s, @""a\\(b|c)"")", "true")]
    [InlineData("""string s = "x-y";""", @"Regex.IsMatch(s, ""^[a-z-]+$"")", "true")]
    [InlineData("""string s = "ab";""", @"Regex.IsMatch(s, ""a(?=b)"") && !Regex.IsMatch(s, ""a(?!b)"")", "true")]
    [InlineData("""string s = "aXbX";""", @"Regex.Replace(s, ""[X]"", ""-"")", @"""a-b-""")]
    [InlineData("""string s = "john smith";""", @"Regex.Replace(s, ""([a-z]+) ([a-z]+)"", ""$2, $1 $$ $0"")", @"""smith, john $ john smith""")]
    [InlineData("""string s = "";""", @"Regex.Replace(s, ""x"", ""y"")", @"""""")]
    [InlineData("""string s = "a1b22c";""", @"Regex.Split(s, ""[0-9]+"")", """["a","b","c"]""")]
    [InlineData("""string s = "abc";""", @"Regex.Split(s, ""[0-9]+"")", """["abc"]""")]
    [InlineData("""string s = "a1b22c";""", @"Regex.Count(s, ""[0-9]+"")", "2")]
    [InlineData("""string s = "abc";""", @"Regex.Count(s, ""[0-9]+"")", "0")]
    [InlineData("""string s = "a1b22c";""", @"Regex.Match(s, ""[0-9][0-9]"").Value", @"""22""")]
    [InlineData("""string s = "abc";""", @"Regex.Match(s, ""[0-9]+"").Value", @"""""")]
    [InlineData("""string s = "abc";""", @"Regex.Match(s, ""[0-9]+"").Success", "false")]
    [InlineData("""string s = "id=42;x";""", @"Regex.Match(s, ""([a-z]+)=([0-9]+)"").Groups[2].Value", @"""42""")]
    [InlineData("""string s = "id=42;x";""", @"Regex.Match(s, ""([a-z]+)=([0-9]+)"").Groups[0].Value", @"""id=42""")]
    [InlineData("""string s = "none";""", @"Regex.Match(s, ""([a-z]+)=([0-9]+)"").Groups[1].Value", @"""""")]
    [InlineData("""string s = "a12";""", "Own.Digits.IsMatch(s) && Own.Digits.Match(s).Value == \"12\"", "true")]
    public void Patterns_match_the_same(string locals, string expression, string outcome) => Meaning.Same(locals, expression, outcome);

    [Theory]
    [InlineData("""string s = "ord-42";""", @"Regex.IsMatch(s, ""^ord-[0-9]+/x"")", @"$contains($s, /^ord\-[0-9]+\/x/)")]
    [InlineData("""string s = "a";""", @"Regex.Match(s, ""(b)"").Groups[1].Value", "($found := [$match($s, /(b)/, 1)]; $count($found) > 0 ? (($found)[0].groups)[0] : '')")]
    [InlineData("""string s = "a";""", @"Regex.Match(s, ""(b)"").Success", "$contains($s, /(b)/)")]
    public void Patterns_are_written_plainly(string locals, string expression, string jsonata) =>
        Assert.Equal(jsonata, Jsonata.JsonataWriter.Expression(new Snippet(expression, locals).Expr));

    [Theory]
    [InlineData(@"\d+", 0)]
    [InlineData(@"a\s", 1)]
    [InlineData(@"a\b", 1)]
    [InlineData("(?<n>a)", 0)]
    [InlineData("(?<=a)b", 0)]
    [InlineData("(?i)a", 0)]
    [InlineData("a*", 0)]
    [InlineData("a|b?", 0)]
    [InlineData("^$", 0)]
    [InlineData(@"(a)\1", 3)]
    [InlineData("a{,3}", 1)]
    [InlineData("a++", 2)]
    [InlineData("[a[b]]", 2)]
    [InlineData("[a&&b]", 2)]
    [InlineData("[]a]", 1)]
    [InlineData("(a", 0)]
    [InlineData("a)", 1)]
    [InlineData("😀", 0)]
    [InlineData("^*a", 1)]
    [InlineData("*a", 0)]
    [InlineData(@"a\", 1)]
    [InlineData("[a", 0)]
    public void What_differs_between_engines_is_refused_at_its_position(string pattern, int position) =>
        Assert.StartsWith($"at position {position}: ", RegexDialect.Read(pattern, isEcmaScript: false, isSingleline: false).Problem);

    [Theory]
    [InlineData("string s = \"\";", "Regex.IsMatch(s, s)", "s")]
    [InlineData("string s = \"\";", @"Regex.IsMatch(s, @""\d"")", @"@""\d""")]
    [InlineData("string s = \"\";", @"Regex.IsMatch(s, ""a"", RegexOptions.RightToLeft)", "RegexOptions.RightToLeft")]
    [InlineData("string s = \"\";", @"Regex.Split(s, ""(a)"")", @"""(a)""")]
    [InlineData("string s = \"\";", @"Regex.Match(s, ""(a)?b"").Value", @"""(a)?b""")]
    public void A_pattern_is_reported_where_it_stands(string locals, string expression, string underlined)
    {
        var diagnostic = Assert.Single(new Snippet(expression, locals).Diagnostics);

        Assert.Equal("WF3012", diagnostic.Id);
        Assert.Equal(underlined, Snippet.Underlined(diagnostic));
    }
}
