namespace Aot.Generators.Tests.Expressions;

public class TimeTests
{
    [Theory]
    [InlineData("DateTimeOffset t = DateTimeOffset.UnixEpoch;", "t.AddMinutes(-10)", "$fromMillis($toMillis($t) - 600000)", @"""1969-12-31T23:50:00.000Z""")]
    [InlineData("DateTimeOffset t = DateTimeOffset.UnixEpoch; int n = 3;", "t.AddSeconds(n * 2)", "$fromMillis($toMillis($t) + $n * 2 * 1000)", @"""1970-01-01T00:00:06.000Z""")]
    [InlineData("DateTimeOffset a = DateTimeOffset.UnixEpoch; DateTimeOffset b = a.AddDays(1);", "(b - a).TotalHours", "($toMillis($b) - $toMillis($a)) / 3600000", "24")]
    [InlineData("DateTimeOffset a = DateTimeOffset.UnixEpoch; DateTimeOffset b = a.AddDays(1);", "a < b && a != b", "$toMillis($a) < $toMillis($b) and $toMillis($a) != $toMillis($b)", "true")]
    [InlineData("DateTimeOffset a = DateTimeOffset.UnixEpoch.AddMilliseconds(-1);", "a.ToUnixTimeSeconds()", "$floor($toMillis($a) / 1000)", "-1")]
    [InlineData("DateTimeOffset a = DateTimeOffset.UnixEpoch.AddMilliseconds(1500);", "a.ToUnixTimeSeconds() - 90", "$floor($toMillis($a) / 1000) - 90", "-89")]
    [InlineData("DateTimeOffset a = DateTimeOffset.UnixEpoch;", "DateTimeOffset.FromUnixTimeSeconds(a.ToUnixTimeSeconds() + 5)", "$fromMillis(($floor($toMillis($a) / 1000) + 5) * 1000)", @"""1970-01-01T00:00:05.000Z""")]
    [InlineData("DateTimeOffset a = DateTimeOffset.UnixEpoch;", "a + TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(30)", "$fromMillis($toMillis($a) + 120000 - 30000)", @"""1970-01-01T00:01:30.000Z""")]
    [InlineData("DateTimeOffset? a = null;", "a < DateTimeOffset.UnixEpoch", "$a != null ? $toMillis($a) < $toMillis('1970-01-01T00:00:00.000Z') : false", "false")]
    [InlineData("TimeSpan d = TimeSpan.FromSeconds(90);", "d.TotalMinutes", "$d / 60000", "1.5")]
    [InlineData("int n = 0;", "DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 90 > n", "$floor($millis() / 1000) - 90 > $n", "true")]
    [InlineData("int n = 0;", "DateTimeOffset.UtcNow.AddMinutes(-10).ToUnixTimeMilliseconds() > n", "$millis() - 600000 > $n", "true")]
    public void Times_mean_the_same(string locals, string expression, string jsonata, string outcome) => Meaning.Check(locals, expression, jsonata, outcome);
}
