using Aot.Local.Json;

namespace Aot.Local.Asl.Tasks;

/// <summary>Does the work of Task states.</summary>
internal interface ITaskRunner
{
    /// <summary>Runs one attempt of one task.</summary>
    /// <returns>
    /// The task's result. With <see cref="IntegrationPattern.WaitForTaskToken"/> it is the answer to the request alone;
    /// the result comes with the token.
    /// </returns>
    /// <param name="call">What to run.</param>
    /// <param name="cancellationToken">Cancelled when the task timed out or its execution ended; nobody waits for an answer then.</param>
    /// <exception cref="TaskFailedException">The task failed under an error name that the definition can handle.</exception>
    ValueTask<Value> RunAsync(TaskCall call, CancellationToken cancellationToken);

    /// <summary>Why a task cannot even be scheduled, as a sentence; null when it can.</summary>
    string? Refusal(TaskResource resource) => null;
}

/// <summary>One attempt of a task.</summary>
/// <param name="Resource">What to run.</param>
/// <param name="Arguments">The evaluated Arguments, or the state's input.</param>
/// <param name="ExecutionArn">The execution on whose behalf it runs.</param>
/// <param name="StateName">The Task state.</param>
/// <param name="MapIndex">Positions in the Map states around it, outermost first.</param>
/// <param name="TaskToken">With <see cref="IntegrationPattern.WaitForTaskToken"/>: what the outcome must be reported with.</param>
/// <param name="Submitted">With <c>.sync</c>: told the answer that started the job, before the job is done.</param>
internal sealed record TaskCall(
    TaskResource Resource, Value Arguments, string ExecutionArn, string StateName, IReadOnlyList<int> MapIndex,
    string? TaskToken, Action<Value> Submitted)
{
    /// <summary>With an activity: told the name of the worker that takes the task; false when nobody waits for the task any more.</summary>
    public Func<string?, bool> Started { get; init; } = _ => true;
}

/// <summary>A task's failure, as Retry and Catch see it.</summary>
internal sealed class TaskFailedException(string? error, string? cause) : Exception($"{error}: {cause}")
{
    public string? Error { get; } = error;
    public string? Cause { get; } = cause;
}
