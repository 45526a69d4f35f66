using Aot.Authoring.Services.Ssm;

[StateMachine]
public sealed partial class Workflow([TaskCondition("ssm:SendCommand", "StringEquals", "ssm:resourceTag/team", "ci")] ISsm ssm, TimeProvider time)
{
    public async Task<string> RunAsync(string instance)
    {
        var sent = await ssm.SendCommandAsync(new("AWS-RunShellScript", [instance], Parameters: new Dictionary<string, string[]> { ["commands"] = ["uptime", $"echo {instance}"] }, TimeoutSeconds: 60));
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), time);
            try
            {
                var run = await ssm.GetCommandInvocationAsync(new(sent.Command.CommandId, instance));
                if (run.Status is "Success" or "Failed")
                    return $"{run.Status} {run.ResponseCode} {run.StandardOutputContent ?? "-"}";
            }
            catch (InvocationDoesNotExistException)
            {
                continue;
            }
        }
    }
}
