using Aot.Authoring.Services.Sqs;

public static class Own
{
    public static readonly Queue Jobs = new("JobQueue");
    public static readonly Queue Dead = new("DeadQueue");
}

[StateMachine]
public sealed partial class Workflow(ISqs sqs)
{
    public async Task<string> RunAsync(Order order)
    {
        var sent = await sqs.SendMessageAsync(new SendMessageRequest<Order>(Own.Jobs, order with { Note = "now" }, DelaySeconds: 5));
        return sent.MessageId;
    }
}
