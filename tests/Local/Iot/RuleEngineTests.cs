using System.Text;
using Aot.Local.Iot;
using Aot.Local.Iot.Sql;
using Aot.Local.Json;
using Aot.Local.Services;
using MQTTnet;

namespace Aot.Local.Tests.Iot;

public sealed class RuleEngineTests
{
    private readonly RecordingTargets _targets = new();
    private readonly List<string> _printed = [];

    [Fact]
    public async Task A_rules_result_goes_to_every_action()
    {
        await Publish(Rule("SELECT t FROM 'bbq/#'", "arn:one", "arn:two"), "bbq/pit", """{"t":1}""");

        Assert.Equal(["arn:one {\"t\":1}", "arn:two {\"t\":1}"], _targets.Delivered);
    }

    [Fact]
    public async Task A_payload_that_is_no_JSON_goes_to_the_error_action_as_it_came()
    {
        await Publish(Rule("SELECT t FROM 'bbq/#'", "arn:one") with { ErrorAction = new TopicRuleAction.Deliver("Sqs", "arn:errors") }, "bbq/pit", "not json");

        var delivered = Assert.Single(_targets.Delivered);
        Assert.StartsWith("arn:errors ", delivered);
        Assert.Contains(Convert.ToBase64String("not json"u8), delivered);
        Assert.Single(_printed);
    }

    [Fact]
    public async Task An_action_that_fails_stops_neither_the_next_action_nor_the_next_rule()
    {
        _targets.Refused = "arn:one";

        await Publish([Rule("SELECT t FROM 'bbq/#'", "arn:one", "arn:two"), Rule("SELECT * FROM 'bbq/#'", "arn:three")], "bbq/pit", """{"t":1}""");

        Assert.Equal(["arn:two {\"t\":1}", "arn:three {\"t\":1}"], _targets.Delivered);
    }

    [Fact]
    public async Task Basic_ingest_reaches_the_named_rule_only()
    {
        TopicRule[] rules = [Rule("SELECT topic() AS topic FROM 'bbq/#'", "arn:one") with { Name = "First" }, Rule("SELECT * FROM '#'", "arn:two") with { Name = "Second" }];

        await Publish(rules, "$aws/rules/First/bbq/pit", "{}");

        Assert.Equal(["arn:one {\"topic\":\"bbq/pit\"}"], _targets.Delivered);
    }

    [Fact]
    public async Task A_message_published_over_MQTT_reaches_the_rules_before_it_is_acknowledged()
    {
        var engine = new RuleEngine([Rule("SELECT *, clientid() AS client FROM 'bbq/#'", "arn:one")], _targets, (_, _) => Task.CompletedTask, TimeProvider.System, _printed.Add);
        await using var broker = await MqttBroker.StartAsync(Ports.Free(), engine.HandleAsync);
        using var client = new MqttClientFactory().CreateMqttClient();
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", broker.Port).WithClientId("thermometer").Build());

        await client.PublishAsync(new MqttApplicationMessageBuilder().WithTopic("bbq/pit").WithPayload("""{"t":1}""")
            .WithQualityOfServiceLevel(MQTTnet.Protocol.MqttQualityOfServiceLevel.AtLeastOnce).Build());

        Assert.Equal(["arn:one {\"t\":1,\"client\":\"thermometer\"}"], _targets.Delivered);
    }

    private Task Publish(TopicRule rule, string topic, string payload) => Publish([rule], topic, payload);

    private Task Publish(TopicRule[] rules, string topic, string payload) =>
        new RuleEngine(rules, _targets, (_, _) => Task.CompletedTask, TimeProvider.System, _printed.Add)
            .HandleAsync(topic, "client", Encoding.UTF8.GetBytes(payload), CancellationToken.None);

    private static TopicRule Rule(string sql, params string[] targets) =>
        new("Rule", SqlParser.Parse(sql), [.. targets.Select(target => new TopicRuleAction.Deliver("Lambda", target))], null);

    private sealed class RecordingTargets : IEventTargets
    {
        public List<string> Delivered { get; } = [];

        public string? Refused { get; set; }

        public ValueTask DeliverAsync(string targetArn, Value payload, CancellationToken cancellationToken)
        {
            if (targetArn == Refused) throw new ServiceException("ResourceNotFoundException", "gone");
            Delivered.Add($"{targetArn} {payload.ToJson()}");
            return ValueTask.CompletedTask;
        }
    }
}
