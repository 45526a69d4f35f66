using Amazon.DynamoDBv2.Model;
using Amazon.SQS.Model;
using Aot.Local.Json;
using MQTTnet;
using MQTTnet.Protocol;

namespace Aot.Local.Demo;

/// <summary>The thermometer: two devices publish telemetry, everything usable is stored once, and what is too hot raises an alarm.</summary>
internal static class IotThermometerDemo
{
    private const int Samples = 10;
    private static readonly string[] Devices = ["pit-01", "pit-02"];

    public static async Task RunAsync(DemoRun run)
    {
        var alarms = await SubscribeAsync(run);
        var published = await PublishAsync(run);

        // Probe 3 is open in every sample; sample 3 of pit-01 arrives twice.
        var expected = Devices.Length * Samples * 2;
        var rows = await run.UntilAsync(() => RowsAsync(run), rows => rows.Count >= expected);
        run.Report.Check(rows.Count == expected, $"{published} messages became {expected} readings in the table, each once", $"{rows.Count} rows");
        var severities = rows.CountBy(row => row["severity"].S).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Value} {count.Key}").ToArray();
        run.Report.Check(
            severities.SequenceEqual(["1 Critical", $"{expected - 2} Ok", "1 Warning"]), $"their severities are {string.Join(", ", severities)}", "expected 1 Critical, 1 Warning");

        var received = await AlarmsAsync(run, alarms);
        run.Report.Check(
            received is [{ Subject: "Critical at garden" } critical, { Subject: "Warning at garden" } warning]
                && critical.Message.Contains("pit-02 probe 1 reads 155.0", StringComparison.Ordinal) && warning.Message.Contains("pit-01 probe 2 reads 97.5", StringComparison.Ordinal),
            "both alarms arrived through the topic", string.Join(" · ", received.Select(alarm => $"{alarm.Subject}: {alarm.Message}")));
    }

    private static async Task<string> SubscribeAsync(DemoRun run)
    {
        var queue = (await run.Clients.Sqs.CreateQueueAsync(new CreateQueueRequest("DemoAlarms"), run.Stop)).QueueUrl;
        var attributes = await run.Clients.Sqs.GetQueueAttributesAsync(queue, ["QueueArn"], run.Stop);
        var subscription = new Dictionary<string, string> { ["TopicArn"] = run.Ref("AlarmTopic"), ["Protocol"] = "sqs", ["Endpoint"] = attributes.QueueARN };
        await run.Clients.SnsAsync("Subscribe", subscription, run.Stop);
        run.Report.Step("a queue is subscribed to AlarmTopic");
        return queue;
    }

    private static async Task<int> PublishAsync(DemoRun run)
    {
        using var client = new MqttClientFactory().CreateMqttClient();
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", run.Stack.MqttPort).WithClientId("demo-greengrass-core").Build(), run.Stop);
        var messages = Devices.SelectMany(device => Enumerable.Range(1, Samples).Select(seq => Telemetry(device, seq, run.Time.GetUtcNow()))).ToList();
        messages.Add(messages[2]); // delivered twice, as QoS 1 allows
        foreach (var (topic, payload) in messages)
        {
            await client.PublishAsync(
                new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(payload.ToUtf8Json()).WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build(), run.Stop);
        }
        await client.DisconnectAsync(cancellationToken: run.Stop);
        run.Report.Step($"{messages.Count} messages of {Devices.Length} thermometers published over MQTT, one of them twice");
        return messages.Count;
    }

    private static (string Topic, ObjectValue Payload) Telemetry(string device, int seq, DateTimeOffset now)
    {
        var pit = (device, seq) == ("pit-02", 5) ? 155 : 107.4 + seq / 10.0;
        var food = (device, seq) == ("pit-01", 7) ? 97.5 : 60 + seq;
        var payload = new ObjectValue
        {
            ["v"] = 1,
            ["boot"] = "01J8ZDEMO",
            ["seq"] = seq,
            ["ts"] = new NumberValue(now.AddSeconds(seq - Samples).ToUnixTimeMilliseconds()),
            ["unit"] = "C",
            ["site"] = "garden",
            ["readings"] = new ArrayValue(Probe(1, pit, "ok"), Probe(2, food, "ok"), Probe(3, null, "open")),
            ["sys"] = new ObjectValue { ["rssi"] = -61, ["fw"] = "1.4.0" },
        };
        return ($"bbq/{device}/telemetry", payload);
    }

    private static ObjectValue Probe(int number, double? celsius, string quality) =>
        new() { ["probe"] = number, ["t"] = celsius is { } value ? new NumberValue(value) : NullValue.Instance, ["q"] = quality };

    private static async Task<List<Dictionary<string, AttributeValue>>> RowsAsync(DemoRun run) =>
        (await run.Clients.DynamoDb.ScanAsync(new ScanRequest(run.Ref("ReadingTable")), run.Stop)).Items ?? [];

    private static async Task<List<(string Subject, string Message)>> AlarmsAsync(DemoRun run, string queue)
    {
        var alarms = new List<(string Subject, string Message)>();
        await run.UntilAsync(async () =>
        {
            var answer = await run.Clients.Sqs.ReceiveMessageAsync(new ReceiveMessageRequest(queue) { MaxNumberOfMessages = 10 }, run.Stop);
            foreach (var message in answer.Messages ?? [])
            {
                var notification = (ObjectValue)Value.Parse(message.Body);
                alarms.Add((DemoRun.Text(notification, "Subject"), DemoRun.Text(notification, "Message")));
                run.Report.Detail($"alarm: {alarms[^1].Subject}: {alarms[^1].Message}");
                await run.Clients.Sqs.DeleteMessageAsync(queue, message.ReceiptHandle, run.Stop);
            }
            return alarms.Count;
        }, count => count >= 2);
        return [.. alarms.Order()];
    }
}
