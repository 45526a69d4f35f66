using Aot.Authoring.Services.Sns;

public static class Own { public static readonly Topic News = new("NewsTopic"); }

[StateMachine]
public sealed partial class Workflow(ISns sns)
{
    public async Task<string> RunAsync(Order order)
    {
        var attributes = new Dictionary<string, MessageAttribute> { ["kind"] = new("String", order.Amount > 5 ? "big" : "small"), ["amount"] = new("Number", $"{order.Amount}") };
        var sent = await sns.PublishAsync(new(Own.News, $"{order.Id} for {order.Amount}", order.Note, attributes));
        return sent.MessageId;
    }
}
