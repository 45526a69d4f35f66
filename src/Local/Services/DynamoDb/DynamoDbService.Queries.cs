using Aot.Local.Json;
using Aot.Local.Services.DynamoDb.Expressions;

namespace Aot.Local.Services.DynamoDb;

/// <summary>Query and Scan: pages of items in key order.</summary>
internal sealed partial class DynamoDbService
{
    private const int MaxPageBytes = 1024 * 1024; // API reference, Query and Scan

    private ObjectValue Query(ServiceRequest request)
    {
        var (table, index) = Source(request);
        var attributes = new ExpressionAttributes(request);
        var keys = index?.Keys ?? table.Definition.Keys;
        var condition = KeyCondition.Parse(
            request.Text("KeyConditionExpression") ?? throw Errors.Validation("Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."),
            keys, attributes);
        if (AttributeValue.TypeOf(condition.Hash) != table.Definition.AttributeTypes[keys.Hash])
            throw Errors.Validation("One or more parameter values were invalid: Condition parameter type does not match schema type");
        var isForward = request.Flag("ScanIndexForward") ?? true;
        var items = table.Items(index, new KeyPart(condition.Hash), StartOf(request, table, index), isForward)
            .Where(item => condition.Range is null || ConditionEvaluator.IsMet(condition.Range, item));
        return Page(request, table, index, items, attributes, keys.Names);
    }

    private ObjectValue Scan(ServiceRequest request)
    {
        var (table, index) = Source(request);
        var items = table.Items(index, null, StartOf(request, table, index), isForward: true);
        if (request.Integer("TotalSegments") is { } segments)
        {
            var segment = request.Integer("Segment") ?? throw Errors.Validation("The Segment parameter is required but was not present in the request when parameter TotalSegments is present");
            if (segments is < 1 or > 1_000_000 || segment < 0 || segment >= segments)
                throw Errors.Validation("The Segment parameter is zero-based and must be less than parameter TotalSegments");
            items = items.Where(item => table.PlaceOf(index, item).Hash.StableHash % segments == segment);
        }
        return Page(request, table, index, items, new ExpressionAttributes(request), []);
    }

    private ObjectValue Page(
        ServiceRequest request, Table table, SecondaryIndex? index, IEnumerable<ObjectValue> items, ExpressionAttributes attributes, IEnumerable<string> keyNames)
    {
        var filter = request.Text("FilterExpression") is { } text ? ExpressionParser.ParseCondition(text, "FilterExpression", attributes) : null;
        if (filter is not null && ConditionPaths.Of(filter).FirstOrDefault(path => keyNames.Contains(path.Attribute)) is { } onKey)
            throw Errors.Validation($"Filter Expression can only contain non-primary key attributes: Primary key attribute: {onKey.Attribute}");
        var paths = request.Text("ProjectionExpression") is { } projection ? ExpressionParser.ParseProjection(projection, attributes) : null;
        attributes.RefuseUnused();
        var isCount = request.Text("Select") == "COUNT";
        if (isCount && paths is not null)
            throw Errors.Validation("Cannot specify the ProjectionExpression when choosing to get only the Count");
        var limit = request.Integer("Limit") ?? int.MaxValue;
        if (limit < 1)
            throw Errors.Validation("1 validation error detected: Value '" + limit + "' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1");

        var found = new List<Value>();
        var (scanned, count, bytes) = (0, 0, 0);
        ObjectValue? last = null;
        foreach (var item in items)
        {
            scanned++;
            bytes += AttributeValue.ItemSizeInBytes(item);
            if (filter is null || ConditionEvaluator.IsMet(filter, item))
            {
                count++;
                if (!isCount)
                    found.Add(paths is null ? Projected(table, index, item) : Projection.Apply(paths, item));
            }
            if (scanned < limit && bytes < MaxPageBytes)
                continue;
            last = table.PageKeyOf(index, item);
            break;
        }
        return Shape.Of(
            ("Items", isCount ? null : Shape.List(found)),
            ("Count", count),
            ("ScannedCount", scanned),
            ("LastEvaluatedKey", last),
            ("ConsumedCapacity", Consumed(request, table, Math.Max(0.5, Math.Ceiling(bytes / 4096.0) / 2))));
    }

    private (Table Table, SecondaryIndex? Index) Source(ServiceRequest request)
    {
        var table = TableOf(request);
        if (request.Text("IndexName") is not { } name)
            return (table, null);
        var index = table.Definition.Indexes.FirstOrDefault(index => index.Name == name)
            ?? throw Errors.Validation($"The table does not have the specified index: {name}");
        if (index.IsGlobal && request.Flag("ConsistentRead") == true)
            throw Errors.Validation("Consistent reads are not supported on global secondary indexes");
        return (table, index);
    }

    private static ItemKey? StartOf(ServiceRequest request, Table table, SecondaryIndex? index)
    {
        if (request.Object("ExclusiveStartKey") is not { } given)
            return null;
        var start = AttributeValue.ReadMembers(given);
        var names = (index?.Keys.Names ?? []).Union(table.Definition.Keys.Names).ToArray();
        if (start.Count != names.Length || names.Any(name => start[name] is not { } value || AttributeValue.TypeOf(value) != table.Definition.AttributeTypes[name]))
            throw Errors.Validation("The provided starting key is invalid");
        return table.PlaceOf(index, start);
    }

    private static ObjectValue Projected(Table table, SecondaryIndex? index, ObjectValue item) =>
        index?.Projected is { } names
            ? new ObjectValue(item.Where(member => names.Contains(member.Key) || index.Keys.Names.Contains(member.Key) || table.Definition.Keys.Names.Contains(member.Key)))
            : item;
}
