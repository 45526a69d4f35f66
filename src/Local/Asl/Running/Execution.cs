using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Asl.Running;

/// <summary>Who an execution is: what the context object and the API tell about it.</summary>
/// <param name="Arn">The execution's ARN.</param>
/// <param name="Name">Its name; unique within the machine.</param>
/// <param name="MachineArn">The machine's ARN.</param>
/// <param name="MachineName">The machine's name.</param>
/// <param name="RoleArn">The machine's role; shown, never enforced.</param>
/// <param name="Type">Standard or Express.</param>
internal sealed record ExecutionIdentity(string Arn, string Name, string MachineArn, string MachineName, string RoleArn, WorkflowType Type)
{
    /// <summary>The version it was started from; null when that was the machine itself.</summary>
    public string? VersionArn { get; init; }

    /// <summary>The alias it was started through.</summary>
    public string? AliasArn { get; init; }

    /// <summary>The caller's X-Ray header; shown, not followed.</summary>
    public string? TraceHeader { get; init; }
}

internal enum ExecutionStatus
{
    Running,
    Succeeded,
    Failed,
    TimedOut,
    Aborted,
}

/// <summary>One run of a machine. Changes only inside the scheduler; what it shows never changes after it ended.</summary>
internal sealed class Execution(ExecutionIdentity identity, StateMachineDefinition definition, Value input, DateTimeOffset startTime, History history)
{
    // Waiters continue on their own threads: they must not run under the scheduler's lock.
    private TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ExecutionIdentity Identity { get; } = identity;
    public StateMachineDefinition Definition { get; } = definition;
    public Value Input { get; } = input;
    public DateTimeOffset StartTime { get; } = startTime;
    public History History { get; } = history;
    public ExecutionStatus Status { get; private set; }
    public DateTimeOffset? StopTime { get; private set; }
    public Value? Output { get; private set; }
    public string? Error { get; private set; }
    public string? Cause { get; private set; }

    /// <summary>How often it was continued after it had failed.</summary>
    public int RedriveCount { get; private set; }

    public DateTimeOffset? RedriveTime { get; private set; }

    /// <summary>States entered so far, those of branches and iterations included.</summary>
    public long Transitions { get; set; }

    /// <summary>The distributed Map that started it; null when somebody from outside did.</summary>
    public MapRun? MapRun { get; init; }

    /// <summary>How many of the run's items it works on.</summary>
    public int ItemCount { get; init; }

    /// <summary>Completes when the status is no longer Running.</summary>
    public Task Ended => _ended.Task;

    /// <summary>The machine's own thread of states; kept after a failure for a redrive.</summary>
    public Branch? Root { get; set; }

    /// <summary>Rings when the machine's time is over.</summary>
    public Alarm? Timeout { get; set; }

    public void End(ExecutionStatus status, DateTimeOffset time, Value? output, string? error, string? cause)
    {
        (Status, StopTime, Output, Error, Cause) = (status, time, output, error, cause);
        if (status == ExecutionStatus.Succeeded || Identity.Type == WorkflowType.Express || MapRun is not null) Root = null;
        _ended.SetResult();
    }

    /// <summary>Runs again.</summary>
    public void Redrive(DateTimeOffset time)
    {
        (Status, StopTime, Error, Cause) = (ExecutionStatus.Running, null, null, null);
        (RedriveCount, RedriveTime) = (RedriveCount + 1, time);
        _ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
