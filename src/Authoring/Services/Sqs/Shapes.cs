#pragma warning disable CS1591 // The members are the service's own; the record's summary names the page that explains them.
namespace Aot.Authoring.Services.Sqs;

/// <summary>Source: SQS API reference, GetQueueAttributes.</summary>
[AwsShape]
public sealed record GetQueueAttributesRequest(Queue QueueUrl, string[] AttributeNames);

/// <summary>Source: SQS API reference, GetQueueAttributes.</summary>
[AwsShape]
public sealed record GetQueueAttributesResponse(IReadOnlyDictionary<string, string> Attributes);

/// <summary>Source: SQS API reference, ReceiveMessage.</summary>
[AwsShape]
public sealed record ReceiveMessageRequest(
    Queue QueueUrl,
    [ValueRange(1, 10)] int? MaxNumberOfMessages = null,
    [ValueRange(0, 20)] int? WaitTimeSeconds = null,
    [ValueRange(0, 43_200)] int? VisibilityTimeout = null,
    string[]? MessageSystemAttributeNames = null);

/// <summary>Source: SQS API reference, ReceiveMessage. <c>Messages</c> is null when the queue gave none.</summary>
[AwsShape]
public sealed record ReceiveMessageResponse(IReadOnlyList<Message>? Messages);

/// <summary>A received message. Source: SQS API reference, Message.</summary>
[AwsShape]
public sealed record Message(string MessageId, string ReceiptHandle, string Body, IReadOnlyDictionary<string, string>? Attributes = null);

/// <summary>Source: SQS API reference, SendMessage. <c>MessageGroupId</c> and <c>MessageDeduplicationId</c> are for FIFO queues, which know no <c>DelaySeconds</c>.</summary>
[AwsShape]
public sealed record SendMessageRequest<TBody>(
    Queue QueueUrl,
    [property: JsonText] TBody MessageBody,
    [ValueRange(0, 900)] int? DelaySeconds = null,
    [ValueRange(1, 128)] string? MessageGroupId = null,
    [ValueRange(1, 128)] string? MessageDeduplicationId = null);

/// <summary>Source: SQS API reference, SendMessage.</summary>
[AwsShape]
public sealed record SendMessageResponse(string MessageId);

/// <summary>Source: SQS API reference, SendMessageBatch.</summary>
[AwsShape]
public sealed record SendMessageBatchRequest<TBody>(Queue QueueUrl, [ValueRange(1, 10)] SendMessageBatchEntry<TBody>[] Entries);

/// <summary>One message of a batch; its <c>Id</c> is unique in the batch. Source: SQS API reference, SendMessageBatchRequestEntry.</summary>
[AwsShape]
public sealed record SendMessageBatchEntry<TBody>(
    [ValueRange(1, 80)] string Id,
    [property: JsonText] TBody MessageBody,
    [ValueRange(0, 900)] int? DelaySeconds = null,
    [ValueRange(1, 128)] string? MessageGroupId = null,
    [ValueRange(1, 128)] string? MessageDeduplicationId = null);

/// <summary>Source: SQS API reference, SendMessageBatch. A list is null where it would be empty.</summary>
[AwsShape]
public sealed record SendMessageBatchResponse(IReadOnlyList<SentMessage>? Successful, IReadOnlyList<BatchError>? Failed);

/// <summary>Source: SQS API reference, SendMessageBatchResultEntry.</summary>
[AwsShape]
public sealed record SentMessage(string Id, string MessageId);

/// <summary>What of a batch was refused. Source: SQS API reference, BatchResultErrorEntry.</summary>
[AwsShape]
public sealed record BatchError(string Id, string Code, bool SenderFault, string? Message = null);

/// <summary>Source: SQS API reference, DeleteMessage.</summary>
[AwsShape]
public sealed record DeleteMessageRequest(Queue QueueUrl, string ReceiptHandle);

/// <summary>Source: SQS API reference, DeleteMessageBatch.</summary>
[AwsShape]
public sealed record DeleteMessageBatchRequest(Queue QueueUrl, [ValueRange(1, 10)] DeleteMessageBatchEntry[] Entries);

/// <summary>Source: SQS API reference, DeleteMessageBatchRequestEntry.</summary>
[AwsShape]
public sealed record DeleteMessageBatchEntry([ValueRange(1, 80)] string Id, string ReceiptHandle);

/// <summary>Source: SQS API reference, DeleteMessageBatch. A list is null where it would be empty.</summary>
[AwsShape]
public sealed record DeleteMessageBatchResponse(IReadOnlyList<DeletedMessage>? Successful, IReadOnlyList<BatchError>? Failed);

/// <summary>Source: SQS API reference, DeleteMessageBatchResultEntry.</summary>
[AwsShape]
public sealed record DeletedMessage(string Id);

/// <summary>Source: SQS API reference, ChangeMessageVisibility.</summary>
[AwsShape]
public sealed record ChangeMessageVisibilityRequest(Queue QueueUrl, string ReceiptHandle, [ValueRange(0, 43_200)] int VisibilityTimeout);

/// <summary>Source: SQS API reference, PurgeQueue.</summary>
[AwsShape]
public sealed record PurgeQueueRequest(Queue QueueUrl);

/// <summary>Source: SQS API reference, StartMessageMoveTask. ARNs: <c>Queues.Dead.Arn</c>; without a destination messages return to the queues they came from.</summary>
[AwsShape]
public sealed record StartMessageMoveTaskRequest(string SourceArn, string? DestinationArn = null, [ValueRange(1, 500)] int? MaxNumberOfMessagesPerSecond = null);

/// <summary>Source: SQS API reference, StartMessageMoveTask.</summary>
[AwsShape]
public sealed record StartMessageMoveTaskResponse(string TaskHandle);

/// <summary>Source: SQS API reference, ListMessageMoveTasks.</summary>
[AwsShape]
public sealed record ListMessageMoveTasksRequest(string SourceArn, [ValueRange(1, 10)] int? MaxResults = null);

/// <summary>Source: SQS API reference, ListMessageMoveTasks. <c>Results</c> is null where there is none.</summary>
[AwsShape]
public sealed record ListMessageMoveTasksResponse(IReadOnlyList<MessageMoveTask>? Results);

/// <summary><c>Status</c> is RUNNING, COMPLETED, CANCELLING, CANCELLED or FAILED. Source: SQS API reference, ListMessageMoveTasksResultEntry.</summary>
[AwsShape]
public sealed record MessageMoveTask(string Status, long? ApproximateNumberOfMessagesMoved = null, string? FailureReason = null);
