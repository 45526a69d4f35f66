namespace Aot.Authoring.Services.DynamoDb;

/// <summary>Amazon DynamoDB as Step Functions tasks. Records are written in attribute-value form.</summary>
public interface IDynamoDb
{
    /// <summary>Writes an item, replacing one with the same key.</summary>
    /// <exception cref="ConditionalCheckFailedException">The condition did not hold.</exception>
    [ServiceIntegration("arn:aws:states:::dynamodb:putItem")]
    Task PutItemAsync<TItem>(PutItemRequest<TItem> request);

    /// <summary>Deletes the item with a key.</summary>
    [ServiceIntegration("arn:aws:states:::dynamodb:deleteItem")]
    Task DeleteItemAsync<TKey>(DeleteItemRequest<TKey> request);

    /// <summary>Counts or reads a table's items, at most 1 MB of them.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:dynamodb:scan")]
    Task<ScanResponse> ScanAsync<TValues>(ScanRequest<TValues> request);
}
