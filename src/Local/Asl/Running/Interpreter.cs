using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Items;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Asl.Running;

/// <summary>Moves branches from state to state. Everything here runs as the scheduler's work, one piece at a time.</summary>
/// <param name="scheduler">Gives branches their turns and rings their alarms.</param>
/// <param name="runner">Does the work of tasks.</param>
/// <param name="time">The clock of history, waits and timeouts.</param>
/// <param name="random">Retry jitter, task tokens and ids.</param>
/// <param name="objects">Where distributed Map states read and write.</param>
/// <param name="observer">Is told of map runs, their executions and of ends.</param>
internal sealed partial class Interpreter(
    Scheduler scheduler, ITaskRunner runner, TimeProvider time, Random random, IObjectStore? objects = null, IExecutionObserver? observer = null)
{
    // A branch gives way to the others after this many states: an endless loop must not stop the rest of the machine park.
    private const int StatesPerTurn = 256;

    // Where branches are to be interleaved in all ways, each gives way after every state.
    private readonly int _statesPerTurn = scheduler.IsInterleaving ? 1 : StatesPerTurn;

    private readonly EvaluationAmbient _ambient = new(time, random);

    private static readonly TimeSpan _expressLimit = TimeSpan.FromMinutes(5); // Step Functions quotas, "maximum execution time"

    /// <summary>Starts an execution; its first state is entered at its first turn.</summary>
    public void Start(Execution execution)
    {
        var identity = execution.Identity;
        execution.History.Add("ExecutionStarted", 0, new ExecutionStartedDetails(execution.Input, identity));
        ArmTimeout(execution, execution.StartTime);
        execution.Root = new Branch(execution, execution.Definition.Graph!.Start, execution.Input, new VariableScope(null), previousEventId: 0);
        Ready(execution.Root);
    }

    /// <summary>Ends a running execution from outside.</summary>
    public void Stop(Execution execution, string? error, string? cause)
    {
        if (execution.Status == ExecutionStatus.Running) End(execution, ExecutionStatus.Aborted, null, error, cause);
    }

    private void ArmTimeout(Execution execution, DateTimeOffset start)
    {
        var limit = execution.Definition.TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
        if (execution.Identity.Type == WorkflowType.Express && limit > _expressLimit) limit = _expressLimit;
        if (limit < TimeSpan.MaxValue)
            execution.Timeout = scheduler.At(start + limit, () => End(execution, ExecutionStatus.TimedOut, null, null, null));
    }

    private void Ready(Branch branch) => Post(branch, Step);

    private void Post(Branch branch, Action<Branch> first) => scheduler.Post(() => Turn(branch, first), branch);

    /// <summary>Does one step, and goes on until the branch waits, ends or has had its turn.</summary>
    private void Turn(Branch branch, Action<Branch> first)
    {
        var step = first;
        for (var i = 0; i < _statesPerTurn; i++)
        {
            if (branch.Phase == BranchPhase.Ended) return;
            try
            {
                try
                {
                    step(branch);
                }
                catch (StateFailure failure)
                {
                    Fail(branch, failure);
                }
            }
            catch (HistoryFullException full)
            {
                End(branch.Execution, ExecutionStatus.Failed, null, ErrorNames.Runtime, full.Message);
            }
            catch (Exception bug) when (bug is not StateFailure)
            {
                // One broken execution must not take the others with it.
                End(branch.Execution, ExecutionStatus.Failed, null, ErrorNames.Runtime, $"The local engine failed in state '{branch.State.Name}': {bug}");
            }
            if (branch.Phase is BranchPhase.Waiting or BranchPhase.Ended) return;
            step = Step;
        }
        Ready(branch);
    }

    private void Step(Branch branch)
    {
        if (branch.Phase == BranchPhase.Waiting) return;
        if (branch.Phase == BranchPhase.Entering)
        {
            branch.Execution.Transitions++;
            var now = time.GetUtcNow();
            branch.Enter(Add(branch, branch.State.EnteredEvent, new StateEnteredDetails(branch.State.Name, branch.Input)), now);
        }
        branch.Phase = BranchPhase.Waiting;
        switch (branch.State)
        {
            case PassState or SucceedState:
                Leave(branch, Scope(branch), branch.State.Data, branch.State.Next);
                break;
            case ChoiceState choice:
                Choose(branch, choice);
                break;
            case TaskState task:
                StartTask(branch, task);
                break;
            case WaitState wait:
                Wait(branch, wait);
                break;
            case ParallelState parallel:
                StartParallel(branch, parallel);
                break;
            case MapState { Distributed: { } distributed } map:
                StartMapRun(branch, map, distributed);
                break;
            case MapState map:
                StartMap(branch, map);
                break;
            case FailState fail:
                var scope = fail.Data.Fields(Scope(branch));
                Propagate(branch, fail.Error?.Text(scope), fail.Cause?.Text(scope));
                break;
        }
    }

    private void Choose(Branch branch, ChoiceState choice)
    {
        var scope = Scope(branch);
        var (data, next) = choice.Choose(scope);
        Leave(branch, scope, data, next);
    }

    private void Wait(Branch branch, WaitState wait)
    {
        var now = time.GetUtcNow();
        var due = wait.Due(Scope(branch), now);
        if (due <= now) FinishWait(branch);
        else branch.Pause = scheduler.At(due, () => Turn(branch, FinishWait));
    }

    private void FinishWait(Branch branch) => Leave(branch, Scope(branch), branch.State.Data, branch.State.Next);

    /// <summary>Evaluates what the state passes on, and only then changes anything: a failure here leaves the branch in the state.</summary>
    private void Leave(Branch branch, EvaluationScope scope, DataFlow data, State? next)
    {
        var assigned = data.Assign(scope);
        branch.Variables.RequireRoom(assigned, branch.State.Name);
        var output = data.Output(scope);
        if (!ReferenceEquals(output, scope.Input) && !ReferenceEquals(output, scope.Result)) RequireSize(output, branch.State.Name);
        Add(branch, branch.State.ExitedEvent, new StateExitedDetails(branch.State.Name, output, assigned));
        branch.Variables.Set(assigned);
        (branch.Task, branch.Fork, branch.MapRun, branch.Pause) = (null, null, null, null);
        branch.Input = output;
        if (next is null)
        {
            branch.Phase = BranchPhase.Ended;
            if (branch.Parent is null) End(branch.Execution, ExecutionStatus.Succeeded, output, null, null);
            else ChildSucceeded(branch.Parent, branch, output);
            return;
        }
        branch.State = next;
        branch.Phase = BranchPhase.Entering;
    }

    private void End(Execution execution, ExecutionStatus status, Value? output, string? error, string? cause)
    {
        if (execution.Status != ExecutionStatus.Running) return;
        scheduler.Cancel(execution.Timeout);
        var previous = execution.Root?.PreviousEventId ?? 0;
        if (execution.Root is { } root) Abort(root, isTold: false);
        var (type, details) = status switch
        {
            ExecutionStatus.Succeeded => ("ExecutionSucceeded", (EventDetails)new ExecutionSucceededDetails(output!)),
            ExecutionStatus.TimedOut => ("ExecutionTimedOut", new FailureDetails(error, cause)),
            ExecutionStatus.Aborted => ("ExecutionAborted", new FailureDetails(error, cause)),
            _ => ("ExecutionFailed", new FailureDetails(error, cause)),
        };
        execution.History.AddFinal(type, previous, details);
        execution.End(status, time.GetUtcNow(), output, error, cause);
        if (execution.MapRun is { } run) ChildEnded(run, execution);
        if (observer is { } watching) scheduler.Outside(() => watching.Ended(execution));
    }

    private static void RequireSize(Value value, string producer)
    {
        if (PayloadLimit.IsExceededBy(value)) throw StateFailure.TooLarge(producer);
    }

    private EvaluationScope Scope(Branch branch) => new(branch.Input, branch.Variables, branch, _ambient);

    private static long Add(Branch branch, string type, EventDetails? details) =>
        branch.PreviousEventId = branch.Execution.History.Add(type, branch.PreviousEventId, details);
}
