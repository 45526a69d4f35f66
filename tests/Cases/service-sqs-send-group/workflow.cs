using Aot.Authoring.Services.Sqs;

public static class Own
{
    public static readonly Queue Jobs = new("JobQueue");
    public static readonly Queue Dead = new("DeadQueue");
}

[StateMachine]
public sealed partial class Workflow(ISqs sqs)
{
    public async Task RunAsync(Order order)
    {
        var delay = order.Amount > 5 ? 10 : (int?)null;
        await sqs.SendMessageAsync(new SendMessageRequest<string>(Own.Jobs, order.Id, delay, MessageGroupId: order.Note, MessageDeduplicationId: $"{order.Id}-{order.Amount}"));
    }
}
