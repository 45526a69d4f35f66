namespace Aot.Generators.Tests.Expressions;

public class TextTests
{
    [Theory]
    [InlineData("""string s = "it's"; int n = 5;""", @"$""{s} {n}: {{x}}""", "$s & ' ' & $string($n) & ': {x}'", @"""it's 5: {x}""")]
    [InlineData("""string s = "a";""", """s + "b" + 1 + 'c' + true""", "$s & 'b1cTrue'", @"""ab1cTrue""")]
    [InlineData("bool b = true;", @"$""is {b}""", "'is ' & ($b ? 'True' : 'False')", @"""is True""")]
    [InlineData("string? s = null; int? n = null;", @"$""[{s}|{n}]""", "'[' & ($s != null ? $s : '') & '|' & ($n != null ? $string($n) : '') & ']'", @"""[|]""")]
    [InlineData("int? n = 4;", @"$""[{n}]""", "'[' & $string($n) & ']'", @"""[4]""")]
    [InlineData("double d = 2.25;", @"$""{d:F1} {d:N2}""", "$formatNumber($d, '0.0') & ' ' & $formatNumber($d, '#,##0.00')", @"""2.2 2.25""")]
    [InlineData("int n = 5;", @"$""{n:D5}|{n,5}|{n,-5}|""", "$formatNumber($n, '00000;-00000') & '|' & $pad($string($n), -5) & '|' & $pad($string($n), 5) & '|'", @"""00005|    5|5    |""")]
    [InlineData("int n = -5;", @"$""{n:D3}""", "$formatNumber($n, '000;-000')", @"""-005""")]
    [InlineData("int n = 1234567;", @"$""{n:N0}""", "$formatNumber($n, '#,##0')", @"""1,234,567""")]
    [InlineData("""string s = "x";""", @"s + ""\""quo'te\\ ${x} {%a%} 😀\n\t""", @"$s & ""\""quo'te\\ $"" & ""{x} {%a%} 😀\n\t""", @"""x\""quo'te\\ ${x} {%a%} 😀\n\t""")]
    [InlineData("""string s = "x";""", @"""{% not an expression %}""", "'{% not an expression %}'", @"""{% not an expression %}""")]
    [InlineData("""string s = "x";""", @"""${NotAResource}""", "'$' & '{NotAResource}'", @"""${NotAResource}""")]
    [InlineData("""Level l = Level.Warning; Guid g = new Guid("00000000-0000-0000-0000-000000000001");""", @"$""{l} at {g}""", "$l & ' at ' & $g", @"""Warning at 00000000-0000-0000-0000-000000000001""")]
    [InlineData("""string s = "x";""", "s.ToString() + 5.ToString() + true.ToString()", "$s & '5True'", @"""x5True""")]
    [InlineData("DateTimeOffset t = DateTimeOffset.UnixEpoch.AddDays(400);", @"$""{t:u}""", "$fromMillis($toMillis($t), '[Y0001]-[M01]-[D01] [H01]:[m01]:[s01]Z')", @"""1971-02-05 00:00:00Z""")]
    [InlineData("DateTimeOffset t = new DateTimeOffset(2024,1,2,3,4,5,TimeSpan.FromHours(2));", @"$""{t.ToUniversalTime():yyyy-MM-dd HH:mm:ss}""", "$fromMillis($toMillis($t), '[Y0001]-[M01]-[D01] [H01]:[m01]:[s01]')", @"""2024-01-02 01:04:05""")]
    public void Text_means_the_same(string locals, string expression, string jsonata, string outcome) => Meaning.Check(locals, expression, jsonata, outcome);
}
