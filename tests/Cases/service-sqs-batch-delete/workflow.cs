using Aot.Authoring.Services.Sqs;

public static class Own
{
    public static readonly Queue Jobs = new("JobQueue");
    public static readonly Queue Dead = new("DeadQueue");
}

[StateMachine]
public sealed partial class Workflow(ISqs sqs)
{
    public async Task<string> RunAsync(int most)
    {
        var batch = await sqs.ReceiveMessageAsync(new(Own.Jobs, most, WaitTimeSeconds: 20));
        if (batch.Messages is not { } messages)
            return "empty";
        var deleted = await sqs.DeleteMessageBatchAsync(new(Own.Jobs, [.. messages.Select(m => new DeleteMessageBatchEntry(m.MessageId, m.ReceiptHandle))]));
        return $"{deleted.Successful?.Count ?? 0} of {messages.Count}";
    }
}
