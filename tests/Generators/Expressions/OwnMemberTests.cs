namespace Aot.Generators.Tests.Expressions;

public class OwnMemberTests
{
    [Theory]
    [InlineData("int n = 1;", "Own.Max + Own.Computed + n", "5 + 10 + $n", "16")]
    [InlineData("int n = 4;", "Own.Twice(n + 1)", "($x := $n + 1; $x + $x)", "10")]
    [InlineData("""var i = new Item("a", 1);""", "i.Label() + Guid.Empty", "$i.id & ($i.note != null ? $i.note : '-') & '00000000-0000-0000-0000-000000000000'", @"""a-00000000-0000-0000-0000-000000000000""")]
    [InlineData("int n = 4;", "Own.Jobs", "'${JobQueue}'", @"""${JobQueue}""")]
    [InlineData("int n = 4;", "Own.Jobs.LogicalId + n", "'JobQueue' & $string($n)", @"""JobQueue4""")]
    public void Own_members_mean_the_same(string locals, string expression, string jsonata, string outcome) => Meaning.Check(locals, expression, jsonata, outcome);
}
