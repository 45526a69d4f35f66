using Aot.Authoring.Services.Sqs;

public static class Own
{
    public static readonly Queue Jobs = new("JobQueue");
    public static readonly Queue Dead = new("DeadQueue");
}

public sealed record Question(string OrderId, int Amount, string Token);

public sealed record Answer(bool IsApproved, string? By);

public sealed class ReviewFailedException(string message) : Exception(message);

[StateMachine]
public sealed partial class Workflow(ISqs sqs)
{
    public async Task<string> RunAsync(Order order)
    {
        try
        {
            var answer = await sqs.SendMessageAndWaitAsync<Question, Answer>(token => new(Own.Jobs, new Question(order.Id, order.Amount, token), MessageGroupId: order.Note));
            return answer.By ?? "";
        }
        catch (ReviewFailedException e)
        {
            return e.Message;
        }
    }
}
