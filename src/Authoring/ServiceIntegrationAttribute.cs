namespace Aot.Authoring;

/// <summary>Makes an interface method a Step Functions service task.</summary>
/// <remarks>
/// The method takes one record, the task's <c>Arguments</c>, and returns <c>Task</c> or <c>Task&lt;TResult&gt;</c>. Two optional parameters become fields of the state:
/// <c>TimeSpan? timeout</c> its <c>TimeoutSeconds</c>, <c>TimeSpan? heartbeat</c> its <c>HeartbeatSeconds</c>. A task that waits for a callback
/// (<c>.waitForTaskToken</c>) takes <c>Func&lt;string, TRequest&gt;</c> instead of the record: the text is the token, and the result is what is sent with it.
/// Declare an interface of your own the same way for any service that the library does not ship.
/// </remarks>
/// <param name="resource">
/// The task's <c>Resource</c>: an optimized integration such as <c>arn:aws:states:::sqs:sendMessage</c>, or an SDK one such as
/// <c>arn:aws:states:::aws-sdk:sqs:receiveMessage</c>.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServiceIntegrationAttribute(string resource) : Attribute
{
    /// <summary>The task's <c>Resource</c>.</summary>
    public string Resource { get; } = resource;

    /// <summary>IAM actions the state machine's role needs; follows from the ARN where absent (<c>aws-sdk:sqs:receiveMessage</c> → <c>sqs:ReceiveMessage</c>).</summary>
    public string[] Actions { get; init; } = [];

    /// <summary>
    /// IAM resources, written as in <see cref="TaskPermissionAttribute"/>; the ARNs of the resource handles in the arguments where absent. <c>"*"</c> for actions that know no resource.
    /// </summary>
    public string[] Resources { get; init; } = [];

    /// <summary>False where a second identical call does something a second time: in an Express workflow, which may run twice, that is a warning (WF6006).</summary>
    public bool IsIdempotent { get; init; } = true;

    /// <summary>The request member that makes a second identical call harmless, such as <c>ClientToken</c>; without it in a call, the call is not idempotent.</summary>
    public string? IdempotentBy { get; init; }
}
