using System.Collections.Concurrent;
using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.Sqs;

namespace Aot.Local.Tests.Services.Sqs;

public class MessageQueueTests
{
    private const string Url = "http://127.0.0.1:4566/000000000000/";
    private readonly FakeClock _clock = new();
    private readonly SqsService _sqs;

    public MessageQueueTests() => _sqs = new SqsService(new LocalAws(), _clock);

    [Fact]
    public async Task A_received_message_is_hidden_until_its_visibility_timeout_has_passed()
    {
        await CreateAsync("jobs", "VisibilityTimeout", "10");
        await SendAsync("jobs", "a");

        Assert.Equal("a", (await ReceiveAsync("jobs")).TextAt("Messages.0.Body"));
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal("{}", (await ReceiveAsync("jobs")).ToJson());
        _clock.Advance(TimeSpan.FromSeconds(1));
        var again = await ReceiveAsync("jobs");

        Assert.Equal("2", again.TextAt("Messages.0.Attributes.ApproximateReceiveCount"));
    }

    [Fact]
    public async Task A_delayed_message_arrives_late()
    {
        await CreateAsync("jobs");
        await _sqs.CallAsync("SendMessage", $$"""{"QueueUrl":"{{Url}}jobs","MessageBody":"a","DelaySeconds":5}""");

        Assert.Null((await ReceiveAsync("jobs")).At("Messages"));
        Assert.Equal("0 0 1", await CountsAsync("jobs"));
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.NotNull((await ReceiveAsync("jobs")).At("Messages"));
    }

    [Fact]
    public async Task A_long_poll_returns_when_a_message_is_sent()
    {
        await CreateAsync("jobs");
        var poll = ReceiveAsync("jobs", "\"WaitTimeSeconds\":20");
        Assert.False(poll.IsCompleted);

        await SendAsync("jobs", "a");

        Assert.Equal("a", (await poll).TextAt("Messages.0.Body"));
    }

    [Fact]
    public async Task A_long_poll_returns_when_a_hidden_message_becomes_visible()
    {
        await CreateAsync("jobs", "VisibilityTimeout", "3");
        await SendAsync("jobs", "a");
        await ReceiveAsync("jobs");
        var poll = ReceiveAsync("jobs", "\"WaitTimeSeconds\":20");

        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("a", (await poll).TextAt("Messages.0.Body"));
    }

    [Fact]
    public async Task A_long_poll_ends_empty_at_its_wait_time()
    {
        await CreateAsync("jobs");
        var poll = ReceiveAsync("jobs", "\"WaitTimeSeconds\":20");

        _clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("{}", (await poll).ToJson());
    }

    [Fact]
    public async Task A_cancelled_long_poll_leaves_the_message_to_the_next_one()
    {
        await CreateAsync("jobs");
        using var hangUp = new CancellationTokenSource();
        var first = _sqs.CallAsync("ReceiveMessage", Value.Parse($$"""{"QueueUrl":"{{Url}}jobs","WaitTimeSeconds":20}"""), hangUp.Token).AsTask();
        var second = ReceiveAsync("jobs", "\"WaitTimeSeconds\":20");

        await hangUp.CancelAsync();
        await SendAsync("jobs", "a");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal("a", (await second).TextAt("Messages.0.Body"));
    }

    [Fact]
    public async Task Concurrent_receivers_get_each_message_once()
    {
        const int Messages = 2000;
        await CreateAsync("jobs");
        using var done = new CancellationTokenSource();
        var poll = Value.Parse($$"""{"QueueUrl":"{{Url}}jobs","MaxNumberOfMessages":10,"WaitTimeSeconds":20}""");
        var received = new ConcurrentQueue<string>();
        var receivers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                foreach (var message in (ArrayValue)(await _sqs.CallAsync("ReceiveMessage", poll, done.Token)).At("Messages")!)
                    received.Enqueue(message.TextAt("Body")!);
                if (received.Count == Messages)
                    await done.CancelAsync();
            }
        })).ToArray();
        for (var i = 0; i < Messages; i++)
            await SendAsync("jobs", i.ToString());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(receivers));

        Assert.Equal(Messages, received.Count);
        Assert.Equal(Messages, received.Distinct().Count());
    }

    [Fact]
    public async Task A_message_received_too_often_moves_to_the_dead_letter_queue()
    {
        await CreateAsync("dead");
        await CreateAsync("jobs", "RedrivePolicy", """{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead\",\"maxReceiveCount\":2}""");
        await SendAsync("jobs", "poison");
        for (var i = 0; i < 2; i++)
        {
            Assert.NotNull((await ReceiveAsync("jobs")).At("Messages"));
            _clock.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.Null((await ReceiveAsync("jobs")).At("Messages"));
        var dead = await ReceiveAsync("dead");

        Assert.Equal("poison", dead.TextAt("Messages.0.Body"));
        Assert.Equal("arn:aws:sqs:us-east-1:000000000000:jobs", dead.TextAt("Messages.0.Attributes.DeadLetterQueueSourceArn"));
    }

    [Fact]
    public async Task An_outdated_handle_deletes_nothing()
    {
        await CreateAsync("jobs");
        await SendAsync("jobs", "a");
        var stale = (await ReceiveAsync("jobs")).TextAt("Messages.0.ReceiptHandle");
        _clock.Advance(TimeSpan.FromSeconds(30));
        var current = (await ReceiveAsync("jobs")).TextAt("Messages.0.ReceiptHandle");

        await DeleteAsync("jobs", stale!);
        Assert.Equal("0 1 0", await CountsAsync("jobs"));
        var refused = await _sqs.RefusedAsync("ChangeMessageVisibility", $$"""{"QueueUrl":"{{Url}}jobs","ReceiptHandle":"{{stale}}","VisibilityTimeout":9}""");
        await DeleteAsync("jobs", current!);

        Assert.Equal("MessageNotInflight", refused.Code);
        Assert.Equal("0 0 0", await CountsAsync("jobs"));
    }

    [Fact]
    public async Task Visibility_set_to_zero_makes_a_message_visible_at_once()
    {
        await CreateAsync("jobs");
        await SendAsync("jobs", "a");
        var handle = (await ReceiveAsync("jobs")).TextAt("Messages.0.ReceiptHandle");

        await _sqs.CallAsync("ChangeMessageVisibility", $$"""{"QueueUrl":"{{Url}}jobs","ReceiptHandle":"{{handle}}","VisibilityTimeout":0}""");

        Assert.Equal("1 0 0", await CountsAsync("jobs"));
    }

    [Fact]
    public async Task A_message_past_its_retention_is_gone()
    {
        await CreateAsync("jobs", "MessageRetentionPeriod", "60");
        await SendAsync("jobs", "a");

        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("0 0 0", await CountsAsync("jobs"));
    }

    [Fact]
    public async Task The_in_flight_limit_refuses_a_short_poll_and_starves_a_long_one()
    {
        var queue = new MessageQueue("jobs", "arn:jobs", new QueueSettings(), [], _clock, maxInFlight: 3);
        for (var i = 0; i < 5; i++)
            queue.Send(new MessageDraft("a"));

        var received = await Receive(TimeSpan.Zero);
        var refused = await Assert.ThrowsAsync<ServiceException>(() => Receive(TimeSpan.Zero));
        var poll = Receive(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(3, received.Count);
        Assert.Equal("OverLimit", refused.Code);
        Assert.Empty(await poll);

        Task<IReadOnlyList<ReceivedMessage>> Receive(TimeSpan wait) => queue.ReceiveAsync(10, null, wait, _ => null, CancellationToken.None).AsTask();
    }

    private Task<Value> CreateAsync(string name, string? attribute = null, string? value = null) => _sqs.CallAsync(
        "CreateQueue",
        attribute is null ? $$"""{"QueueName":"{{name}}"}""" : $$"""{"QueueName":"{{name}}","Attributes":{"{{attribute}}":"{{value}}"} }""");

    private Task<Value> SendAsync(string queue, string body) => _sqs.CallAsync("SendMessage", $$"""{"QueueUrl":"{{Url}}{{queue}}","MessageBody":"{{body}}"}""");

    private Task<Value> ReceiveAsync(string queue, string more = "\"MaxNumberOfMessages\":1") =>
        _sqs.CallAsync("ReceiveMessage", $$"""{"QueueUrl":"{{Url}}{{queue}}","MessageSystemAttributeNames":["All"],{{more}} }""");

    private Task<Value> DeleteAsync(string queue, string handle) => _sqs.CallAsync("DeleteMessage", $$"""{"QueueUrl":"{{Url}}{{queue}}","ReceiptHandle":"{{handle}}"}""");

    private async Task<string> CountsAsync(string queue)
    {
        var attributes = await _sqs.CallAsync("GetQueueAttributes", $$"""{"QueueUrl":"{{Url}}{{queue}}","AttributeNames":["All"]}""");
        return $"{attributes.TextAt("Attributes.ApproximateNumberOfMessages")} {attributes.TextAt("Attributes.ApproximateNumberOfMessagesNotVisible")} "
            + attributes.TextAt("Attributes.ApproximateNumberOfMessagesDelayed");
    }
}
