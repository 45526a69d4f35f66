#pragma warning disable CS1591 // The members are the service's own; the record's summary names the page that explains them.
using System.Text.Json;

namespace Aot.Authoring.Services.DynamoDb;

/// <summary>Source: DynamoDB API reference, GetItem. <c>Key</c> is a record or anonymous object with the key's attributes.</summary>
[AwsShape]
public sealed record GetItemRequest(
    Table TableName,
    [property: AttributeValues] object Key,
    bool? ConsistentRead = null,
    string? ProjectionExpression = null,
    IReadOnlyDictionary<string, string>? ExpressionAttributeNames = null);

/// <summary>Source: DynamoDB API reference, GetItem.</summary>
[AwsShape]
public sealed record GetItemResponse<TItem>([property: AttributeValues] TItem? Item)
    where TItem : class;

/// <summary>Source: DynamoDB API reference, PutItem. The values' names get a colon in front: <c>new { limit }</c> is <c>:limit</c>.</summary>
[AwsShape]
public sealed record PutItemRequest<TItem>(
    Table TableName,
    [property: AttributeValues] TItem Item,
    string? ConditionExpression = null,
    [property: AttributeValues(Prefix = ":")] object? ExpressionAttributeValues = null,
    IReadOnlyDictionary<string, string>? ExpressionAttributeNames = null);

/// <summary>Source: DynamoDB API reference, UpdateItem. The values' names get a colon in front: <c>new { limit }</c> is <c>:limit</c>.</summary>
[AwsShape]
public sealed record UpdateItemRequest(
    Table TableName,
    [property: AttributeValues] object Key,
    string UpdateExpression,
    [property: AttributeValues(Prefix = ":")] object? ExpressionAttributeValues = null,
    string? ConditionExpression = null,
    IReadOnlyDictionary<string, string>? ExpressionAttributeNames = null,
    string? ReturnValues = null);

/// <summary>Source: DynamoDB API reference, UpdateItem. <c>Attributes</c> is null where <c>ReturnValues</c> asked for none.</summary>
[AwsShape]
public sealed record UpdateItemResponse<TItem>([property: AttributeValues] TItem? Attributes)
    where TItem : class;

/// <summary>Source: DynamoDB API reference, DeleteItem.</summary>
[AwsShape]
public sealed record DeleteItemRequest(
    Table TableName,
    [property: AttributeValues] object Key,
    string? ConditionExpression = null,
    [property: AttributeValues(Prefix = ":")] object? ExpressionAttributeValues = null,
    IReadOnlyDictionary<string, string>? ExpressionAttributeNames = null);

/// <summary>Source: DynamoDB API reference, Query. The values' names get a colon in front; <c>ExclusiveStartKey</c> is the <c>LastEvaluatedKey</c> of the page before.</summary>
[AwsShape]
public sealed record QueryRequest(
    Table TableName,
    string KeyConditionExpression,
    [property: AttributeValues(Prefix = ":")] object ExpressionAttributeValues,
    string? FilterExpression = null,
    string? IndexName = null,
    bool? ScanIndexForward = null,
    [ValueRange(1, int.MaxValue)] int? Limit = null,
    bool? ConsistentRead = null,
    string? ProjectionExpression = null,
    IReadOnlyDictionary<string, string>? ExpressionAttributeNames = null,
    JsonElement? ExclusiveStartKey = null);

/// <summary>Source: DynamoDB API reference, Query. <c>LastEvaluatedKey</c> is null after the last page.</summary>
[AwsShape]
public sealed record QueryResponse<TItem>([property: AttributeValues] IReadOnlyList<TItem> Items, int Count, JsonElement? LastEvaluatedKey = null)
    where TItem : class;

/// <summary>Source: DynamoDB API reference, Scan. The values' names get a colon in front; <c>Select</c> such as <c>COUNT</c>.</summary>
[AwsShape]
public sealed record ScanRequest(
    Table TableName,
    string? FilterExpression = null,
    [property: AttributeValues(Prefix = ":")] object? ExpressionAttributeValues = null,
    string? Select = null,
    string? IndexName = null,
    [ValueRange(1, int.MaxValue)] int? Limit = null,
    string? ProjectionExpression = null,
    IReadOnlyDictionary<string, string>? ExpressionAttributeNames = null,
    JsonElement? ExclusiveStartKey = null);

/// <summary>Source: DynamoDB API reference, Scan.</summary>
[AwsShape]
public sealed record ScanResponse(int Count);

/// <summary>Source: DynamoDB API reference, TransactWriteItems.</summary>
[AwsShape]
public sealed record TransactWriteItemsRequest([ValueRange(1, 100)] TransactWriteItem[] TransactItems, [ValueRange(1, 36)] string? ClientRequestToken = null);

/// <summary>One of the four. Source: DynamoDB API reference, TransactWriteItem.</summary>
[AwsShape]
public sealed record TransactWriteItem(
    TransactPut? Put = null,
    TransactUpdate? Update = null,
    TransactDelete? Delete = null,
    TransactConditionCheck? ConditionCheck = null);

/// <summary>Source: DynamoDB API reference, Put.</summary>
[AwsShape]
public sealed record TransactPut(
    Table TableName,
    [property: AttributeValues] object Item,
    string? ConditionExpression = null,
    [property: AttributeValues(Prefix = ":")] object? ExpressionAttributeValues = null);

/// <summary>Source: DynamoDB API reference, Update.</summary>
[AwsShape]
public sealed record TransactUpdate(
    Table TableName,
    [property: AttributeValues] object Key,
    string UpdateExpression,
    [property: AttributeValues(Prefix = ":")] object? ExpressionAttributeValues = null,
    string? ConditionExpression = null);

/// <summary>Source: DynamoDB API reference, Delete.</summary>
[AwsShape]
public sealed record TransactDelete(
    Table TableName,
    [property: AttributeValues] object Key,
    string? ConditionExpression = null,
    [property: AttributeValues(Prefix = ":")] object? ExpressionAttributeValues = null);

/// <summary>Source: DynamoDB API reference, ConditionCheck.</summary>
[AwsShape]
public sealed record TransactConditionCheck(
    Table TableName,
    [property: AttributeValues] object Key,
    string ConditionExpression,
    [property: AttributeValues(Prefix = ":")] object? ExpressionAttributeValues = null);
