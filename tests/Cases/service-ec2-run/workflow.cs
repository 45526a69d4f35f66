using Aot.Authoring.Services.Ec2;

public static class Own { public static readonly LaunchTemplate Worker = new("WorkerTemplate"); }

[StateMachine]
public sealed partial class Workflow(IEc2 ec2, TimeProvider time)
{
    public async Task<string> RunAsync(string job)
    {
        var run = await ec2.RunInstancesAsync(new(new(Own.Worker, "$Latest"), 1, 1, $"job-{job}", [new("instance", [new("team", "ci"), new("job", job)])]));
        var id = run.Instances[0].InstanceId;
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(15), time);
            var found = await ec2.DescribeInstancesAsync(new(InstanceIds: [id]));
            var instance = found.Reservations[0].Instances[0];
            if (instance.State?.Name == "running")
                return $"{id} {instance.PrivateIpAddress ?? "-"} {instance.Tags?.Count ?? 0}";
        }
    }
}
