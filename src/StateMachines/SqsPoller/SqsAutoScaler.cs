using Aot.Authoring;
using Aot.Authoring.Services.DynamoDb;
using Aot.Authoring.Services.Sqs;
using Aot.Authoring.Services.StepFunctions;

namespace Aot.StateMachines.SqsPoller;

/// <summary>What one run of the scaler may do.</summary>
/// <param name="MaxWorkers">Never more workers than this.</param>
/// <param name="JobsPerWorker">One worker for so many waiting messages.</param>
public sealed record ScaleRequest(int MaxWorkers, int JobsPerWorker);

/// <summary>What one run of the scaler saw and did.</summary>
/// <param name="Backlog">Waiting messages, approximately.</param>
/// <param name="Live">Workers whose heartbeat is fresh.</param>
/// <param name="Started">Workers started by this run.</param>
public sealed record ScaleResult(int Backlog, int Live, int Started);

/// <summary>Starts as many workers as the backlog is worth.</summary>
[StateMachine(TimeoutSeconds = 60)]
[Schedule("rate(1 minute)", Input = """{"maxWorkers":20,"jobsPerWorker":50}""")]
public sealed partial class SqsAutoScaler(ISqs sqs, IDynamoDb dynamo, IStepFunctions stepFunctions)
{
    /// <summary>Reads the backlog and the heartbeats, and starts the workers that are missing.</summary>
    public async Task<ScaleResult> RunAsync(ScaleRequest request)
    {
        var attributes = await sqs.GetQueueAttributesAsync(new(Resources.Jobs, ["ApproximateNumberOfMessages"]));
        int backlog = int.Parse(attributes.Attributes["ApproximateNumberOfMessages"]);
        long cutoff = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 90;
        var live = await dynamo.ScanAsync(new(Resources.Heartbeats, "seenAt >= :cutoff", new { cutoff }, "COUNT"));
        int wanted = Math.Min(request.MaxWorkers, (backlog + request.JobsPerWorker - 1) / request.JobsPerWorker);
        int missing = wanted - live.Count;
        if (missing <= 0)
            return new ScaleResult(backlog, live.Count, 0);

        await Task.WhenAll(Enumerable.Range(0, missing).Select(async _ =>
        {
            var id = $"worker-{Guid.NewGuid()}";
            await stepFunctions.StartAsync(new StartExecutionRequest<WorkerInput>(
                StateMachineResource.Of<SqsWorker>(), new WorkerInput(id, MaxIdlePolls: 3), id));
        }));
        return new ScaleResult(backlog, live.Count, missing);
    }
}
