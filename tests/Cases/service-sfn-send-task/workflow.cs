using Aot.Authoring.Services.StepFunctions;

public sealed record Verdict(string Token, string OrderId, string? Reason);

[StateMachine]
public sealed partial class Workflow(IStepFunctions stepFunctions)
{
    public async Task<string> RunAsync(Verdict verdict)
    {
        await stepFunctions.SendTaskHeartbeatAsync(new(verdict.Token));
        try
        {
            if (verdict.Reason is { } reason)
                await stepFunctions.SendTaskFailureAsync(new(verdict.Token, "RefusedException", reason));
            else
                await stepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest<Receipt>(verdict.Token, new Receipt(verdict.OrderId, 1)));
            return "sent";
        }
        catch (TaskTimedOutException)
        {
            return "too late";
        }
    }
}
