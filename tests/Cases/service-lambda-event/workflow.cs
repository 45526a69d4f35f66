using Aot.Authoring.Services.Lambda;

public static class Functions { public static readonly Function Legacy = new("LegacyFunction"); }

[StateMachine]
public sealed partial class Workflow(ILambda lambda)
{
    public async Task RunAsync(Order order)
    {
        await lambda.InvokeAsync(new InvokeRequest<Order>(Functions.Legacy, order, InvocationType.Event));
    }
}
