using Aot.Authoring.Services.Lambda;

public sealed record Job(Order Order, string Token);

public static class Functions { public static readonly Function Legacy = new("LegacyFunction"); }

[StateMachine]
public sealed partial class Workflow(ILambda lambda)
{
    public async Task<Receipt> RunAsync(Order order)
    {
        return await lambda.InvokeAndWaitAsync<Job, Receipt>(token => new(Functions.Legacy, new Job(order, token)), timeout: TimeSpan.FromMinutes(30));
    }
}
