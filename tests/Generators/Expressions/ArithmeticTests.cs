namespace Aot.Generators.Tests.Expressions;

public class ArithmeticTests
{
    private const string IntParse =
        @"($result := $contains($s, /^[\t-\r ]*[+\-]?[0-9]+[\t-\r ]*$/) ? $number($replace($s, /[\t-\r +]/, '')) : $error('FormatException'); "
        + "$result >= -2147483648 and $result <= 2147483647 ? $result : $error('OverflowException'))";

    [Theory]
    [InlineData("int a = 7; int b = 2;", "a / b", "$b = 0 ? $error('DivideByZeroException') : ($a - $a % $b) / $b", "3")]
    [InlineData("int a = -7; int b = 2;", "a / b", "$b = 0 ? $error('DivideByZeroException') : ($a - $a % $b) / $b", "-3")]
    [InlineData("int a = 7; int b = 0;", "a / b", "$b = 0 ? $error('DivideByZeroException') : ($a - $a % $b) / $b", "failure")]
    [InlineData("int a = -7; int b = 2;", "a % b", "$b = 0 ? $error('DivideByZeroException') : $a % $b", "-1")]
    [InlineData("int a = 130;", "a / 60", "($a - $a % 60) / 60", "2")]
    [InlineData("int a = 130;", "a % 60 * 2 + 1", "$a % 60 * 2 + 1", "21")]
    [InlineData("int a = 1; int b = 2; int c = 3;", "a - (b - c) * -2", "$a - ($b - $c) * -2", "-1")]
    [InlineData("int a = 100; int b = 7;", "(a + b - 1) / b", "($n := $a + $b - 1; $b = 0 ? $error('DivideByZeroException') : ($n - $n % $b) / $b)", "15")]
    [InlineData("int a = 3; int b = 7; int c = 2;", "Math.Min(a, (b + c - 1) / c) - 1", "$min([$a, ($n := $b + $c - 1; $c = 0 ? $error('DivideByZeroException') : ($n - $n % $c) / $c)]) - 1", "2")]
    [InlineData("double a = 1; double b = 4;", "a / b", "$b = 0 ? $error('DivideByZeroException') : $a / $b", "0.25")]
    [InlineData("int a = 5;", "-a", "0 - $a", "-5")]
    [InlineData("int a = 5;", "a - -3", "$a - -3", "8")]
    [InlineData("double x = -2.5;", "(int)x", "$x < 0 ? $ceil($x) : $floor($x)", "-2")]
    [InlineData("double x = -2.5;", "Math.Round(x)", "$round($x)", "-2")]
    [InlineData("double x = 2.5;", "Math.Floor(x) + Math.Ceiling(x) + Math.Abs(-x) + Math.Truncate(x)", "$floor($x) + $ceil($x) + $abs(0 - $x) + ($x < 0 ? $ceil($x) : $floor($x))", "9.5")]
    [InlineData("int x = 5;", "Math.Clamp(x, 0, 3)", "$max([0, $min([$x, 3])])", "3")]
    [InlineData("int x = -5;", "Math.Sign(x)", "$x > 0 ? 1 : $x < 0 ? -1 : 0", "-1")]
    [InlineData("int? a = null; int b = 2;", "a + b", "$a != null ? $a + $b : null", "null")]
    [InlineData("int? a = 3; int b = 2;", "a * b", "$a * $b", "6")]
    [InlineData("int a = 2000000000;", "checked(a + a)", "($result := $a + $a; $result >= -2147483648 and $result <= 2147483647 ? $result : $error('OverflowException'))", "failure")]
    [InlineData("""string s = "12";""", "int.Parse(s)", IntParse, "12")]
    [InlineData("""string s = "1.5";""", "int.Parse(s)", IntParse, "failure")]
    [InlineData("""string s = "-12";""", "int.Parse(s)", IntParse, "-12")]
    [InlineData("""string s = "x";""", "int.Parse(s)", IntParse, "failure")]
    [InlineData("""string s = "1.5";""", "double.Parse(s, System.Globalization.CultureInfo.InvariantCulture)", @"$contains($s, /^[\t-\r ]*[+\-]?[0-9]+(\.[0-9]+)?([eE][+\-]?[0-9]+)?[\t-\r ]*$/) ? $number($replace($s, /[\t-\r +]/, '')) : $error('FormatException')", "1.5")]
    public void Arithmetic_means_the_same(string locals, string expression, string jsonata, string outcome) => Meaning.Check(locals, expression, jsonata, outcome);
}
