namespace Aot.Authoring;

/// <summary>Retries failed tasks. On a constructor parameter: every task called through it; on an interface method: that task; on the class: every task.</summary>
/// <remarks>The nearest one wins: method, then parameter, then class. Becomes a <c>Retry</c> entry of the task state.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Parameter | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RetryAttribute : Attribute
{
    /// <summary>Error names; for Lambda tasks the four transient Lambda errors where absent, else <c>States.TaskFailed</c>.</summary>
    public string[] Errors { get; init; } = [];

    /// <summary>Seconds before the first retry, 1 to 99,999,999.</summary>
    public int IntervalSeconds { get; init; } = 2;

    /// <summary>Number of retries, 0 to 99,999,999; 0 never retries.</summary>
    public int MaxAttempts { get; init; } = 6;

    /// <summary>Factor by which the interval grows with each retry, at least 1.</summary>
    public double BackoffRate { get; init; } = 2;

    /// <summary>Cap of the interval in seconds, 1 to 31,622,400; 0 means no cap.</summary>
    public int MaxDelaySeconds { get; init; }

    /// <summary>True waits a random time between 0 and the interval (<c>JitterStrategy: FULL</c>).</summary>
    public bool FullJitter { get; init; }
}
