using System.Text.RegularExpressions;
using Aot.Local.Asl.Running;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

internal sealed partial class StepFunctionsService
{
    private static readonly TimeSpan _redrivablePeriod = TimeSpan.FromDays(14); // API reference, RedriveExecution
    private static readonly TimeSpan _longestExecution = TimeSpan.FromDays(365); // Step Functions quotas, "maximum execution time"

    private Value RedriveExecution(ServiceRequest request)
    {
        const int MaxClientTokenLength = 64; // API reference, RedriveExecution
        var execution = StandardExecution(request);
        var token = request.Limited("clientToken", MaxClientTokenLength);
        if (token is not null) Constraints.RequirePattern("clientToken", token, ClientToken());
        if (execution.MapRun is { } run) throw new ServiceException("ExecutionNotRedrivable", $"Execution belongs to a Map Run: redrive '{run.ExecutionArn}'");
        var tokens = _executions.RedriveTokens(execution.Identity.Arn);
        lock (tokens)
        {
            if (token is not null && tokens.Find(token, _time.GetUtcNow()) is { } known) return Shape.Of(("redriveDate", known));
            var redriven = _engine.Redrive(execution, RedriveObstacle) switch
            {
                { Obstacle: { } obstacle } => throw new ServiceException("ExecutionNotRedrivable", obstacle),
                { Time: var time } => time,
            };
            if (token is not null) tokens.Add(token, redriven);
            return Shape.Of(("redriveDate", redriven));
        }
    }

    /// <summary>Why an execution cannot be continued; null when it can.</summary>
    private string? RedriveObstacle(Execution execution)
    {
        const int MaxRedrives = 1000; // Step Functions quotas, "maximum number of redrives"
        const long FullHistory = History.MaxEvents - 1; // ExecutionRedriven and one more event must fit
        var now = _time.GetUtcNow();
        if (execution.Status is ExecutionStatus.Running or ExecutionStatus.Succeeded) return $"Execution is {StatusName(execution.Status)} and cannot be redriven";
        if (execution.History.LastId >= FullHistory) return "Execution history event limit exceeded";
        if (now - execution.StartTime > _longestExecution) return "Execution has exceeded the max execution time";
        if (now - execution.StopTime > _redrivablePeriod) return "Execution redrivable period exceeded";
        return execution.RedriveCount >= MaxRedrives ? $"Execution has been redriven {MaxRedrives} times, which is the limit" : null;
    }

    [GeneratedRegex("^[!-~]+$")]
    private static partial Regex ClientToken();
}
