using Aot.Authoring.Services.Ec2;

public static class Own { public static readonly LaunchTemplate Worker = new("WorkerTemplate"); }

[StateMachine]
public sealed partial class Workflow([TaskCondition("ec2:TerminateInstances", "StringEquals", "aws:ResourceTag/team", "ci"), TaskCondition("ec2:StopInstances", "StringEquals", "aws:ResourceTag/team", "ci")] IEc2 ec2)
{
    public async Task<string> RunAsync(string[] ids)
    {
        try
        {
            await ec2.StopInstancesAsync(new(ids, Force: ids.Length > 1 ? true : null));
            await ec2.TerminateInstancesAsync(new(ids));
            return "gone";
        }
        catch (Ec2Exception e)
        {
            return e.Message;
        }
    }
}
