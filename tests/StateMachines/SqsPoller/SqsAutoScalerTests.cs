using Aot.Authoring.Services.DynamoDb;
using Aot.Authoring.Services.Sqs;
using Aot.Authoring.Services.StepFunctions;
using Aot.StateMachines.SqsPoller;

namespace Aot.StateMachines.Tests.SqsPoller;

public sealed class SqsAutoScalerTests
{
    [Fact]
    public async Task A_backlog_of_120_starts_the_two_workers_that_are_missing()
    {
        var calls = Account(backlog: 120, live: 1);

        var result = await Scaler(calls).RunAsync(new ScaleRequest(MaxWorkers: 20, JobsPerWorker: 50));

        Assert.Equal(new ScaleResult(120, 1, 2), result);
        var starts = calls.Of<StartExecutionRequest<WorkerInput>>("states:startExecution");
        Assert.Equal(2, starts.Select(start => start.Name).Distinct().Count());
        Assert.All(starts, start => Assert.Equal(start.Name, start.Input.WorkerId));
        Assert.All(starts, start => Assert.Equal("SqsWorker", start.StateMachineArn.LogicalId));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(50, 1)]
    [InlineData(120, 3)]
    public async Task Enough_workers_are_left_alone(int backlog, int live)
    {
        var calls = Account(backlog, live);

        var result = await Scaler(calls).RunAsync(new ScaleRequest(MaxWorkers: 20, JobsPerWorker: 50));

        Assert.Equal(new ScaleResult(backlog, live, 0), result);
        Assert.DoesNotContain("states:startExecution", calls.Names);
    }

    [Fact]
    public async Task Never_more_than_the_maximum_are_started()
        => Assert.Equal(4, (await Scaler(Account(backlog: 100_000, live: 0)).RunAsync(new ScaleRequest(MaxWorkers: 4, JobsPerWorker: 50))).Started);

    private static SqsAutoScaler Scaler(Calls calls) => new(calls.Fake<ISqs>(), calls.Fake<IDynamoDb>(), calls.Fake<IStepFunctions>());

    private static Calls Account(int backlog, int live) => new Calls()
        .Answer<GetQueueAttributesRequest>("sqs:getQueueAttributes", request =>
            new GetQueueAttributesResponse(new Dictionary<string, string> { [request.AttributeNames.Single()] = $"{backlog}" }))
        .Answer<ScanRequest>("dynamodb:scan", _ => new ScanResponse(live))
        .Answer<StartExecutionRequest<WorkerInput>>("states:startExecution", request => new StartExecutionResponse($"arn:{request.Name}"));
}
