namespace Aot.Authoring.Services.DynamoDb;

/// <summary>Amazon DynamoDB as Step Functions tasks. Records are written and read in attribute-value form, keys and values of expressions too.</summary>
public interface IDynamoDb
{
    /// <summary>Reads the item with a key; null where there is none.</summary>
    /// <typeparam name="TItem">A record with one member per attribute that is read.</typeparam>
    [ServiceIntegration("arn:aws:states:::dynamodb:getItem")]
    Task<GetItemResponse<TItem>> GetItemAsync<TItem>(GetItemRequest request)
        where TItem : class;

    /// <summary>Writes an item, replacing one with the same key.</summary>
    /// <exception cref="ConditionalCheckFailedException">The condition did not hold.</exception>
    [ServiceIntegration("arn:aws:states:::dynamodb:putItem")]
    Task PutItemAsync<TItem>(PutItemRequest<TItem> request);

    /// <summary>Changes attributes of an item, or creates it.</summary>
    /// <exception cref="ConditionalCheckFailedException">The condition did not hold.</exception>
    [ServiceIntegration("arn:aws:states:::dynamodb:updateItem")]
    Task UpdateItemAsync(UpdateItemRequest request);

    /// <summary>Changes attributes of an item and reads what <c>ReturnValues</c> names: ALL_NEW, UPDATED_NEW, ALL_OLD or UPDATED_OLD.</summary>
    /// <typeparam name="TItem">A record with one member per attribute that is read.</typeparam>
    /// <exception cref="ConditionalCheckFailedException">The condition did not hold.</exception>
    [ServiceIntegration("arn:aws:states:::dynamodb:updateItem")]
    Task<UpdateItemResponse<TItem>> UpdateItemAsync<TItem>(UpdateItemRequest request)
        where TItem : class;

    /// <summary>Deletes the item with a key; one that is not there is no error.</summary>
    /// <exception cref="ConditionalCheckFailedException">The condition did not hold.</exception>
    [ServiceIntegration("arn:aws:states:::dynamodb:deleteItem")]
    Task DeleteItemAsync(DeleteItemRequest request);

    /// <summary>Reads the items of one partition in the order of their sort key, at most 1 MB of them.</summary>
    /// <typeparam name="TItem">A record with one member per attribute that is read.</typeparam>
    [ServiceIntegration("arn:aws:states:::aws-sdk:dynamodb:query")]
    [TaskPermission("dynamodb:Query", "{TableName}", "{TableName}/index/{IndexName}")]
    Task<QueryResponse<TItem>> QueryAsync<TItem>(QueryRequest request)
        where TItem : class;

    /// <summary>Reads a table's items, at most 1 MB of them.</summary>
    /// <typeparam name="TItem">A record with one member per attribute that is read.</typeparam>
    [ServiceIntegration("arn:aws:states:::aws-sdk:dynamodb:scan")]
    [TaskPermission("dynamodb:Scan", "{TableName}", "{TableName}/index/{IndexName}")]
    Task<QueryResponse<TItem>> ScanAsync<TItem>(ScanRequest request)
        where TItem : class;

    /// <summary>Counts a table's items that a filter lets through, at most 1 MB of them: <c>Select: "COUNT"</c>.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:dynamodb:scan")]
    [TaskPermission("dynamodb:Scan", "{TableName}", "{TableName}/index/{IndexName}")]
    Task<ScanResponse> ScanAsync(ScanRequest request);

    /// <summary>Writes up to 100 items of one or more tables, all or none. With a <c>ClientRequestToken</c> a repetition within 10 minutes does nothing.</summary>
    /// <exception cref="TransactionCanceledException">A condition did not hold, or another write was faster.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:dynamodb:transactWriteItems", IdempotentBy = "ClientRequestToken")]
    [TaskPermission("dynamodb:PutItem", "{TransactItems.Put.TableName}")]
    [TaskPermission("dynamodb:UpdateItem", "{TransactItems.Update.TableName}")]
    [TaskPermission("dynamodb:DeleteItem", "{TransactItems.Delete.TableName}")]
    [TaskPermission("dynamodb:ConditionCheckItem", "{TransactItems.ConditionCheck.TableName}")]
    Task TransactWriteItemsAsync(TransactWriteItemsRequest request);
}
