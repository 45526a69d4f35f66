using Aot.Authoring.Services.StepFunctions;

public static class Machines { public static readonly StateMachineResource Billing = new("BillingMachine"); }

[StateMachine]
public sealed partial class Workflow(IStepFunctions stepFunctions)
{
    public async Task<string> RunAsync(Order order)
    {
        try
        {
            var started = await stepFunctions.StartAsync(new StartExecutionRequest<Order>(Machines.Billing, order, $"order-{order.Id}"));
            return started.ExecutionArn;
        }
        catch (ExecutionAlreadyExistsException)
        {
            return "running";
        }
    }
}
