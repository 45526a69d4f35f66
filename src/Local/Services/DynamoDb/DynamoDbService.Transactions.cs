using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb;

/// <summary>Many items in one call, all or none.</summary>
internal sealed partial class DynamoDbService
{
    private const int MaxTransactionItems = 100;
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10); // API reference, TransactWriteItems: ClientRequestToken

    private readonly Dictionary<string, (Value Items, DateTimeOffset Until)> _tokens = new(StringComparer.Ordinal);

    private ObjectValue TransactGetItems(ServiceRequest request)
    {
        var responses = TransactionItems(request).Select(entry =>
        {
            var get = entry.RequiredStructure("Get");
            var table = TableOf(get);
            return (Value)Shape.Of(("Item", Project(get, table.Find(table.ReadKey(get.RequiredObject("Key")).Key))));
        });
        return Shape.Of(("Responses", Shape.List(responses)));
    }

    private ObjectValue TransactWriteItems(ServiceRequest request)
    {
        var entries = TransactionItems(request);
        var token = request.Text("ClientRequestToken");
        if (token is not null && IsDone(token, request.Optional("TransactItems")!))
            return Shape.Empty;
        var writes = entries.Select(ReadWrite).ToArray();
        if (writes.GroupBy(write => write.Table).Any(group => new SortedSet<ItemKey>(group.Select(write => write.Key)).Count < group.Count()))
            throw Errors.Validation("Transaction request cannot include multiple operations on one item");
        var outcomes = writes.Select(Try).ToArray();
        if (outcomes.Any(outcome => outcome.Code is not null))
            throw Cancelled(outcomes);
        foreach (var (write, outcome) in writes.Zip(outcomes))
        {
            if (outcome.Changed is null)
                write.Table.Delete(write.Key);
            else
                write.Table.Put(write.Key, outcome.Changed);
        }
        if (token is not null)
            _tokens[token] = (request.Optional("TransactItems")!, _time.GetUtcNow() + TokenLifetime);
        return Shape.Empty;
    }

    private ItemWrite ReadWrite(ServiceRequest entry)
    {
        foreach (var (name, _) in entry.Body)
        {
            Func<ServiceRequest, Table, ItemWrite>? read = name switch
            {
                "Put" => ItemWrite.Put,
                "Delete" => ItemWrite.Delete,
                "Update" => ItemWrite.UpdateOf,
                "ConditionCheck" => ItemWrite.Check,
                _ => null,
            };
            if (read is not null && entry.Body.Count == 1)
                return read(entry.RequiredStructure(name), TableOf(entry.RequiredStructure(name)));
        }
        throw Errors.Validation("TransactItems can only contain one of Check, Put, Update or Delete");
    }

    private static Outcome Try(ItemWrite write)
    {
        if (!write.IsConditionMet)
            return new Outcome("ConditionalCheckFailed", "The conditional request failed", write.ReturnsFailedItem ? write.Current : null, null);
        try
        {
            return new Outcome(null, null, null, write.Change(write.Current));
        }
        catch (ServiceException refusal)
        {
            return new Outcome("ValidationError", refusal.Message, null, null);
        }
    }

    private static ServiceException Cancelled(Outcome[] outcomes) => new(
        "TransactionCanceledException",
        $"Transaction cancelled, please refer cancellation reasons for specific reasons [{string.Join(", ", outcomes.Select(outcome => outcome.Code ?? "None"))}]")
    {
        Members = Shape.Of(("CancellationReasons", Shape.List(outcomes.Select(outcome =>
            (Value)Shape.Of(("Code", outcome.Code ?? "None"), ("Message", outcome.Message), ("Item", outcome.Item)))))),
    };

    private bool IsDone(string token, Value items)
    {
        var now = _time.GetUtcNow();
        foreach (var expired in _tokens.Where(entry => entry.Value.Until <= now).Select(entry => entry.Key).ToArray())
            _tokens.Remove(expired);
        if (!_tokens.TryGetValue(token, out var done))
            return false;
        if (!done.Items.Equals(items))
            throw new ServiceException(
                "IdempotentParameterMismatchException",
                "The request uses the same client token as a previous, but non-identical request. Do not reuse a client token with different requests.");
        return true;
    }

    private static IReadOnlyList<ServiceRequest> TransactionItems(ServiceRequest request)
    {
        request.RequiredList("TransactItems");
        var entries = request.Structures("TransactItems");
        if (entries.Count is 0 or > MaxTransactionItems)
            throw Errors.Validation($"1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length between 1 and {MaxTransactionItems}");
        return entries;
    }

    /// <summary>What came of one write: a reason to cancel, or the item it leaves.</summary>
    private sealed record Outcome(string? Code, string? Message, ObjectValue? Item, ObjectValue? Changed);
}
