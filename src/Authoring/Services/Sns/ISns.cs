namespace Aot.Authoring.Services.Sns;

/// <summary>Amazon SNS as Step Functions tasks.</summary>
public interface ISns
{
    /// <summary>Publishes a text to a topic's subscribers.</summary>
    /// <exception cref="SnsException">The topic does not exist, or an argument is wrong.</exception>
    [ServiceIntegration("arn:aws:states:::sns:publish")]
    Task<PublishResponse> PublishAsync(PublishRequest request);

    /// <summary>Publishes a message with a task token and waits until somebody answers with the token (<c>SendTaskSuccess</c>).</summary>
    /// <typeparam name="TResult">The answer.</typeparam>
    /// <param name="request">The message for a token.</param>
    /// <param name="timeout">After this <see cref="StatesTimeoutException"/>; a year where absent.</param>
    /// <param name="heartbeat">Longest time between two <c>SendTaskHeartbeat</c>, after which <see cref="StatesHeartbeatTimeoutException"/>.</param>
    [ServiceIntegration("arn:aws:states:::sns:publish.waitForTaskToken")]
    Task<TResult> PublishAndWaitAsync<TResult>(Func<string, PublishRequest> request, TimeSpan? timeout = null, TimeSpan? heartbeat = null);
}

/// <summary>Source: SNS API reference, Publish.</summary>
/// <param name="TopicArn">The topic.</param>
/// <param name="Message">Up to 256 KiB of text.</param>
/// <param name="Subject">Up to 100 characters; the subject line of e-mail subscriptions.</param>
/// <param name="MessageAttributes">What subscriptions filter by.</param>
/// <param name="MessageGroupId">FIFO topics: messages of a group keep their order.</param>
/// <param name="MessageDeduplicationId">FIFO topics: a second message with it within 5 minutes is dropped.</param>
[AwsShape]
public sealed record PublishRequest(
    Topic TopicArn,
    [ValueRange(1, 262_144)] string Message,
    [ValueRange(1, 100)] string? Subject = null,
    IReadOnlyDictionary<string, MessageAttribute>? MessageAttributes = null,
    [ValueRange(1, 128)] string? MessageGroupId = null,
    [ValueRange(1, 128)] string? MessageDeduplicationId = null);

/// <summary>Source: SNS API reference, MessageAttributeValue.</summary>
/// <param name="DataType"><c>String</c>, <c>String.Array</c> or <c>Number</c>.</param>
/// <param name="StringValue">The value as text.</param>
[AwsShape]
public sealed record MessageAttribute(string DataType, string StringValue);

/// <summary>Source: SNS API reference, Publish.</summary>
/// <param name="MessageId">The message's id.</param>
[AwsShape]
public sealed record PublishResponse(string MessageId);

/// <summary>SNS refused a message.</summary>
/// <param name="message">What SNS said.</param>
[ErrorName("SNS.AmazonSNSException", "SNS.NotFoundException", "SNS.InvalidParameterException", "SNS.AuthorizationErrorException")]
public sealed class SnsException(string message) : Exception(message);
