using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Asl.Running;

/// <summary>One attempt of a Task state, from its scheduling to its outcome.</summary>
internal sealed class TaskAttempt(Branch branch, TaskResource resource, string? token)
{
    public Branch Branch { get; } = branch;

    public TaskResource Resource { get; } = resource;

    /// <summary>With which the outcome is reported from outside.</summary>
    public string? Token { get; } = token;

    /// <summary>Told when nobody waits for the runner's answer any more.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    public Alarm? Timeout { get; set; }

    public Alarm? Heartbeat { get; set; }

    public TimeSpan? HeartbeatInterval { get; set; }

    /// <summary>Whether the request that carries the token was answered.</summary>
    public bool IsSubmitted { get; set; }

    /// <summary>An outcome that came with the token before the request was answered.</summary>
    public TaskOutcome? Early { get; set; }
}

/// <summary>How a task ended: with a result, or with an error.</summary>
internal sealed record TaskOutcome(Value? Result, string? Error, string? Cause);
