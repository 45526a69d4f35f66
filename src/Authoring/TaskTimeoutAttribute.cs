namespace Aot.Authoring;

/// <summary>Limits how long a task may take. On an interface method: that task; on a constructor parameter: every task called through it; on the class: every task without a limit of its own.</summary>
/// <param name="seconds">Seconds until the task fails with <c>States.Timeout</c>, 1 to 99,999,999.</param>
/// <remarks>
/// The nearest one wins: method, then parameter, then class. Becomes <c>TimeoutSeconds</c> and <c>HeartbeatSeconds</c> of the task state.
/// A Lambda task has a limit of its own, 5 s above the function's timeout, which only an attribute on the constructor parameter replaces.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Class)]
public sealed class TaskTimeoutAttribute(int seconds) : Attribute
{
    /// <summary>Seconds until the task fails with <c>States.Timeout</c>.</summary>
    public int Seconds { get; } = seconds;

    /// <summary>
    /// Seconds between two heartbeats, after which the task fails with <c>States.HeartbeatTimeout</c>; less than <see cref="Seconds"/>.
    /// Only activities and <c>.waitForTaskToken</c> tasks send them. 0 means none are expected.
    /// </summary>
    public int HeartbeatSeconds { get; init; }
}
