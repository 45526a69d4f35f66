using Aot.Local.Json;
using Aot.Local.Services.DynamoDb.Expressions;

namespace Aot.Local.Services.DynamoDb;

/// <summary>Operations on one item.</summary>
internal sealed partial class DynamoDbService
{
    private ObjectValue GetItem(ServiceRequest request)
    {
        var table = TableOf(request);
        var item = table.Find(table.ReadKey(request.RequiredObject("Key")).Key);
        var projected = Project(request, item);
        return Shape.Of(("Item", projected), ("ConsumedCapacity", Consumed(request, table, ReadUnits(request, item))));
    }

    private ObjectValue PutItem(ServiceRequest request) => Write(request, ItemWrite.Put, "ALL_OLD");

    private ObjectValue DeleteItem(ServiceRequest request) => Write(request, ItemWrite.Delete, "ALL_OLD");

    private ObjectValue UpdateItem(ServiceRequest request) => Write(request, ItemWrite.UpdateOf, "ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW");

    private ObjectValue Write(ServiceRequest request, Func<ServiceRequest, Table, ItemWrite> read, params string[] returnValues)
    {
        var table = TableOf(request);
        var wanted = request.Text("ReturnValues") ?? "NONE";
        if (wanted != "NONE" && !returnValues.Contains(wanted))
            throw Errors.Validation("Return values set to invalid value");
        var write = read(request, table);
        if (!write.IsConditionMet)
            throw Errors.ConditionFailed(write.ReturnsFailedItem ? write.Current : null);
        var (old, changed) = write.Run();
        var returned = wanted switch
        {
            "ALL_OLD" => old,
            "ALL_NEW" => changed,
            "UPDATED_OLD" => Updated(write, old),
            "UPDATED_NEW" => Updated(write, changed),
            _ => null,
        };
        return Shape.Of(("Attributes", returned), ("ConsumedCapacity", Consumed(request, table, WriteUnits(changed ?? old))));
    }

    private static ObjectValue? Updated(ItemWrite write, ObjectValue? item) =>
        item is null || Projection.Apply([.. write.Update!.Paths], item) is not { Count: > 0 } updated ? null : updated;

    private static ObjectValue? Project(ServiceRequest request, ObjectValue? item)
    {
        var attributes = new ExpressionAttributes(request);
        var paths = request.Text("ProjectionExpression") is { } text ? ExpressionParser.ParseProjection(text, attributes) : null;
        attributes.RefuseUnused();
        return item is null || paths is null ? item : Projection.Apply(paths, item);
    }

    private static double ReadUnits(ServiceRequest request, ObjectValue? item)
    {
        const int UnitBytes = 4096; // DynamoDB developer guide, "Read consistency and capacity"
        var units = Math.Max(1, Math.Ceiling((item is null ? 0 : AttributeValue.ItemSizeInBytes(item)) / (double)UnitBytes));
        return request.Flag("ConsistentRead") == true ? units : units / 2;
    }

    private static double WriteUnits(ObjectValue? item)
    {
        const int UnitBytes = 1024;
        return Math.Max(1, Math.Ceiling((item is null ? 0 : AttributeValue.ItemSizeInBytes(item)) / (double)UnitBytes));
    }

    private static ObjectValue? Consumed(ServiceRequest request, Table table, double units) =>
        request.Text("ReturnConsumedCapacity") is "TOTAL" or "INDEXES" ? Shape.Of(("TableName", table.Name), ("CapacityUnits", units)) : null;
}
