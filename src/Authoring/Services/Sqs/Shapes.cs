#pragma warning disable CS1591 // The members are the service's own; the record's summary names the page that explains them.
namespace Aot.Authoring.Services.Sqs;

/// <summary>Source: SQS API reference, GetQueueAttributes.</summary>
[AwsShape]
public sealed record GetQueueAttributesRequest(Queue QueueUrl, string[] AttributeNames);

/// <summary>Source: SQS API reference, GetQueueAttributes.</summary>
[AwsShape]
public sealed record GetQueueAttributesResponse(IReadOnlyDictionary<string, string> Attributes);

/// <summary>Source: SQS API reference, ReceiveMessage. <c>WaitTimeSeconds</c> 0 to 20, <c>MaxNumberOfMessages</c> 1 to 10.</summary>
[AwsShape]
public sealed record ReceiveMessageRequest(
    Queue QueueUrl,
    int? MaxNumberOfMessages = null,
    int? WaitTimeSeconds = null,
    int? VisibilityTimeout = null,
    string[]? MessageSystemAttributeNames = null);

/// <summary>Source: SQS API reference, ReceiveMessage. <c>Messages</c> is null when the queue gave none.</summary>
[AwsShape]
public sealed record ReceiveMessageResponse(IReadOnlyList<Message>? Messages);

/// <summary>A received message. Source: SQS API reference, Message.</summary>
[AwsShape]
public sealed record Message(string MessageId, string ReceiptHandle, string Body, IReadOnlyDictionary<string, string>? Attributes = null);

/// <summary>Source: SQS API reference, SendMessage.</summary>
[AwsShape]
public sealed record SendMessageRequest<TBody>(Queue QueueUrl, [property: JsonText] TBody MessageBody, int? DelaySeconds = null);

/// <summary>Source: SQS API reference, SendMessage.</summary>
[AwsShape]
public sealed record SendMessageResponse(string MessageId);

/// <summary>Source: SQS API reference, DeleteMessage.</summary>
[AwsShape]
public sealed record DeleteMessageRequest(Queue QueueUrl, string ReceiptHandle);

/// <summary>Source: SQS API reference, ChangeMessageVisibility.</summary>
[AwsShape]
public sealed record ChangeMessageVisibilityRequest(Queue QueueUrl, string ReceiptHandle, int VisibilityTimeout);
