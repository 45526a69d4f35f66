#pragma warning disable CS1591 // The members are the service's own; the record's summary names the page that explains them.
namespace Aot.Authoring.Services.DynamoDb;

/// <summary>Source: DynamoDB API reference, PutItem.</summary>
[AwsShape]
public sealed record PutItemRequest<TItem>(Table TableName, [property: AttributeValues] TItem Item, string? ConditionExpression = null);

/// <summary>Source: DynamoDB API reference, DeleteItem.</summary>
[AwsShape]
public sealed record DeleteItemRequest<TKey>(Table TableName, [property: AttributeValues] TKey Key);

/// <summary>Source: DynamoDB API reference, Scan. Names in the filter are the JSON names of <typeparamref name="TValues"/>'s members.</summary>
[AwsShape]
public sealed record ScanRequest<TValues>(
    Table TableName,
    string? FilterExpression = null,
    [property: AttributeValues] TValues? ExpressionAttributeValues = default,
    string? Select = null);

/// <summary>Source: DynamoDB API reference, Scan.</summary>
[AwsShape]
public sealed record ScanResponse(int Count);

/// <summary>A condition expression did not hold. Optimized integration and SDK integration spell it differently.</summary>
[ErrorName("DynamoDB.ConditionalCheckFailedException", "DynamoDb.ConditionalCheckFailedException")]
public sealed class ConditionalCheckFailedException(string message) : Exception(message);
