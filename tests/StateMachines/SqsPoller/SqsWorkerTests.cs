using Aot.Authoring.Services.DynamoDb;
using Aot.Authoring.Services.Sqs;
using Aot.Handlers.SqsPoller;
using Aot.StateMachines.SqsPoller;

namespace Aot.StateMachines.Tests.SqsPoller;

public sealed class SqsWorkerTests
{
    private const string Order = """{"lines":[{"quantity":1,"unitPriceCents":100}]}""";

    private readonly Queue<Message[]?> _batches = new();
    private readonly Calls _calls = new();

    public SqsWorkerTests()
        => _calls.Answer<ReceiveMessageRequest>("sqs:receiveMessage", _ => new ReceiveMessageResponse(_batches.TryDequeue(out var batch) ? batch : null));

    [Fact]
    public async Task Three_messages_with_a_bad_one_are_worked_set_aside_and_deleted()
    {
        _batches.Enqueue([Received("a", Order), Received("b", "bad")]);
        _batches.Enqueue(null);
        _batches.Enqueue([Received("c", Order)]);

        var result = await RunAsync(maxIdlePolls: 2);

        Assert.Equal(new WorkerResult("w1", 2, 1), result);
        Assert.Equal(["ra", "rb", "rc"], _calls.Of<DeleteMessageRequest>("sqs:deleteMessage").Select(request => request.ReceiptHandle));
        var rejected = _calls.Of<SendMessageRequest<RejectedMessage>>("sqs:sendMessage").Single();
        Assert.Equal(("RejectedQueue", "b", "bad"), (rejected.QueueUrl.LogicalId, rejected.MessageBody.MessageId, rejected.MessageBody.Body));
    }

    [Fact]
    public async Task It_calls_home_before_every_poll_and_stops_after_the_idle_ones()
    {
        var result = await RunAsync(maxIdlePolls: 3);

        Assert.Equal(new WorkerResult("w1", 0, 0), result);
        Assert.Equal(Enumerable.Repeat(new[] { "dynamodb:putItem", "sqs:receiveMessage" }, 3).SelectMany(pair => pair), _calls.Names);
    }

    [Fact]
    public async Task A_message_whose_work_fails_otherwise_is_not_deleted()
    {
        _batches.Enqueue([Received("a", Order)]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(maxIdlePolls: 1, new BrokenWork()));

        Assert.DoesNotContain("sqs:deleteMessage", _calls.Names);
    }

    private static Message Received(string id, string body) => new(id, $"r{id}", body);

    private Task<WorkerResult> RunAsync(int maxIdlePolls, ProcessJob? work = null)
        => new SqsWorker(_calls.Fake<ISqs>(), _calls.Fake<IDynamoDb>(), work ?? new ProcessJob()).RunAsync(new WorkerInput("w1", maxIdlePolls));

    private sealed class BrokenWork : ProcessJob
    {
        public override Task<ProcessedJob> HandleAsync(Job job) => throw new InvalidOperationException("the database is down");
    }
}
