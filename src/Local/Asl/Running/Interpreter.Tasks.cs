using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Asl.Running;

internal sealed partial class Interpreter
{
    private const long MaxTaskSeconds = 99_999_999; // States Language: the greatest number of seconds a field takes

    // What the service's tokens begin with; it tells a token that is over from one that never was.
    private const string TokenPrefix = "AQCEAAAAKgAAAAMAAAAA";

    private readonly Dictionary<string, TaskAttempt> _tokens = new(StringComparer.Ordinal);

    /// <summary>Reports the outcome of a task that waits for its token.</summary>
    public TokenAnswer Report(string token, TaskOutcome outcome)
    {
        if (!_tokens.TryGetValue(token, out var attempt)) return Unknown(token);
        if (!attempt.IsSubmitted)
        {
            // The worker was faster than the answer to the request that gave it the token.
            attempt.Early ??= outcome;
            return TokenAnswer.Accepted;
        }
        _tokens.Remove(token);
        Post(attempt.Branch, branch => Finish(branch, attempt, outcome));
        return TokenAnswer.Accepted;
    }

    /// <summary>Says that the holder of a token is alive.</summary>
    public TokenAnswer Heartbeat(string token)
    {
        if (!_tokens.TryGetValue(token, out var attempt)) return Unknown(token);
        ArmHeartbeat(attempt);
        return TokenAnswer.Accepted;
    }

    private void StartTask(Branch branch, TaskState task)
    {
        var resource = task.Resource;
        var attempt = new TaskAttempt(branch, resource, resource.Pattern == IntegrationPattern.WaitForTaskToken || resource.Kind == TaskKind.Activity ? NewToken() : null);
        branch.Task = attempt; // the context object shows the token to the arguments
        var scope = Scope(branch);
        var arguments = task.Data.Arguments(scope);
        var fields = task.Data.Fields(scope);
        var timeout = task.TimeoutSeconds?.Integer(fields, 1, MaxTaskSeconds);
        var heartbeat = task.HeartbeatSeconds?.Integer(fields, 1, MaxTaskSeconds);
        var credentials = task.Credentials?.Evaluate(fields);
        RequireSize(arguments, branch.State.Name);
        if (TaskArguments.Problem(resource, arguments) is { } problem)
            throw StateFailure.Runtime($"The {(task.Data is JsonPathDataFlow ? "Parameters" : "Arguments")} '{arguments.ToJson()}' could not be used to start the Task: [{problem}]");
        if (runner.Refusal(resource) is { } refusal) throw StateFailure.Runtime(refusal);

        Add(branch, Prefix(resource) + "Scheduled", new TaskScheduledDetails(resource, arguments, timeout, heartbeat, credentials));
        if (resource.Kind != TaskKind.Activity)
            Add(branch, Prefix(resource) + "Started", resource.Kind == TaskKind.Function ? null : new TaskStartedDetails(resource));
        if (attempt.Token is { } token) _tokens.Add(token, attempt);
        if (timeout is { } seconds)
            attempt.Timeout = scheduler.At(time.GetUtcNow().AddSeconds(seconds), () => TimeOut(attempt, isHeartbeat: false));
        if (heartbeat is { } beat)
        {
            attempt.HeartbeatInterval = TimeSpan.FromSeconds(beat);
            if (resource.Kind != TaskKind.Activity) ArmHeartbeat(attempt); // an activity's begins with its worker
        }

        var call = new TaskCall(
            resource, arguments, branch.Execution.Identity.Arn, task.Name, branch.MapIndex(), attempt.Token,
            answer => Post(branch, b => Submitted(b, attempt, answer)))
        {
            Started = worker => scheduler.Run(() => ActivityStarted(attempt, worker)),
        };
        scheduler.Outside(() => Invoke(attempt, call));
    }

    // Outside the lock. An answer that is already there is queued like any other, so that the order does not depend on the runner's speed.
    private void Invoke(TaskAttempt attempt, TaskCall call)
    {
        if (attempt.Cancellation.IsCancellationRequested) return;
        ValueTask<Value> answer;
        try
        {
            answer = runner.RunAsync(call, attempt.Cancellation.Token);
        }
        catch (Exception exception)
        {
            Answered(attempt, OutcomeOf(attempt, exception));
            return;
        }
        if (answer.IsCompletedSuccessfully) Answered(attempt, new TaskOutcome(answer.Result, null, null));
        else _ = AwaitAsync(attempt, answer);
    }

    private async Task AwaitAsync(TaskAttempt attempt, ValueTask<Value> answer)
    {
        TaskOutcome outcome;
        try
        {
            outcome = new TaskOutcome(await answer.ConfigureAwait(false), null, null);
        }
        catch (Exception exception)
        {
            outcome = OutcomeOf(attempt, exception);
        }
        Answered(attempt, outcome);
    }

    private static TaskOutcome OutcomeOf(TaskAttempt attempt, Exception exception) => exception is TaskFailedException failed
        ? new TaskOutcome(null, failed.Error, failed.Cause)
        : new TaskOutcome(null, ErrorNames.Runtime, $"The local runner of {attempt.Resource.Arn} failed: {exception}");

    private void Answered(TaskAttempt attempt, TaskOutcome outcome) =>
        Post(attempt.Branch, branch =>
        {
            if (attempt.Resource.Pattern == IntegrationPattern.WaitForTaskToken && outcome.Result is { } answer) Submitted(branch, attempt, answer);
            else Finish(branch, attempt, outcome);
        });

    /// <summary>A worker takes an activity's task; false when nobody waits for it any more.</summary>
    private bool ActivityStarted(TaskAttempt attempt, string? worker)
    {
        if (attempt.Branch.Task != attempt) return false;
        attempt.IsSubmitted = true;
        Post(attempt.Branch, branch =>
        {
            if (branch.Task != attempt) return;
            Add(branch, "ActivityStarted", new ActivityStartedDetails(worker));
            ArmHeartbeat(attempt);
        });
        return true;
    }

    private void Submitted(Branch branch, TaskAttempt attempt, Value answer)
    {
        if (branch.Task != attempt) return;
        Add(branch, "TaskSubmitted", new TaskOutputDetails(attempt.Resource, answer));
        attempt.IsSubmitted = true;
        if (attempt.Early is { } early) Finish(branch, attempt, early);
    }

    private void Finish(Branch branch, TaskAttempt attempt, TaskOutcome outcome)
    {
        if (branch.Task != attempt) return; // timed out or aborted meanwhile
        var resource = attempt.Resource;
        var producer = resource.Kind is TaskKind.Function or TaskKind.Activity ? resource.Arn : resource.ResourceType;
        if (outcome.Result is { } large && PayloadLimit.IsExceededBy(large))
        {
            var tooLarge = StateFailure.TooLarge(producer);
            outcome = new TaskOutcome(null, tooLarge.Error, tooLarge.Cause);
        }
        if (outcome.Result is not { } result)
        {
            Add(branch, Prefix(resource) + "Failed", new TaskFailureDetails(resource, outcome.Error, outcome.Cause));
            throw new StateFailure(outcome.Error, outcome.Cause);
        }
        Add(branch, Prefix(resource) + "Succeeded", new TaskOutputDetails(resource, result));
        EndAttempt(branch);
        Leave(branch, new EvaluationScope(branch.Input, branch.Variables, branch, _ambient) { Result = result }, branch.State.Data, branch.State.Next);
    }

    private void TimeOut(TaskAttempt attempt, bool isHeartbeat) => Turn(attempt.Branch, branch =>
    {
        if (branch.Task != attempt) return;
        Add(branch, Prefix(attempt.Resource) + "TimedOut", new TaskFailureDetails(attempt.Resource, ErrorNames.Timeout, null));
        throw new StateFailure(ErrorNames.Timeout, null) { IsHeartbeat = isHeartbeat };
    });

    private void ArmHeartbeat(TaskAttempt attempt)
    {
        if (attempt.HeartbeatInterval is not { } interval) return;
        scheduler.Cancel(attempt.Heartbeat);
        attempt.Heartbeat = scheduler.At(time.GetUtcNow() + interval, () => TimeOut(attempt, isHeartbeat: true));
    }

    /// <summary>Nobody waits for the branch's task any more.</summary>
    private void EndAttempt(Branch branch)
    {
        if (branch.Task is not { } attempt) return;
        scheduler.Cancel(attempt.Timeout);
        scheduler.Cancel(attempt.Heartbeat);
        if (attempt.Token is { } token) _tokens.Remove(token);
        scheduler.Outside(() => Cancel(attempt));
        branch.Task = null;
    }

    private static void Cancel(TaskAttempt attempt)
    {
        try
        {
            attempt.Cancellation.Cancel();
        }
        catch (AggregateException)
        {
            // What a runner does on being told goes wrong: its task is over, and the other executions must go on.
        }
    }

    private string NewToken()
    {
        Span<byte> bytes = stackalloc byte[96];
        random.NextBytes(bytes);
        return TokenPrefix + Convert.ToBase64String(bytes);
    }

    private static TokenAnswer Unknown(string token) =>
        token.StartsWith(TokenPrefix, StringComparison.Ordinal) ? TokenAnswer.TaskIsOver : TokenAnswer.NoSuchToken;

    private static string Prefix(TaskResource resource) => resource.Kind switch
    {
        TaskKind.Function => "LambdaFunction",
        TaskKind.Activity => "Activity",
        _ => "Task",
    };
}

/// <summary>What became of a report with a task token.</summary>
internal enum TokenAnswer
{
    Accepted,

    /// <summary>The task ended or timed out before.</summary>
    TaskIsOver,

    /// <summary>No task ever had the token.</summary>
    NoSuchToken,
}
