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
public sealed partial class Workflow(ISqs sqs, Charge charge, Numbers numbers)
{
    public async Task<string> RunAsync(Order order)
    {
        if (order.Amount > 100)
        {
            try
            {
                var answer = await sqs.SendMessageAndWaitAsync<Question, Answer>(
                    token => new(Own.Jobs, new Question(order.Id, order.Amount, token)),
                    timeout: TimeSpan.FromDays(2),
                    heartbeat: TimeSpan.FromHours(1));
                if (!answer.IsApproved)
                    return $"refused by {answer.By ?? "nobody"}";
            }
            catch (StatesTimeoutException)
            {
                await numbers.NoteAsync("nobody answered");
                return "expired";
            }
            catch (ReviewFailedException e)
            {
                return e.Message;
            }
        }

        var receipt = await charge.HandleAsync(order);
        return $"charged {receipt.Total}";
    }
}
