using Aot.Authoring.Services.StepFunctions;

public static class Machines { public static readonly StateMachineResource Billing = new("BillingMachine"); }

[StateMachine]
public sealed partial class Workflow(IStepFunctions stepFunctions)
{
    public async Task<string> RunAsync(Order order)
    {
        try
        {
            var run = await stepFunctions.RunAsync<Order, Receipt>(new(Machines.Billing, order));
            return run.Output.OrderId;
        }
        catch (StatesTaskFailedException)
        {
            return "failed";
        }
    }
}
