using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb;

/// <summary>A table's items in key order. Used under the service's lock.</summary>
internal sealed class Table(TableDefinition definition, string arn, DateTimeOffset createdAt)
{
    private const int MaxItemBytes = 400 * 1024; // DynamoDB developer guide, "Quotas: item size"

    private readonly SortedSet<Row> _rows = new(Comparer<Row>.Create((left, right) => left.Key.CompareTo(right.Key)));

    public TableDefinition Definition { get; set; } = definition;

    public string Arn => arn;

    /// <summary>The attribute that holds items' expiry; null when TTL is off. Expired items stay: AWS may keep them for days.</summary>
    public string? TimeToLiveAttribute { get; set; }

    public int Count => _rows.Count;

    public string Name => Definition.Name;

    /// <summary>The item under a key, or null.</summary>
    public ObjectValue? Find(ItemKey key) => _rows.TryGetValue(new Row(key, Shape.Empty), out var row) ? row.Item : null;

    public void Put(ItemKey key, ObjectValue item)
    {
        Delete(key);
        _rows.Add(new Row(key, item));
    }

    public void Delete(ItemKey key) => _rows.Remove(new Row(key, Shape.Empty));

    /// <summary>Items in the order of the table, or of an index: those that have the index's key attributes.</summary>
    /// <param name="index">The index; null for the table.</param>
    /// <param name="hash">Only those with this hash key.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="isForward">False: from the end.</param>
    public IEnumerable<ObjectValue> Items(SecondaryIndex? index, KeyPart? hash, ItemKey? after, bool isForward)
    {
        var rows = index is null ? _rows : new SortedSet<Row>(
            _rows.Where(row => index.Keys.Names.All(row.Item.Has)).Select(row => new Row(IndexKeyOf(index, row.Item), row.Item)), _rows.Comparer);
        if (rows.Count == 0)
            return [];
        var (low, high) = hash is null
            ? (ItemKey.Before(rows.Min!.Key.Hash), ItemKey.After(rows.Max!.Key.Hash))
            : (ItemKey.Before(hash), ItemKey.After(hash));
        if (after is not null)
            (low, high) = isForward ? (Later(after, low), high) : (low, Earlier(after, high));
        if (low.CompareTo(high) > 0)
            return [];
        var view = rows.GetViewBetween(new Row(low, Shape.Empty), new Row(high, Shape.Empty));
        return (isForward ? view : view.Reverse()).Where(row => after is null || row.Key.CompareTo(after) != 0).Select(row => row.Item);
    }

    /// <summary>Reads a request's key.</summary>
    /// <exception cref="ServiceException">It has other attributes or types than the table's key.</exception>
    public (ItemKey Key, ObjectValue Attributes) ReadKey(ObjectValue key)
    {
        var attributes = AttributeValue.ReadMembers(key);
        var keys = Definition.Keys;
        if (attributes.Count != keys.Names.Count() || !keys.Names.All(attributes.Has)
            || keys.Names.Any(name => AttributeValue.TypeOf(attributes[name]!) != Definition.AttributeTypes[name]))
            throw Errors.Validation("The provided key element does not match the schema");
        RefuseEmptyKeys(attributes);
        return (KeyOf(attributes), attributes);
    }

    /// <summary>Checks an item before it is stored.</summary>
    /// <exception cref="ServiceException">A key attribute is absent or of the wrong type, or the item is too large.</exception>
    public ItemKey CheckItem(ObjectValue item, bool isUpdate = false)
    {
        foreach (var name in Definition.Keys.Names)
        {
            if (!item.TryGet(name, out var value))
                throw Errors.Validation($"One or more parameter values were invalid: Missing the key {name} in the item");
            RefuseType(name, value, "Type mismatch for key");
        }
        foreach (var index in Definition.Indexes)
        {
            foreach (var name in index.Keys.Names)
            {
                if (item.TryGet(name, out var value))
                    RefuseType(name, value, "Type mismatch for Index Key", index.Name);
            }
        }
        RefuseEmptyKeys(item);
        if (AttributeValue.ItemSizeInBytes(item) > MaxItemBytes)
            throw Errors.Validation($"Item size {(isUpdate ? "to update " : "")}has exceeded the maximum allowed size");
        return KeyOf(item);
    }

    public ItemKey KeyOf(ObjectValue item) =>
        new(new KeyPart(item[Definition.Keys.Hash]!), Definition.Keys.Range is { } range ? new KeyPart(item[range]!) : null);

    /// <summary>The key attributes that a page's end is described with.</summary>
    public ObjectValue PageKeyOf(SecondaryIndex? index, ObjectValue item) =>
        new((index?.Keys.Names ?? []).Union(Definition.Keys.Names).Select(name => KeyValuePair.Create(name, item[name]!)));

    /// <summary>An item's place in the order of the table or index.</summary>
    public ItemKey PlaceOf(SecondaryIndex? index, ObjectValue item) => index is null ? KeyOf(item) : IndexKeyOf(index, item);

    public ObjectValue Describe(string status) => Shape.Of(
        ("TableName", Name),
        ("TableStatus", status),
        ("TableArn", arn),
        ("KeySchema", Definition.Keys.ToShape()),
        ("AttributeDefinitions", Shape.List(Definition.AttributeTypes.OrderBy(type => type.Key, StringComparer.Ordinal)
            .Select(type => (Value)Shape.Of(("AttributeName", type.Key), ("AttributeType", type.Value))))),
        ("CreationDateTime", createdAt),
        ("ItemCount", Count),
        ("TableSizeBytes", _rows.Sum(row => AttributeValue.ItemSizeInBytes(row.Item))),
        ("BillingModeSummary", Definition.BillingMode == "PAY_PER_REQUEST" ? Shape.Of(("BillingMode", "PAY_PER_REQUEST")) : null),
        ("ProvisionedThroughput", Shape.Of(("NumberOfDecreasesToday", 0), ("ReadCapacityUnits", 0), ("WriteCapacityUnits", 0))),
        ("GlobalSecondaryIndexes", IndexShapes(isGlobal: true)),
        ("LocalSecondaryIndexes", IndexShapes(isGlobal: false)),
        ("DeletionProtectionEnabled", false));

    private ItemKey IndexKeyOf(SecondaryIndex index, ObjectValue item) => new(
        new KeyPart(item[index.Keys.Hash]!),
        index.Keys.Range is { } range ? new KeyPart(item[range]!) : null,
        new KeyPart(item[Definition.Keys.Hash]!),
        Definition.Keys.Range is { } tableRange ? new KeyPart(item[tableRange]!) : null);

    private ArrayValue? IndexShapes(bool isGlobal)
    {
        var shapes = Definition.Indexes.Where(index => index.IsGlobal == isGlobal).Select(index => (Value)index.ToShape(arn, _rows.Count(row => index.Keys.Names.All(row.Item.Has)))).ToArray();
        return shapes.Length == 0 ? null : Shape.List(shapes);
    }

    private void RefuseType(string name, Value value, string problem, string? indexName = null)
    {
        var expected = Definition.AttributeTypes[name];
        if (AttributeValue.TypeOf(value) != expected)
            throw Errors.Validation(
                $"One or more parameter values were invalid: {problem} {name} expected: {expected} actual: {AttributeValue.TypeOf(value)}"
                + (indexName is null ? "" : $" IndexName: {indexName}"));
    }

    private void RefuseEmptyKeys(ObjectValue item)
    {
        foreach (var name in Definition.Keys.Names)
        {
            if (AttributeValue.TypeOf(item[name]!) is "S" or "B" && AttributeValue.TextOf(item[name]!).Length == 0)
                throw Errors.Validation(
                    $"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: {name}");
        }
    }

    private static ItemKey Later(ItemKey left, ItemKey right) => left.CompareTo(right) > 0 ? left : right;

    private static ItemKey Earlier(ItemKey left, ItemKey right) => left.CompareTo(right) < 0 ? left : right;

    private sealed record Row(ItemKey Key, ObjectValue Item);
}
