using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Asl.Testing;

/// <summary>Runs one state by itself, its work done or mocked, and notes what happens to the data on the way.</summary>
/// <param name="request">The state and what it gets.</param>
/// <param name="runner">Does the work of tasks without a mock.</param>
/// <param name="ambient">The clock and the randomness of expressions.</param>
internal sealed partial class StateTest(StateTestRequest request, ITaskRunner runner, EvaluationAmbient ambient)
{
    private static readonly TimeSpan _longestTest = TimeSpan.FromMinutes(5); // API reference, TestState

    private readonly Inspection _inspection = new(request.Input);
    private readonly VariableScope _variables = new(null);
    private IReadOnlyList<KeyValuePair<string, Value>> _assigned = [];

    public async ValueTask<StateTestOutcome> RunAsync(CancellationToken cancellationToken)
    {
        _variables.Set(request.Variables);
        StateTestOutcome outcome;
        try
        {
            outcome = await RunStateAsync(cancellationToken);
        }
        catch (StateFailure failure)
        {
            outcome = Handle(failure);
        }
        _inspection.Variables =
            [.. request.Variables.Where(given => !_assigned.Any(assigned => assigned.Key == given.Key)), .. _assigned];
        return outcome;
    }

    private async ValueTask<StateTestOutcome> RunStateAsync(CancellationToken cancellationToken)
    {
        var scope = Scope();
        // Of a Parallel the service shows no input path, of a Pass with a Result neither.
        if (request.State.Data is JsonPathDataFlow { PassResult: null } path && request.State is not ParallelState)
            _inspection.AfterInputPath = path.Fields(scope).Data;
        switch (request.State)
        {
            case ChoiceState choice:
                var (data, next) = choice.Choose(scope);
                return Leave(scope, data, next);
            case WaitState wait:
                await WaitAsync(wait.Due(scope, ambient.Clock.GetUtcNow()), cancellationToken);
                return Leave(scope, wait.Data, wait.Next);
            case FailState fail:
                var fields = fail.Data.Fields(scope);
                throw new StateFailure(fail.Error?.Text(fields), fail.Cause?.Text(fields));
            case TaskState task:
                return Leave(Scope(result: await WorkAsync(task, scope, cancellationToken)), task.Data, task.Next);
            case MapState map:
                return Leave(Scope(result: Iterate(map, scope)), map.Data, map.Next);
            case ParallelState parallel:
                parallel.Data.Arguments(scope);
                return Leave(Scope(result: Mocked()), parallel.Data, parallel.Next);
            default:
                return Leave(scope, request.State.Data, request.State.Next);
        }
    }

    private EvaluationScope Scope(Value? result = null, Value? errorOutput = null) =>
        new(request.Input, _variables, request.Context, ambient) { Result = result, ErrorOutput = errorOutput };

    private StateTestOutcome Leave(EvaluationScope scope, DataFlow data, State? next, StateTestStatus status = StateTestStatus.Succeeded)
    {
        _assigned = data.Assign(scope);
        _variables.RequireRoom(_assigned, request.State.Name);
        var output = data is JsonPathDataFlow path ? Passed(scope, path) : data.Output(scope);
        if (PayloadLimit.IsExceededBy(output)) throw StateFailure.TooLarge(request.State.Name);
        return new StateTestOutcome(status, output, null, null, next?.Name, _inspection);
    }

    private Value Passed(EvaluationScope scope, JsonPathDataFlow path)
    {
        var selected = path.Selected(scope);
        var isShown = request.State is PassState or TaskState or MapState or ParallelState && scope.ErrorOutput is null;
        if (isShown && path.PassResult is not null) _inspection.Result = selected;
        else if (isShown && request.State is PassState) _inspection.AfterParameters = selected;
        if (isShown) _inspection.AfterResultSelector = selected;
        var combined = path.Combined(scope, selected);
        if (isShown) _inspection.AfterResultPath = combined;
        return path.Picked(scope, combined);
    }

    private async Task WaitAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        var wait = due - ambient.Clock.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait < _longestTest ? wait : _longestTest, ambient.Clock, cancellationToken);
        if (wait > _longestTest) throw new StateFailure(ErrorNames.Timeout, null);
    }

    /// <summary>What Retry and Catch make of an error.</summary>
    private StateTestOutcome Handle(StateFailure failure)
    {
        var state = request.State;
        var retry = state.Retry.ToList().FindIndex(retrier => ErrorNames.Matches(retrier.ErrorEquals, failure.Error, failure.IsHeartbeat));
        if (retry >= 0)
        {
            _inspection.RetryIndex = retry;
            if (request.RetryCount < state.Retry[retry].MaxAttempts)
            {
                _inspection.RetryBackoffSeconds = state.Retry[retry].DelayBefore(request.RetryCount + 1).TotalSeconds;
                return Ended(StateTestStatus.Retriable, failure);
            }
        }
        var caught = state.Catch.ToList().FindIndex(catcher => ErrorNames.Matches(catcher.ErrorEquals, failure.Error, failure.IsHeartbeat));
        if (caught < 0) return Ended(StateTestStatus.Failed, failure);
        _inspection.CatchIndex = caught;
        try
        {
            var scope = Scope(errorOutput: StateRules.ErrorOutput(failure.Error, failure.Cause));
            return Leave(scope, state.Catch[caught].Data, state.Catch[caught].Next, StateTestStatus.CaughtError) with { Error = failure.Error, Cause = failure.Cause };
        }
        catch (StateFailure second)
        {
            // A catcher is not asked about its own failure.
            return Ended(StateTestStatus.Failed, second);
        }
    }

    private StateTestOutcome Ended(StateTestStatus status, StateFailure failure) =>
        new(status, null, failure.Error, failure.Cause, null, _inspection);
}
