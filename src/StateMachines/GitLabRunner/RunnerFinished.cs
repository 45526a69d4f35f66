using Aot.Authoring;
using Aot.Authoring.Services.Ec2;

namespace Aot.StateMachines.GitLabRunner;

/// <summary>A job that reached its end.</summary>
public sealed record FinishedJob(long Id);

/// <summary>What was cleaned up after a job.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Terminated">Instances terminated; 0 for a job that ran in Lambda.</param>
public sealed record Finished(long JobId, int Terminated);

/// <summary>Terminates the instance of a finished job. It is found by the tag it was launched with, never by a name the job could choose.</summary>
[StateMachine(TimeoutSeconds = 300)]
[EventBridgeRule(
    """
    {"source":["gitlab.webhook"],"detail-type":["Job Hook"],
     "detail":{"object_kind":["build"],"build_status":["success","failed","canceled","skipped"]}}
    """,
    Bus = "RunnerBus",
    InputPaths = """{"id":"$.detail.build_id"}""",
    InputTemplate = """{"id":<id>}""")]
[TaskCondition("ec2:TerminateInstances", "StringLike", "aws:ResourceTag/aot:job", "?*")]
public sealed partial class RunnerFinished(IEc2 ec2)
{
    /// <summary>Terminates every pending or running instance of the job; a second event finds none.</summary>
    public async Task<Finished> RunAsync(FinishedJob job)
    {
        var found = await ec2.DescribeInstancesAsync(new(
            [new("tag:aot:job", [$"{job.Id}"]), new("instance-state-name", ["pending", "running"])]));
        int terminated = 0;
        foreach (var reservation in found.Reservations)
        {
            var ids = reservation.Instances.Select(instance => instance.InstanceId).ToArray();
            await ec2.TerminateInstancesAsync(new(ids));
            terminated += ids.Length;
        }

        return new Finished(job.Id, terminated);
    }
}
