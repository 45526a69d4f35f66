using Aot.Authoring.Services.Lambda;

public static class Functions { public static readonly Function Legacy = new("LegacyFunction"); }

[StateMachine]
public sealed partial class Workflow(ILambda lambda)
{
    public async Task<int> RunAsync(Order order)
    {
        try
        {
            var answer = await lambda.InvokeAsync<Order, Receipt>(new(Functions.Legacy, order with { Amount = order.Amount + 1 }));
            return answer.Payload.Total;
        }
        catch (TooManyRequestsException)
        {
            return -1;
        }
    }
}
