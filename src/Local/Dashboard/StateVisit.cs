using Aot.Local.Json;

namespace Aot.Local.Dashboard;

/// <summary>One time an execution was in a state.</summary>
internal sealed class StateVisit
{
    public required string State { get; init; }

    /// <summary>The state's type: <c>Task</c>.</summary>
    public required string Type { get; init; }

    public required DateTimeOffset Entered { get; init; }

    public required Value Input { get; init; }

    /// <summary>The visit of the Map or Parallel around it.</summary>
    public required StateVisit? Outer { get; init; }

    /// <summary>The iterations it belongs to, outermost first: <c>Each[2]</c>; empty outside of Map states.</summary>
    public required string Iteration { get; init; }

    public DateTimeOffset? Exited { get; set; }

    public Value? Output { get; set; }

    /// <summary>The variables the state set on leaving.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Assigned { get; set; } = [];

    /// <summary>How often its task was started.</summary>
    public int Attempts { get; set; }

    /// <summary>The errors of its attempts, in order.</summary>
    public List<(string? Error, string? Cause)> Errors { get; } = [];

    /// <summary>Whether the last thing that happened in it was an error.</summary>
    public bool EndedInError { get; set; }

    /// <summary>Whether others decided to end it.</summary>
    public bool IsAborted { get; set; }

    /// <param name="isRunning">Whether the execution runs.</param>
    public VisitStatus Status(bool isRunning)
    {
        if (Exited is not null) return EndedInError ? VisitStatus.Caught : VisitStatus.Succeeded;
        if (IsAborted) return VisitStatus.Stopped;
        if (isRunning && IsOpen(Outer)) return VisitStatus.Running;
        return EndedInError ? VisitStatus.Failed : VisitStatus.Stopped;
    }

    // A container that has been left took its visits with it.
    private static bool IsOpen(StateVisit? container) => container is null || (container.Exited is null && !container.IsAborted && IsOpen(container.Outer));
}

/// <summary>In the order of what a picture rather shows, when a state was visited more than once.</summary>
internal enum VisitStatus
{
    Stopped,
    Succeeded,
    Caught,
    Failed,
    Running,
}
