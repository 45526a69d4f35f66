using Aot.Authoring.Services.Sqs;

public static class Own
{
    public static readonly Queue Jobs = new("JobQueue");
    public static readonly Queue Dead = new("DeadQueue");
}

[StateMachine]
public sealed partial class Workflow(ISqs sqs)
{
    public async Task<int> RunAsync(Order[] orders)
    {
        var sent = await sqs.SendMessageBatchAsync(new SendMessageBatchRequest<Order>(
            Own.Jobs, orders.Select(o => new SendMessageBatchEntry<Order>(o.Id, o, o.Amount > 5 ? 60 : null)).ToArray()));
        return sent.Failed?.Count ?? 0;
    }
}
