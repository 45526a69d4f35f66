using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb;

/// <summary>Many items in one call, each for itself.</summary>
internal sealed partial class DynamoDbService
{
    private const int MaxBatchGets = 100;
    private const int MaxBatchWrites = 25;

    private ObjectValue BatchGetItem(ServiceRequest request)
    {
        var responses = new ObjectValue();
        var count = 0;
        foreach (var (name, gets) in PerTable(request))
        {
            var table = TableNamed(name);
            var keys = gets.RequiredList("Keys").Select(key => table.ReadKey(ObjectOf(key, "Keys")).Key).ToArray();
            if ((count += keys.Length) > MaxBatchGets)
                throw Errors.Validation("Too many items requested for the BatchGetItem call");
            RefuseDuplicates(keys);
            var found = keys.Select(table.Find).OfType<ObjectValue>().Select(item => (Value)Project(gets, item)!);
            responses.Add(name, Shape.List(found));
        }
        return Shape.Of(("Responses", responses), ("UnprocessedKeys", Shape.Empty));
    }

    private ObjectValue BatchWriteItem(ServiceRequest request)
    {
        var writes = new List<ItemWrite>();
        foreach (var (name, _) in request.RequiredObject("RequestItems"))
        {
            var table = TableNamed(name);
            var ofTable = request.RequiredStructure("RequestItems").Structures(name).Select(entry => (entry.Structure("PutRequest"), entry.Structure("DeleteRequest")) switch
            {
                ({ } put, null) => ItemWrite.Put(put, table),
                (null, { } delete) => ItemWrite.Delete(delete, table),
                _ => throw Errors.Validation("Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"),
            }).ToArray();
            RefuseDuplicates(ofTable.Select(write => write.Key));
            writes.AddRange(ofTable);
        }
        if (writes.Count is 0 or > MaxBatchWrites)
            throw Errors.Validation(writes.Count == 0
                ? "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1"
                : "Too many items requested for the BatchWriteItem call");
        foreach (var write in writes)
            write.Run();
        return Shape.Of(("UnprocessedItems", Shape.Empty));
    }

    private static IEnumerable<(string Name, ServiceRequest Request)> PerTable(ServiceRequest request)
    {
        var tables = request.RequiredStructure("RequestItems");
        return tables.Body.Select(member => (member.Key, tables.RequiredStructure(member.Key)));
    }

    private Table TableNamed(string name) => _tables.GetValueOrDefault(name[(name.LastIndexOf('/') + 1)..]) ?? throw Errors.NoTable();

    private static ObjectValue ObjectOf(Value value, string name) =>
        value as ObjectValue ?? throw new ServiceException("SerializationException", $"The members of {name} must be maps of attribute values.");

    private static void RefuseDuplicates(IEnumerable<ItemKey> keys)
    {
        var seen = new SortedSet<ItemKey>();
        if (!keys.All(seen.Add))
            throw Errors.Validation("Provided list of item keys contains duplicates");
    }
}
