using Aot.Authoring;
using Aot.Authoring.Services.Ec2;
using Aot.Handlers.GitLabRunner;
using Aot.Runtime;
using Aot.StateMachines.GitLabRunner;

namespace Aot.StateMachines.Tests.GitLabRunner;

public sealed class RunnerDispatchTests
{
    private readonly Calls _calls = new();
    private readonly Reports _reports = new();
    private readonly InstantTime _time = new();

    [Fact]
    public async Task A_light_job_is_built_in_Lambda()
    {
        var result = await RunAsync(Job("test"), new Builds(new BuildResult("req-1", 0, "done\n")));

        Assert.Equal(new Dispatched(7, RunnerKind.Lambda, "req-1", 1, 0, "done\n"), result);
        Assert.Equal(["7 success req-1"], _reports.Lines);
        Assert.Empty(_calls.Names);
    }

    [Fact]
    public async Task A_failed_build_is_reported_as_failed()
    {
        await RunAsync(Job("test"), new Builds(new BuildResult("req-1", 2, "")));

        Assert.Equal(["7 failed req-1"], _reports.Lines);
    }

    [Fact]
    public async Task A_heavy_job_gets_an_instance_at_the_second_attempt()
    {
        var attempts = 0;
        _calls.Answer<RunInstancesRequest>("ec2:runInstances", _ => ++attempts == 1 ? throw new Ec2Exception("no capacity") : Launched("i-1"));

        var result = await RunAsync(Job("docker"), new Builds(null));

        Assert.Equal(new Dispatched(7, RunnerKind.Ec2, "i-1", 2, null, null), result);
        Assert.Equal(["ci-7-1", "ci-7-2"], _calls.Of<RunInstancesRequest>("ec2:runInstances").Select(request => request.ClientToken));
        Assert.Equal([TimeSpan.FromSeconds(30)], _time.Delays);
    }

    [Fact]
    public async Task Three_failed_launches_end_the_job_with_a_name()
    {
        _calls.Answer<RunInstancesRequest>("ec2:runInstances", _ => throw new Ec2Exception("no capacity"));

        var failure = await Assert.ThrowsAsync<NoCapacityException>(() => RunAsync(Job("docker"), new Builds(null)));

        Assert.Equal("no EC2 capacity for job 7", failure.Message);
        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)], _time.Delays);
    }

    [Fact]
    public async Task A_build_that_is_too_slow_for_Lambda_moves_to_an_instance()
    {
        _calls.Answer<RunInstancesRequest>("ec2:runInstances", _ => Launched("i-2"));

        var result = await RunAsync(Job("test"), new Builds(null));

        Assert.Equal((RunnerKind.Ec2, "i-2"), (result.Kind, result.Runner));
    }

    [Theory]
    [InlineData(9000, null)]
    [InlineData(null, 15)]
    public async Task Much_memory_or_time_makes_a_job_heavy(int? memoryMb, int? timeoutMinutes)
    {
        _calls.Answer<RunInstancesRequest>("ec2:runInstances", _ => Launched("i-3"));
        var job = Job("test") with { MemoryMb = memoryMb, TimeoutMinutes = timeoutMinutes };

        Assert.Equal(RunnerKind.Ec2, (await RunAsync(job, new Builds(new BuildResult("req-1", 0, "")))).Kind);
    }

    private static CiJob Job(string stage) => new(7, "job", "group/project", "https://example.com/p.git", "main", "0123456789", [stage, "job"]);

    private static RunInstancesResponse Launched(string id) => new([new Instance(id)]);

    private Task<Dispatched> RunAsync(CiJob job, NodeBuild build)
        => new RunnerDispatch(_calls.Fake<IEc2>(), build, _reports, _time).RunAsync(job);

    private sealed class Builds(BuildResult? result) : NodeBuild
    {
        public override Task<BuildResult> RunInLambdaAsync(CiJob job, LambdaContext? context = null, CancellationToken deadline = default)
            => result is null ? throw new StatesTimeoutException("900 s") : Task.FromResult(result);
    }

    private sealed class Reports : ReportJob
    {
        public List<string> Lines { get; } = [];

        public override Task ReportAsync(long jobId, string status, string detail, LambdaContext? context = null)
        {
            Lines.Add($"{jobId} {status} {detail}");
            return Task.CompletedTask;
        }
    }
}
