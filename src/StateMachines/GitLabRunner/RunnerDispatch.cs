using Aot.Authoring;
using Aot.Authoring.Services.Ec2;
using Aot.Handlers.GitLabRunner;

namespace Aot.StateMachines.GitLabRunner;

/// <summary>Where a job runs.</summary>
public enum RunnerKind
{
    /// <summary>In a Lambda function, at once.</summary>
    Lambda,

    /// <summary>On an instance of its own, for what needs Docker, time or memory.</summary>
    Ec2,
}

/// <summary>Where a job went.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Kind">Lambda or EC2.</param>
/// <param name="Runner">Request id or instance id.</param>
/// <param name="Attempts">Launches it took.</param>
/// <param name="ExitCode">Exit code of a build in Lambda; null while an instance is at it.</param>
/// <param name="Log">End of the log of a build in Lambda.</param>
public sealed record Dispatched(long JobId, RunnerKind Kind, string Runner, int Attempts, int? ExitCode, string? Log);

/// <summary>No instance could be launched for a job.</summary>
public sealed class NoCapacityException(string message) : Exception(message);

/// <summary>Gives a pending job a runner: light ones run in Lambda, heavy ones get an EC2 instance.</summary>
[StateMachine(TimeoutSeconds = 7200)]
[EventBridgeRule(
    """{"source":["gitlab.webhook"],"detail-type":["Job Hook"],"detail":{"object_kind":["build"],"build_status":["pending"]}}""",
    Bus = "RunnerBus",
    InputPaths = """
        {"id":"$.detail.build_id","name":"$.detail.build_name","stage":"$.detail.build_stage","project":"$.detail.project_name",
         "repository":"$.detail.repository.git_http_url","ref":"$.detail.ref","sha":"$.detail.sha"}
        """,
    InputTemplate = """
        {"id":<id>,"name":<name>,"project":<project>,"repository":<repository>,"ref":<ref>,"sha":<sha>,"tags":[<stage>,<name>]}
        """)]
public sealed partial class RunnerDispatch(IEc2 ec2, NodeBuild build, ReportJob report, TimeProvider time)
{
    /// <summary>Builds in Lambda, or launches an instance with up to three attempts.</summary>
    public async Task<Dispatched> RunAsync(CiJob job)
    {
        bool isHeavy = job.Tags.Contains("docker") || job.MemoryMb > 8192 || job.TimeoutMinutes > 14;
        if (!isHeavy)
        {
            try
            {
                var result = await build.RunInLambdaAsync(job);
                await report.ReportAsync(job.Id, result.ExitCode == 0 ? "success" : "failed", result.RequestId);
                return new Dispatched(job.Id, RunnerKind.Lambda, result.RequestId, 1, result.ExitCode, result.Log);
            }
            catch (StatesTimeoutException)
            {
                // Too slow for Lambda: an instance takes it.
            }
        }

        for (int attempt = 1; attempt <= 3; attempt++)
        {
            try
            {
                var run = await ec2.RunInstancesAsync(new(
                    new LaunchTemplateSpecification(Resources.Runner),
                    MinCount: 1,
                    MaxCount: 1,
                    ClientToken: $"ci-{job.Id}-{attempt}",
                    TagSpecifications: [new("instance", [new("aot:job", $"{job.Id}")])]));
                var instanceId = run.Instances[0].InstanceId;
                await report.ReportAsync(job.Id, "running", instanceId);
                return new Dispatched(job.Id, RunnerKind.Ec2, instanceId, attempt, null, null);
            }
            catch (Ec2Exception)
            {
                if (attempt < 3)
                    await Task.Delay(TimeSpan.FromSeconds(30 * attempt), time);
            }
        }

        throw new NoCapacityException($"no EC2 capacity for job {job.Id}");
    }
}
