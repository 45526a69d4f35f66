using Aot.Authoring.Services.Ec2;
using Aot.StateMachines.GitLabRunner;

namespace Aot.StateMachines.Tests.GitLabRunner;

public sealed class RunnerFinishedTests
{
    [Fact]
    public async Task Every_instance_of_the_job_is_terminated()
    {
        var calls = Account([new Reservation([new Instance("i-1")]), new Reservation([new Instance("i-2"), new Instance("i-3")])]);

        var result = await new RunnerFinished(calls.Fake<IEc2>()).RunAsync(new FinishedJob(7));

        Assert.Equal(new Finished(7, 3), result);
        Assert.Equal(["i-1", "i-2", "i-3"], calls.Of<TerminateInstancesRequest>("ec2:terminateInstances").SelectMany(request => request.InstanceIds));
        var tag = calls.Of<DescribeInstancesRequest>("ec2:describeInstances").Single().Filters![0];
        Assert.Equal(("tag:aot:job", "7"), (tag.Name, tag.Values.Single()));
    }

    [Fact]
    public async Task A_job_without_an_instance_terminates_nothing()
    {
        var calls = Account([]);

        Assert.Equal(new Finished(7, 0), await new RunnerFinished(calls.Fake<IEc2>()).RunAsync(new FinishedJob(7)));
        Assert.DoesNotContain("ec2:terminateInstances", calls.Names);
    }

    private static Calls Account(Reservation[] reservations)
        => new Calls().Answer<DescribeInstancesRequest>("ec2:describeInstances", _ => new DescribeInstancesResponse(reservations));
}
