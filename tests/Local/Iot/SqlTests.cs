using Aot.Local.Iot.Sql;
using Aot.Local.Json;

namespace Aot.Local.Tests.Iot;

public sealed class SqlTests
{
    [Theory]
    [InlineData("SELECT * FROM 'bbq/+/telemetry'", """{"device":"pit","t":107.5,"sys":{"rssi":-61},"list":[4,5]}""")]
    [InlineData("select t from 'bbq/#'", """{"t":107.5}""")]
    [InlineData("SELECT t AS celsius, sys.rssi AS signal FROM 'bbq/#'", """{"celsius":107.5,"signal":-61}""")]
    [InlineData("SELECT sys.rssi FROM 'bbq/#'", """{"rssi":-61}""")]
    [InlineData("SELECT list[1] AS second FROM 'bbq/#'", """{"second":5}""")]
    [InlineData("SELECT topic() AS whole, topic(2) AS device, topic(9) AS none FROM 'bbq/#'", """{"whole":"bbq/pit-01/telemetry","device":"pit-01"}""")]
    [InlineData("SELECT topic(2) AS device, * FROM 'bbq/#'", """{"device":"pit","t":107.5,"sys":{"rssi":-61},"list":[4,5]}""")]
    [InlineData("SELECT clientid() AS client, timestamp() AS at FROM 'bbq/#'", """{"client":"thermometer","at":1763881200123}""")]
    [InlineData("SELECT t * 2 + 1 AS x, -t AS y, t / 0 AS z, 'a' + t AS w FROM 'bbq/#'", """{"x":216,"y":-107.5,"w":"a107.5"}""")]
    [InlineData("SELECT missing, upper(device) AS device FROM 'bbq/#'", """{"device":"PIT"}""")]
    public void The_select_list_shapes_what_actions_get(string sql, string expected) =>
        Assert.Equal(expected, SqlParser.Parse(sql).Apply(Message())!.ToJson());

    [Theory]
    [InlineData("t > 100", true)]
    [InlineData("t >= 107.5 and sys.rssi < 0", true)]
    [InlineData("t > 200 or device = 'pit'", true)]
    [InlineData("not (t > 200)", true)]
    [InlineData("NOT t > 200 AND device <> 'x'", true)]
    [InlineData("device = 'it''s'", false)]
    [InlineData("t = '107.5'", false)]
    [InlineData("missing > 1", false)]
    [InlineData("not missing > 1", false)]
    [InlineData("missing > 1 or t > 1", true)]
    [InlineData("isUndefined(missing)", true)]
    [InlineData("topic(2) = 'pit-01'", true)]
    [InlineData("t", false)]
    public void Where_takes_a_message_only_when_it_is_true(string condition, bool applies) =>
        Assert.Equal(applies, SqlParser.Parse($"SELECT * FROM 'bbq/+/telemetry' WHERE {condition}").Apply(Message()) is not null);

    [Theory]
    [InlineData("SELECT * FROM 'bbq/+/event'")]
    [InlineData("SELECT * FROM 'bbq/pit-01'")]
    public void A_message_on_another_topic_is_not_taken(string sql) => Assert.Null(SqlParser.Parse(sql).Apply(Message()));

    [Theory]
    [InlineData("SELECT", "Expected a value, found the end")]
    [InlineData("SELECT * FROM topic", "Expected a topic filter in quotes")]
    [InlineData("SELECT * FROM 'a/#/b'", "# must be the whole last level")]
    [InlineData("SELECT * FROM 'a' WHERE", "Expected a value")]
    [InlineData("SELECT * FROM 'a' WHERE x = 1 2", "Expected an operator or the end")]
    [InlineData("SELECT machinelearning_predict('m') FROM 'a'", "The function machinelearning_predict is not supported")]
    [InlineData("SELECT topic(1, 2) FROM 'a'", "topic takes 1 argument(s), not 2")]
    [InlineData("SELECT 'open FROM a", "This text is not closed (character 8)")]
    [InlineData("SELECT ? FROM 'a'", "'?' has no meaning here")]
    public void SQL_that_is_not_understood_is_refused_with_its_place(string sql, string problem) =>
        Assert.Contains(problem, Assert.Throws<SqlException>(() => SqlParser.Parse(sql)).Message);

    [Fact]
    public void Every_newuuid_is_new()
    {
        var statement = SqlParser.Parse("SELECT newuuid() AS id FROM '#'");

        Assert.NotEqual(statement.Apply(Message()), statement.Apply(Message()));
    }

    private static SqlMessage Message() => new(
        "bbq/pit-01/telemetry",
        "thermometer",
        Value.Parse("""{"device":"pit","t":107.5,"sys":{"rssi":-61},"list":[4,5]}"""),
        DateTimeOffset.FromUnixTimeMilliseconds(1763881200123));
}
