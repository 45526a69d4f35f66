using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Tasks;

namespace Aot.Local.Asl.Model;

/// <summary>What all states share. States are compiled once and never change while they run.</summary>
internal abstract class State
{
    public required string Name { get; init; }

    /// <summary>Path in the definition: <c>/States/Fetch</c>.</summary>
    public required string Location { get; init; }

    /// <summary>What the state makes of its input and its result.</summary>
    public required DataFlow Data { get; init; }

    /// <summary>The state that follows; null at the end of the graph. Set once by the reader.</summary>
    public State? Next { get; set; }

    public IReadOnlyList<Retrier> Retry { get; init; } = [];

    public IReadOnlyList<Catcher> Catch { get; init; } = [];

    /// <summary>The state's type as the definition spells it; history event names start with it.</summary>
    public abstract string Type { get; }

    public string EnteredEvent => field ??= Type + "StateEntered";

    public string ExitedEvent => field ??= Type + "StateExited";
}

/// <remarks>States Language, "Pass State".</remarks>
internal sealed class PassState : State
{
    public override string Type => "Pass";
}

/// <remarks>States Language, "Succeed State".</remarks>
internal sealed class SucceedState : State
{
    public override string Type => "Succeed";
}

/// <remarks>States Language, "Fail State".</remarks>
internal sealed class FailState : State
{
    public override string Type => "Fail";
    public FieldTemplate? Error { get; init; }
    public FieldTemplate? Cause { get; init; }
}

/// <remarks>States Language, "Wait State". Exactly one of the two is given.</remarks>
internal sealed class WaitState : State
{
    public override string Type => "Wait";
    public FieldTemplate? Seconds { get; init; }
    public FieldTemplate? Timestamp { get; init; }
}

/// <remarks>States Language, "Choice State". The state's own <see cref="State.Data"/> and <see cref="State.Next"/> are the default's.</remarks>
internal sealed class ChoiceState : State
{
    public override string Type => "Choice";
    public required IReadOnlyList<ChoiceRule> Rules { get; init; }
}

internal sealed class ChoiceRule
{
    /// <summary>Yields true or false.</summary>
    public required FieldTemplate Condition { get; init; }
    public required DataFlow Data { get; init; }
    public State? Next { get; set; }
}

/// <remarks>States Language, "Task State".</remarks>
internal sealed class TaskState : State
{
    public override string Type => "Task";
    public required TaskResource Resource { get; init; }
    public FieldTemplate? TimeoutSeconds { get; init; }
    public FieldTemplate? HeartbeatSeconds { get; init; }

    /// <summary>The role a task assumes; evaluated and shown, never enforced.</summary>
    public FieldTemplate? Credentials { get; init; }
}

/// <remarks>States Language, "Parallel State".</remarks>
internal sealed class ParallelState : State
{
    public override string Type => "Parallel";
    public required IReadOnlyList<StateGraph> Branches { get; init; }
}

/// <remarks>States Language, "Map State".</remarks>
internal sealed class MapState : State
{
    public override string Type => "Map";
    public required StateGraph Processor { get; init; }

    /// <summary>Null for an inline Map.</summary>
    public DistributedMap? Distributed { get; init; }

    /// <summary>Null: the state's input itself is the array.</summary>
    public FieldTemplate? Items { get; init; }
    public FieldTemplate? ItemSelector { get; init; }
    public FieldTemplate? MaxConcurrency { get; init; }
    public FieldTemplate? ToleratedFailureCount { get; init; }
    public FieldTemplate? ToleratedFailurePercentage { get; init; }
}
