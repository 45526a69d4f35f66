namespace Aot.Authoring.Services.DynamoDb;

// The optimized integration says DynamoDB and takes its base exception's name from version 1 of the Java SDK; the SDK integration says DynamoDb and follows version 2.

/// <summary>A condition expression did not hold.</summary>
/// <param name="message">What DynamoDB said.</param>
[ErrorName("DynamoDB.ConditionalCheckFailedException", "DynamoDb.ConditionalCheckFailedException")]
public sealed class ConditionalCheckFailedException(string message) : Exception(message);

/// <summary>The table or index does not exist.</summary>
/// <param name="message">What DynamoDB said.</param>
[ErrorName("DynamoDB.ResourceNotFoundException", "DynamoDb.ResourceNotFoundException")]
public sealed class TableNotFoundException(string message) : Exception(message);

/// <summary>More reads or writes than the table provides for; worth a retry.</summary>
/// <param name="message">What DynamoDB said.</param>
[ErrorName("DynamoDB.ProvisionedThroughputExceededException", "DynamoDb.ProvisionedThroughputExceededException")]
public sealed class ProvisionedThroughputExceededException(string message) : Exception(message);

/// <summary>A transaction was not carried out: a condition did not hold, or another write was faster.</summary>
/// <param name="message">What DynamoDB said, with a reason per item.</param>
[ErrorName("DynamoDb.TransactionCanceledException")]
public sealed class TransactionCanceledException(string message) : Exception(message);

/// <summary>DynamoDB refused a call under no name of its own: permission, throttling, an argument.</summary>
/// <param name="message">What DynamoDB said.</param>
[ErrorName("DynamoDB.AmazonDynamoDBException", "DynamoDb.DynamoDbException")]
public sealed class DynamoDbException(string message) : Exception(message);
