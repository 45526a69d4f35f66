using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;

namespace Aot.Local.Asl.Running;

internal sealed partial class Interpreter
{
    /// <summary>A state failed: retry it, go where a catcher says, or end the branch.</summary>
    private void Fail(Branch branch, StateFailure failure)
    {
        var state = branch.State;
        var cause = TellFailure(branch, failure);
        EndAttempt(branch);
        if (branch.Fork is { } fork) AbortChildren(fork);
        if (branch.MapRun is { } run) Abort(run, isTold: true);
        branch.MapRun = null;
        if (TryRetry(branch, failure)) return;

        // A runtime error of the state's own ends the execution without a word about the state.
        if (state is MapState or ParallelState && !(failure.NamesState && failure.Error == ErrorNames.Runtime)) Add(branch, state.Type + "StateFailed", null);
        var error = failure.Error;
        foreach (var catcher in state.Catch)
        {
            if (!ErrorNames.Matches(catcher.ErrorEquals, error, failure.IsHeartbeat)) continue;
            var scope = new EvaluationScope(branch.Input, branch.Variables, branch, _ambient) { ErrorOutput = StateRules.ErrorOutput(error, cause) };
            try
            {
                Leave(branch, scope, catcher.Data, catcher.Next);
                return;
            }
            catch (StateFailure second)
            {
                // A catcher is not asked about its own failure.
                cause = TellFailure(branch, second);
                error = second.Error;
                break;
            }
        }
        Propagate(branch, error, cause);
    }

    /// <summary>Ends the branch with an error: the state around it fails, or the execution.</summary>
    private void Propagate(Branch branch, string? error, string? cause)
    {
        branch.Phase = BranchPhase.Ended;
        if (branch.Parent is null) End(branch.Execution, ExecutionStatus.Failed, null, error, cause);
        else ChildFailed(branch.Parent, branch, error, cause);
    }

    private static string? TellFailure(Branch branch, StateFailure failure)
    {
        var cause = failure.NamesState
            ? $"An error occurred while executing the state '{branch.State.Name}' (entered at the event id #{branch.EnteredEventId}). {failure.Cause}"
            : failure.Cause;
        if (failure.IsEvaluation)
            Add(branch, "EvaluationFailed", new EvaluationFailedDetails(branch.State.Name, failure.Field, failure.Error!, cause!));
        return cause;
    }

    // The first retrier that names the error decides, also when it has no attempt left.
    private bool TryRetry(Branch branch, StateFailure failure)
    {
        var retriers = branch.State.Retry;
        for (var i = 0; i < retriers.Count; i++)
        {
            if (!ErrorNames.Matches(retriers[i].ErrorEquals, failure.Error, failure.IsHeartbeat)) continue;
            var attempt = branch.TakeAttempt(i);
            if (attempt == 0) return false;
            var delay = retriers[i].DelayBefore(attempt);
            if (retriers[i].FullJitter) delay *= random.NextDouble();
            (branch.Phase, branch.Fork) = (BranchPhase.Waiting, null);
            branch.Pause = scheduler.At(time.GetUtcNow() + delay, () => Turn(branch, Retry));
            return true;
        }
        return false;
    }

    private void Retry(Branch branch)
    {
        branch.Phase = BranchPhase.Retrying;
        branch.Pause = null;
        Step(branch);
    }

    /// <summary>Ends a branch that others decided to end, and all below it.</summary>
    /// <param name="isTold">Whether the history says so; at the end of an execution it does not.</param>
    private void Abort(Branch branch, bool isTold)
    {
        if (branch.Phase == BranchPhase.Ended) return;
        branch.Phase = BranchPhase.Ended;
        scheduler.Cancel(branch.Pause);
        EndAttempt(branch);
        if (branch.Fork is { } fork)
        {
            foreach (var child in fork.Children)
            {
                if (child is not null) Abort(child, isTold);
            }
        }
        if (branch.MapRun is { } run) Abort(run, isTold);
        if (!isTold) return;
        if (branch.State is TaskState or WaitState or ParallelState or MapState && branch.EnteredEventId > 0)
            Add(branch, branch.State.Type + "StateAborted", null);
        if (branch.Parent is { Owner.State: MapState } parent)
            Add(branch, "MapIterationAborted", new MapIterationDetails(parent.Owner.State.Name, branch.Index));
    }
}
