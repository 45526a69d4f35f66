using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.Sns;

namespace Aot.Local.Tests.Services.Sns;

public class SnsServiceTests
{
    private const string Topic = "arn:aws:sns:us-east-1:000000000000:alarms";
    private const string Queue = "arn:aws:sqs:us-east-1:000000000000:inbox";
    private const string Function = "arn:aws:lambda:us-east-1:000000000000:function:Notify";

    private readonly RecordingTargets _targets = new();
    private readonly SnsService _sns;

    public SnsServiceTests() => _sns = new SnsService(new LocalAws(), new FakeClock(), _targets);

    [Fact]
    public async Task A_queue_gets_an_envelope_and_a_function_a_record()
    {
        await _sns.CallAsync("CreateTopic", """{"Name":"alarms"}""");
        await SubscribeAsync("sqs", Queue);
        await SubscribeAsync("lambda", Function);

        var published = await PublishAsync(""" "Message":"hot","Subject":"Pit","MessageAttributes":{"kind":{"DataType":"String","StringValue":"high"}} """);

        var envelope = _targets.Delivered.Single(delivery => delivery.Arn == Queue).Payload;
        var record = _targets.Delivered.Single(delivery => delivery.Arn == Function).Payload.At("Records.0")!;
        Assert.Equal(published.TextAt("MessageId"), envelope.TextAt("MessageId"));
        Assert.Equal(
            "Notification hot Pit high",
            $"{envelope.TextAt("Type")} {envelope.TextAt("Message")} {envelope.TextAt("Subject")} {envelope.TextAt("MessageAttributes.kind.Value")}");
        Assert.Equal("aws:sns hot 2026-01-05T12:00:00.000Z", $"{record.TextAt("EventSource")} {record.TextAt("Sns.Message")} {record.TextAt("Sns.Timestamp")}");
    }

    [Fact]
    public async Task A_raw_subscription_gets_the_message_alone()
    {
        await _sns.CallAsync("CreateTopic", """{"Name":"alarms"}""");
        await SubscribeAsync("sqs", Queue, "\"RawMessageDelivery\":\"true\"");

        await PublishAsync(""" "Message":"hot" """);

        Assert.Equal("hot", ((StringValue)_targets.Delivered.Single().Payload).Text);
    }

    [Theory]
    [InlineData("""{\"kind\":[\"high\"]}""", "", 1)]
    [InlineData("""{\"kind\":[\"low\"]}""", "", 0)]
    [InlineData("""{\"level\":[{\"numeric\":[\">\",3]}]}""", "", 1)]
    [InlineData("""{\"probe\":[2]}""", ",\"FilterPolicyScope\":\"MessageBody\"", 1)]
    [InlineData("""{\"probe\":[3]}""", ",\"FilterPolicyScope\":\"MessageBody\"", 0)]
    public async Task A_filter_policy_chooses_messages(string policy, string scope, int expected)
    {
        await _sns.CallAsync("CreateTopic", """{"Name":"alarms"}""");
        await SubscribeAsync("sqs", Queue, $"\"FilterPolicy\":\"{policy}\"{scope}");

        await PublishAsync(
            """ "Message":"{\"probe\":2}","MessageAttributes":{"kind":{"DataType":"String","StringValue":"high"},"level":{"DataType":"Number","StringValue":"4"}} """);

        Assert.Equal(expected, _targets.Delivered.Count);
    }

    [Theory]
    [InlineData("""{"TopicArn":"arn:none","Message":"a"}""", "NotFound", "Topic does not exist")]
    [InlineData("""{"Message":"a"}""", "InvalidParameter", "Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter")]
    [InlineData($$"""{"TopicArn":"{{Topic}}","Message":""}""", "InvalidParameter", "Invalid parameter: Empty message")]
    [InlineData($$"""{"TopicArn":"{{Topic}}","Message":"a","Subject":""}""", "InvalidParameter", "Invalid parameter: Subject")]
    [InlineData($$"""{"TopicArn":"{{Topic}}","Message":"a","MessageStructure":"json"}""", "InvalidParameter", "Invalid parameter: Message Structure - JSON message body failed to parse")]
    public async Task A_bad_publish_is_refused(string request, string code, string message)
    {
        await _sns.CallAsync("CreateTopic", """{"Name":"alarms"}""");

        var refused = await _sns.RefusedAsync("Publish", request);

        Assert.Equal((code, message), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task A_message_over_256_KB_is_refused()
    {
        await _sns.CallAsync("CreateTopic", """{"Name":"alarms"}""");

        var refused = await _sns.RefusedAsync("Publish", $$"""{"TopicArn":"{{Topic}}","Message":"{{new string('x', 262_145)}}"}""");

        Assert.Equal("Invalid parameter: Message too long", refused.Message);
    }

    private Task<Value> SubscribeAsync(string protocol, string endpoint, string attributes = "") => _sns.CallAsync(
        "Subscribe", $$"""{"TopicArn":"{{Topic}}","Protocol":"{{protocol}}","Endpoint":"{{endpoint}}","Attributes":{ {{attributes}} } }""");

    private async Task<Value> PublishAsync(string members)
    {
        var published = await _sns.CallAsync("Publish", $$"""{"TopicArn":"{{Topic}}",{{members}} }""");
        await _sns.Delivery.WhenIdleAsync();
        return published;
    }
}
