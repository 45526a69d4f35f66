using Aot.Authoring.Services.StepFunctions;

public static class Machines { public static readonly StateMachineResource Billing = new("BillingMachine"); }

[StateMachine]
public sealed partial class Workflow(IStepFunctions stepFunctions)
{
    public async Task<int> RunAsync(Order order)
    {
        var run = await stepFunctions.RunAsync<Order, Receipt>(new(Machines.Billing, order), timeout: TimeSpan.FromHours(1));
        return run.Output.Total;
    }
}
