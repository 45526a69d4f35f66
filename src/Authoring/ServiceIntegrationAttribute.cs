namespace Aot.Authoring;

/// <summary>Makes an interface method a Step Functions service task.</summary>
/// <remarks>
/// The method takes one record, the task's <c>Arguments</c>, and returns <c>Task</c> or <c>Task&lt;TResult&gt;</c>.
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

    /// <summary>IAM resources; the ARNs of the resource handles in the arguments where absent. <c>"*"</c> for actions that know no resource.</summary>
    public string[] Resources { get; init; } = [];
}
