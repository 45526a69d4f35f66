namespace Aot.Runtime;

/// <summary>Invokes the function with batches of messages of a queue: Lambda polls, deletes what succeeded and makes the rest visible again.</summary>
/// <param name="queue">Logical id of the queue in the template, or its ARN.</param>
/// <remarks>
/// A method that returns <see cref="Events.SqsBatchResponse"/> names the messages that failed; without it one failure brings the whole batch back.
/// Source: Lambda developer guide, "Creating and configuring an Amazon SQS event source mapping"; template event type <c>SQS</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SqsEventSourceAttribute(string queue) : Attribute
{
    /// <summary>Logical id of the queue in the template, or its ARN.</summary>
    public string Queue { get; } = queue;

    /// <summary>Messages in one invocation at most: 1 to 10, with a window to 10000. Zero leaves it to Lambda, which takes 10.</summary>
    public int BatchSize { get; set; }

    /// <summary>Seconds that Lambda may wait to fill a batch, 0 to 300.</summary>
    public int MaximumBatchingWindowInSeconds { get; set; }

    /// <summary>Invocations at the same time at most, 2 to 1000. Zero sets no limit.</summary>
    public int MaximumConcurrency { get; set; }
}
