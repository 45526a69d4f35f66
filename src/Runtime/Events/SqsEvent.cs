using System.Text.Json.Serialization;

namespace Aot.Runtime.Events;

/// <summary>A batch of messages from a queue.</summary>
/// <param name="Records">One to <c>BatchSize</c> messages.</param>
/// <remarks>Source: Lambda developer guide, "Using Lambda with Amazon SQS".</remarks>
public sealed record SqsEvent([property: JsonPropertyName("Records")] IReadOnlyList<SqsMessage> Records);

/// <summary>One message of a batch.</summary>
/// <param name="MessageId">What a <see cref="SqsBatchResponse"/> names it by.</param>
/// <param name="ReceiptHandle">What changes its visibility.</param>
/// <param name="Body">Its text.</param>
/// <param name="Attributes">Attributes of the system: <c>ApproximateReceiveCount</c>, <c>SentTimestamp</c>, <c>MessageGroupId</c>.</param>
/// <param name="MessageAttributes">Attributes of the sender.</param>
/// <param name="Md5OfBody">Hexadecimal MD5 of the body.</param>
/// <param name="EventSourceArn">ARN of the queue.</param>
public sealed record SqsMessage(
    string MessageId,
    string ReceiptHandle,
    string Body,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyDictionary<string, SqsMessageAttribute>? MessageAttributes,
    string? Md5OfBody,
    [property: JsonPropertyName("eventSourceARN")] string? EventSourceArn);

/// <summary>An attribute that the sender gave a message.</summary>
/// <param name="StringValue">Value of a string or number.</param>
/// <param name="BinaryValue">Base64 of a binary value.</param>
/// <param name="DataType"><c>String</c>, <c>Number</c>, <c>Binary</c>, or one of them with a suffix.</param>
public sealed record SqsMessageAttribute(string? StringValue, string? BinaryValue, string DataType);

/// <summary>Which messages of a batch failed; the others are deleted.</summary>
/// <param name="BatchItemFailures">Empty: all succeeded.</param>
/// <remarks>Source: Lambda developer guide, "Implementing partial batch responses".</remarks>
public sealed record SqsBatchResponse(IReadOnlyList<SqsBatchItemFailure> BatchItemFailures);

/// <summary>One message that failed.</summary>
/// <param name="ItemIdentifier">Its <see cref="SqsMessage.MessageId"/>.</param>
public sealed record SqsBatchItemFailure(string ItemIdentifier);
