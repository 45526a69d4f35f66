using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Asl.Running;

/// <summary>What a branch does when its turn comes.</summary>
internal enum BranchPhase
{
    /// <summary>Enters <see cref="Branch.State"/>.</summary>
    Entering,

    /// <summary>Does the state's work again, after a retry's pause.</summary>
    Retrying,

    /// <summary>A task, a timer or branches below decide when it goes on.</summary>
    Waiting,

    /// <summary>Has run to its end, or was ended.</summary>
    Ended,
}

/// <summary>One thread of states: the machine itself, a Parallel branch or a Map iteration. Plain data; a waiting one costs no thread.</summary>
internal sealed class Branch(Execution execution, State start, Value input, VariableScope variables, long previousEventId) : IContextObject
{
    public Execution Execution { get; } = execution;

    public VariableScope Variables { get; } = variables;

    public BranchPhase Phase { get; set; }

    /// <summary>The state it is in, or enters next.</summary>
    public State State
    {
        get;
        set => (field, EnteredEventId) = (value, 0);
    } = start;

    /// <summary>The state's input.</summary>
    public Value Input { get; set; } = input;

    /// <summary>The branch's latest history event.</summary>
    public long PreviousEventId { get; set; } = previousEventId;

    /// <summary>The Parallel or Map visit it belongs to; null for the machine itself.</summary>
    public Fork? Parent { get; init; }

    /// <summary>Which branch or iteration of the parent it is.</summary>
    public int Index { get; init; }

    /// <summary>The item of a Map iteration.</summary>
    public Value? Item { get; init; }

    // The rest belongs to the current visit of a state.

    /// <summary>0 as long as the state has not been entered.</summary>
    public long EnteredEventId { get; private set; }

    public DateTimeOffset EnteredTime { get; private set; }

    public int RetryCount { get; private set; }

    /// <summary>What the work got; the same through all attempts of Parallel.</summary>
    public Fork? Fork { get; set; }

    /// <summary>The visit of a distributed Map.</summary>
    public MapRun? MapRun { get; set; }

    public TaskAttempt? Task { get; set; }

    /// <summary>Ends a Wait, or a retry's pause.</summary>
    public Alarm? Pause { get; set; }

    private int[]? _attempts;

    public void Enter(long eventId, DateTimeOffset time)
    {
        (EnteredEventId, PreviousEventId, EnteredTime, RetryCount) = (eventId, eventId, time, 0);
        _attempts = null;
    }

    /// <summary>Has the branch do the current state's work again, with all retries, or enter the state if it had not.</summary>
    /// <param name="previousEventId">The event that the next one follows.</param>
    public void Resume(long previousEventId)
    {
        (PreviousEventId, RetryCount, Task, MapRun, Pause) = (previousEventId, 0, null, null, null);
        _attempts = null;
        Phase = EnteredEventId == 0 ? BranchPhase.Entering : BranchPhase.Retrying;
    }

    /// <summary>Counts a retry by one of the state's retriers; 0 when it has none left.</summary>
    public long TakeAttempt(int retrier)
    {
        _attempts ??= new int[State.Retry.Count];
        if (_attempts[retrier] >= State.Retry[retrier].MaxAttempts) return 0;
        RetryCount++;
        return ++_attempts[retrier];
    }

    /// <summary>The context object as expressions of the current state see it.</summary>
    /// <remarks>Step Functions developer guide, "Context object".</remarks>
    public ObjectValue ToValue()
    {
        var identity = Execution.Identity;
        var state = new ObjectValue { ["Name"] = State.Name, ["EnteredTime"] = Timestamps.ToText(EnteredTime) };
        if (State is TaskState or ParallelState or MapState) state["RetryCount"] = RetryCount;
        var context = new ObjectValue
        {
            ["Execution"] = new ObjectValue
            {
                ["Id"] = identity.Arn,
                ["Input"] = Execution.Input,
                ["StartTime"] = Timestamps.ToText(Execution.StartTime),
                ["Name"] = identity.Name,
                ["RoleArn"] = identity.RoleArn,
                ["RedriveCount"] = Execution.RedriveCount,
            },
            ["StateMachine"] = new ObjectValue { ["Id"] = identity.MachineArn, ["Name"] = identity.MachineName },
            ["State"] = state,
        };
        if (Execution.RedriveTime is { } redriven) ((ObjectValue)context["Execution"]!)["RedriveTime"] = Timestamps.ToText(redriven);
        if (Task is { Resource.Kind: not TaskKind.Activity, Token: { } token }) context["Task"] = new ObjectValue { ["Token"] = token };
        if (MapItem() is { } item) context["Map"] = new ObjectValue { ["Item"] = item };
        return context;
    }

    /// <summary>Positions in the Map states around it, outermost first.</summary>
    public IReadOnlyList<int> MapIndex()
    {
        List<int> indexes = [];
        for (var branch = this; branch.Parent is { } parent; branch = parent.Owner)
        {
            if (parent.Owner.State is MapState) indexes.Insert(0, branch.Index);
        }
        return indexes;
    }

    private ObjectValue? MapItem()
    {
        for (var branch = this; branch.Parent is { } parent; branch = parent.Owner)
        {
            if (branch.Item is not null) return new ObjectValue { ["Index"] = branch.Index, ["Value"] = branch.Item };
        }
        return null;
    }
}
