using Aot.Local.Asl.Running;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

/// <summary>The records of distributed Map states.</summary>
internal sealed partial class StepFunctionsService
{
    void IExecutionObserver.Started(MapRun run) => _executions.Add(run);

    void IExecutionObserver.Started(Execution child)
    {
        if (child.Identity.Type == Asl.Model.WorkflowType.Standard) _executions.Add(child);
    }

    void IExecutionObserver.Ended(Execution execution) => _executions.Ended(execution);

    private Value DescribeMapRun(ServiceRequest request) => _engine.Read(MapRun(request.RequiredText("mapRunArn")), run => Shape.Of(
        ("mapRunArn", run.Arn), ("executionArn", run.ExecutionArn), ("status", run.Status.ToString().ToUpperInvariant()),
        ("startDate", run.StartTime), ("stopDate", run.StopTime), ("maxConcurrency", run.MaxConcurrency),
        ("toleratedFailurePercentage", run.ToleratedFailurePercentage ?? 0), ("toleratedFailureCount", run.ToleratedFailureCount ?? 0),
        ("itemCounts", Counts(run.ItemCounts)), ("executionCounts", Counts(run.ExecutionCounts)), ("redriveCount", 0)));

    private Value ListMapRuns(ServiceRequest request)
    {
        var (page, next) = Paging.Cut(_executions.MapRunsOf(StandardExecution(request).Identity.Arn), request);
        return Shape.Of(
            ("mapRuns", Shape.List(page.Select(run => Shape.Of(
                ("executionArn", run.ExecutionArn), ("mapRunArn", run.Arn), ("stateMachineArn", run.MachineArn), ("startDate", run.StartTime), ("stopDate", run.StopTime))))),
            ("nextToken", next));
    }

    private Value UpdateMapRun(ServiceRequest request)
    {
        var run = MapRun(request.RequiredText("mapRunArn"));
        var (concurrency, count) = (request.Bounded("maxConcurrency", 0, int.MaxValue), request.Bounded("toleratedFailureCount", 0, int.MaxValue));
        var percentage = request.Optional("toleratedFailurePercentage") switch
        {
            null => (double?)null,
            NumberValue { Number: >= 0 and <= 100 } number => number.Number,
            var other => throw Constraints.Broken("toleratedFailurePercentage", other.ToJson(), "Member must have value between 0 and 100"),
        };
        _engine.Adjust(run, changed =>
        {
            changed.MaxConcurrency = concurrency ?? changed.MaxConcurrency;
            changed.ToleratedFailureCount = count ?? changed.ToleratedFailureCount;
            changed.ToleratedFailurePercentage = percentage ?? changed.ToleratedFailurePercentage;
        });
        return Shape.Empty;
    }

    private MapRun MapRun(string arn)
    {
        RequireArn(arn, "mapRun");
        return _executions.FindMapRun(arn) ?? throw new ServiceException("ResourceNotFound", $"Resource not found: '{arn}'");
    }

    private static ObjectValue Counts(MapRunCounts counts) => Shape.Of(
        ("pending", counts.Pending), ("running", counts.Running), ("succeeded", counts.Succeeded), ("failed", counts.Failed), ("timedOut", counts.TimedOut),
        ("aborted", counts.Aborted), ("total", counts.Total), ("resultsWritten", counts.ResultsWritten),
        ("failuresNotRedrivable", 0), ("pendingRedrive", 0));
}
