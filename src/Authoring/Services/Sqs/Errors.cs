namespace Aot.Authoring.Services.Sqs;

/// <summary>SQS refused a call of an SDK integration (<c>aws-sdk:sqs</c>) under no name of its own: permission, throttling, an argument.</summary>
/// <param name="message">What SQS said.</param>
[ErrorName("Sqs.SqsException")]
public sealed class SqsException(string message) : Exception(message);

/// <summary>SQS refused a message of the optimized integration (<c>sqs:sendMessage</c>): the queue does not exist, permission, an argument.</summary>
/// <param name="message">What SQS said.</param>
[ErrorName("SQS.AmazonSQSException", "SQS.SdkClientException")]
public sealed class SqsSendException(string message) : Exception(message);

/// <summary>The queue does not exist, or not any more.</summary>
/// <param name="message">What SQS said.</param>
[ErrorName("Sqs.QueueDoesNotExistException", "SQS.QueueDoesNotExistException")]
public sealed class QueueDoesNotExistException(string message) : Exception(message);

/// <summary>The receipt is of another queue, or its message is gone.</summary>
/// <param name="message">What SQS said.</param>
[ErrorName("Sqs.ReceiptHandleIsInvalidException")]
public sealed class ReceiptHandleIsInvalidException(string message) : Exception(message);
