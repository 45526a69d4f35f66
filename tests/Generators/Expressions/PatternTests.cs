namespace Aot.Generators.Tests.Expressions;

public class PatternTests
{
    [Theory]
    [InlineData("int a = 5;", "a is > 3 and < 10", "$a > 3 and $a < 10", "true")]
    [InlineData("int? a = null;", "a is > 3", "$a != null ? $a > 3 : false", "false")]
    [InlineData("int a = 5;", "a is 1 or 5", "$a = 1 or $a = 5", "true")]
    [InlineData("""var i = new Item("a", 5);""", "i is { Quantity: > 3, Note: null }", "$i.quantity > 3 and $not($i.note != null)", "true")]
    [InlineData("""var i = new Item("a", 5, "n");""", "i is { Quantity: > 3, Note: { Length: 1 } }", "$i.quantity > 3 and ($i.note != null ? $length($i.note) = 1 : false)", "true")]
    [InlineData("""var i = new Item("a", 5, Tags: ["x"]);""", "i.Tags is not { Length: > 0 } tags", "$tags = null ? true : $count($tags) <= 0", "false")]
    [InlineData("""var i = new Item("a", 5);""", "i.Tags is not { Length: > 0 } tags", "$tags = null ? true : $count($tags) <= 0", "true")]
    [InlineData("""var i = new Item("a", 5, Tags: ["x"]);""", @"i.Tags is { Length: > 0 } tags && tags[0] == ""x""", "($tags != null ? $count($tags) > 0 : false) ? ($item := ($tags)[0]; $exists($item) ? $item : $error('IndexOutOfRangeException')) = 'x' : false", "true")]
    [InlineData("""var i = new Item("a", 5);""", @"i.Tags is { Length: > 0 } tags && tags[0] == ""x""", "($tags != null ? $count($tags) > 0 : false) ? ($item := ($tags)[0]; $exists($item) ? $item : $error('IndexOutOfRangeException')) = 'x' : false", "false")]
    [InlineData("""var i = new Item("a", 5, Next: new Item("b", 6));""", @"i is { Next: { Quantity: > 5 } next } ? next.Id : ""none""", "($i.next != null ? $i.next.quantity > 5 : false) ? $next.id : 'none'", @"""b""")]
    [InlineData("""var i = new Item("a", 5);""", @"i is { Next: { Quantity: > 5 } next } ? next.Id : ""none""", "($i.next != null ? $i.next.quantity > 5 : false) ? $next.id : 'none'", @"""none""")]
    [InlineData("""var i = new Item("a", 5);""", "i is { Next.Quantity: 6 }", "$i.next != null ? $i.next.quantity = 6 : false", "false")]
    [InlineData("int[] xs = [1, 2, 3];", "xs is [1, .., 3]", "$count($xs) >= 2 ? ($xs)[0] = 1 and ($xs)[-1] = 3 : false", "true")]
    [InlineData("int[] xs = [1];", "xs is [1, .., 3]", "$count($xs) >= 2 ? ($xs)[0] = 1 and ($xs)[-1] = 3 : false", "false")]
    [InlineData("int[] xs = [1];", "xs is []", "$count($xs) = 0", "false")]
    [InlineData("int[] xs = [];", "xs is []", "$count($xs) = 0", "true")]
    [InlineData("int[] xs = [1];", "xs is [_]", "$count($xs) = 1", "true")]
    [InlineData("double c = 101; double l = 80;", "(c - l) switch { > 20 => Level.Critical, > 0 => Level.Warning, _ => Level.Ok }", "($value := $c - $l; $value > 20 ? 'Critical' : $value > 0 ? 'Warning' : 'Ok')", @"""Critical""")]
    [InlineData("int a = 7;", """a switch { 1 => "a", 2 => "b" }""", "$a = 1 ? 'a' : $a = 2 ? 'b' : $error('SwitchExpressionException')", "failure")]
    [InlineData("int a = 7;", "a switch { var x when x > 5 => x + 1, _ => 0 }", "$a > 5 ? $a + 1 : 0", "8")]
    [InlineData("string? s = null;", """s switch { null => 0, "a" => 1, { Length: > 3 } => 2, _ => 3 }""", "$s = null ? 0 : $s = 'a' ? 1 : ($s != null ? $length($s) > 3 : false) ? 2 : 3", "0")]
    [InlineData("""string s = "abcd";""", @"s is ""a"" or ""abcd""", "$s = 'a' or $s = 'abcd'", "true")]
    [InlineData("""var i = new Item("a", 1);""", "i.Next!.Note", "($owner := $i.next != null ? $i.next : $error('NullReferenceException'); $exists($owner.note) ? $owner.note : null)", "failure")]
    [InlineData("""var i = new Item("a", 1);""", "i.Limit!.Value", "$i.limit != null ? $i.limit : $error('InvalidOperationException')", "failure")]
    [InlineData("""var i = new Item("a", 1);""", "i.Limit == null || i.Limit > 3", "$not($i.limit != null) ? true : $i.limit > 3", "true")]
    public void Patterns_mean_the_same(string locals, string expression, string jsonata, string outcome) => Meaning.Check(locals, expression, jsonata, outcome);
}
