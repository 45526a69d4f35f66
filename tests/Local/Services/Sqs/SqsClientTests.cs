using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Aot.Local.Services.Sqs;

namespace Aot.Local.Tests.Services.Sqs;

/// <summary>The queue as AWSSDK.SQS sees it; the client compares the MD5s itself.</summary>
public class SqsClientTests
{
    [Fact]
    public async Task A_message_goes_through_with_its_attributes()
    {
        await using var wire = await Wire.StartAsync(aws => [new SqsService(aws, TimeProvider.System)]);
        using var client = ClientOf(wire);
        var url = (await client.CreateQueueAsync("jobs")).QueueUrl;

        await client.SendMessageAsync(new SendMessageRequest(url, "grüße ✓")
        {
            MessageAttributes = new()
            {
                ["text"] = new() { DataType = "String", StringValue = "ä" },
                ["count"] = new() { DataType = "Number.int", StringValue = "7" },
                ["bytes"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([1, 2, 255]) },
            },
        });
        var received = await client.ReceiveMessageAsync(new ReceiveMessageRequest(url)
        {
            MessageAttributeNames = ["All"], MessageSystemAttributeNames = ["All"], WaitTimeSeconds = 5,
        });
        await client.DeleteMessageAsync(url, received.Messages[0].ReceiptHandle);
        var empty = await client.ReceiveMessageAsync(url);

        Assert.Equal("grüße ✓", received.Messages[0].Body);
        Assert.Equal("ä", received.Messages[0].MessageAttributes["text"].StringValue);
        Assert.Equal(new byte[] { 1, 2, 255 }, received.Messages[0].MessageAttributes["bytes"].BinaryValue.ToArray());
        Assert.Equal("1", received.Messages[0].Attributes["ApproximateReceiveCount"]);
        Assert.Empty(empty.Messages ?? []);
    }

    [Fact]
    public async Task A_batch_reports_each_entry()
    {
        await using var wire = await Wire.StartAsync(aws => [new SqsService(aws, TimeProvider.System)]);
        using var client = ClientOf(wire);
        var url = (await client.CreateQueueAsync("jobs")).QueueUrl;

        var sent = await client.SendMessageBatchAsync(url,
        [
            new("a", "one"), new("b", "bad \u0001"), new("c", "three"), new("d", "late") { DelaySeconds = 901 },
        ]);
        var received = await client.ReceiveMessageAsync(new ReceiveMessageRequest(url) { MaxNumberOfMessages = 10 });
        var deleted = await client.DeleteMessageBatchAsync(url, [new("a", received.Messages[0].ReceiptHandle), new("b", "nonsense")]);

        Assert.Equal(["a", "c"], sent.Successful.Select(entry => entry.Id));
        Assert.Equal(["b InvalidMessageContents", "d InvalidParameterValue"], sent.Failed.Select(entry => $"{entry.Id} {entry.Code}"));
        Assert.Equal(2, received.Messages.Count);
        Assert.Equal("b ReceiptHandleIsInvalid True", deleted.Failed.Select(entry => $"{entry.Id} {entry.Code} {entry.SenderFault}").Single());
    }

    [Fact]
    public async Task Refusals_arrive_as_the_clients_exceptions()
    {
        await using var wire = await Wire.StartAsync(aws => [new SqsService(aws, TimeProvider.System)]);
        using var client = ClientOf(wire);
        var url = (await client.CreateQueueAsync("jobs")).QueueUrl;

        await Assert.ThrowsAsync<QueueDoesNotExistException>(() => client.GetQueueUrlAsync("none"));
        await Assert.ThrowsAsync<QueueNameExistsException>(() => client.CreateQueueAsync(
            new CreateQueueRequest("jobs") { Attributes = new() { ["VisibilityTimeout"] = "99" } }));
        await Assert.ThrowsAsync<EmptyBatchRequestException>(() => client.SendMessageBatchAsync(new SendMessageBatchRequest(url, [])));
        await Assert.ThrowsAsync<BatchEntryIdsNotDistinctException>(() => client.SendMessageBatchAsync(url, [new("a", "x"), new("a", "y")]));
        await Assert.ThrowsAsync<TooManyEntriesInBatchRequestException>(() => client.SendMessageBatchAsync(
            url, [.. Enumerable.Range(0, 11).Select(i => new SendMessageBatchRequestEntry($"{i}", "x"))]));
        await Assert.ThrowsAsync<BatchRequestTooLongException>(() => client.SendMessageBatchAsync(
            url, [.. Enumerable.Range(0, 2).Select(i => new SendMessageBatchRequestEntry($"{i}", new string('x', 600_000)))]));
        var tooLong = await Assert.ThrowsAnyAsync<AmazonSQSException>(() => client.SendMessageAsync(url, new string('x', 1_048_577)));

        Assert.Equal("InvalidParameterValue", tooLong.ErrorCode);
        await client.SendMessageAsync(url, new string('x', 1_048_576));
    }

    [Fact]
    public async Task A_FIFO_queue_keeps_each_groups_order_and_drops_repeats()
    {
        await using var wire = await Wire.StartAsync(aws => [new SqsService(aws, TimeProvider.System)]);
        using var client = ClientOf(wire);
        var url = (await client.CreateQueueAsync(new CreateQueueRequest("jobs.fifo") { Attributes = new() { ["FifoQueue"] = "true" } })).QueueUrl;
        foreach (var (group, body) in new[] { ("a", "a1"), ("b", "b1"), ("a", "a2"), ("a", "a1"), ("b", "b2") })
            await client.SendMessageAsync(new SendMessageRequest(url, body) { MessageGroupId = group, MessageDeduplicationId = body });

        var first = (await client.ReceiveMessageAsync(url)).Messages.Single();
        var others = (await client.ReceiveMessageAsync(new ReceiveMessageRequest(url) { MaxNumberOfMessages = 10 })).Messages;
        await client.DeleteMessageAsync(url, first.ReceiptHandle);
        var next = (await client.ReceiveMessageAsync(url)).Messages.Single();

        Assert.Equal("a1", first.Body);
        Assert.Equal(["b1", "b2"], others.Select(message => message.Body));
        Assert.Equal("a2", next.Body);
    }

    [Fact]
    public async Task A_long_poll_over_the_wire_ends_when_a_message_arrives()
    {
        await using var wire = await Wire.StartAsync(aws => [new SqsService(aws, TimeProvider.System)]);
        using var client = ClientOf(wire);
        var url = (await client.CreateQueueAsync("jobs")).QueueUrl;

        var poll = client.ReceiveMessageAsync(new ReceiveMessageRequest(url) { WaitTimeSeconds = 20 });
        await client.SendMessageAsync(url, "a");

        Assert.Equal("a", (await poll.WaitAsync(TimeSpan.FromSeconds(10))).Messages.Single().Body);
    }

    private static AmazonSQSClient ClientOf(Wire wire) => new(
        new BasicAWSCredentials("test", "test"), new AmazonSQSConfig { ServiceURL = wire.Endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
