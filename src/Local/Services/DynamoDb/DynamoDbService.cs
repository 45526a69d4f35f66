using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb;

/// <summary>DynamoDB: tables held in memory; expressions only, not the legacy parameters.</summary>
/// <remarks>One lock for all tables: an operation takes microseconds, and a transaction needs them all.</remarks>
internal sealed partial class DynamoDbService : IAwsService
{
    private static readonly string[] LegacyParameters =
        ["AttributesToGet", "AttributeUpdates", "ConditionalOperator", "Expected", "KeyConditions", "QueryFilter", "ScanFilter"];

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Table> _tables = new(StringComparer.Ordinal);
    private readonly LocalAws _aws;
    private readonly TimeProvider _time;
    private readonly Operations _operations;

    public DynamoDbService(LocalAws aws, TimeProvider time)
    {
        (_aws, _time) = (aws, time);
        _operations = new Operations("dynamodb", RequestErrors.Missing)
        {
            { "CreateTable", Locked(CreateTable) },
            { "DescribeTable", Locked(DescribeTable) },
            { "UpdateTable", Locked(UpdateTable) },
            { "ListTables", Locked(ListTables) },
            { "DeleteTable", Locked(DeleteTable) },
            { "UpdateTimeToLive", Locked(UpdateTimeToLive) },
            { "DescribeTimeToLive", Locked(DescribeTimeToLive) },
            { "PutItem", Locked(PutItem) },
            { "GetItem", Locked(GetItem) },
            { "UpdateItem", Locked(UpdateItem) },
            { "DeleteItem", Locked(DeleteItem) },
            { "Query", Locked(Query) },
            { "Scan", Locked(Scan) },
            { "BatchGetItem", Locked(BatchGetItem) },
            { "BatchWriteItem", Locked(BatchWriteItem) },
            { "TransactGetItems", Locked(TransactGetItems) },
            { "TransactWriteItems", Locked(TransactWriteItems) },
        };
    }

    public string Name => "dynamodb";

    public WireFormat Wire { get; } =
        new(WireProtocol.Json10, "dynamodb", "DynamoDB_20120810", ErrorNamespace: "com.amazonaws.dynamodb.v20120810#", HasChecksum: true);

    public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken) =>
        _operations.CallAsync(operation, request, cancellationToken);

    private Func<ServiceRequest, Value> Locked(Func<ServiceRequest, Value> operation) => request =>
    {
        if (LegacyParameters.FirstOrDefault(request.Has) is { } legacy)
            throw Errors.Validation($"The local dynamodb does not support the legacy parameter {legacy}; use an expression.");
        lock (_lock)
            return operation(request);
    };

    private ObjectValue CreateTable(ServiceRequest request)
    {
        var definition = TableDefinition.Parse(request);
        if (_tables.ContainsKey(definition.Name))
            throw new ServiceException("ResourceInUseException", $"Table already exists: {definition.Name}");
        var table = new Table(definition, _aws.Arn("dynamodb", $"table/{definition.Name}"), _time.GetUtcNow());
        _tables.Add(definition.Name, table);
        return Shape.Of(("TableDescription", table.Describe("CREATING")));
    }

    private ObjectValue DescribeTable(ServiceRequest request) =>
        Shape.Of(("Table", TableOf(request, namesTable: true).Describe("ACTIVE")));

    private ObjectValue UpdateTable(ServiceRequest request)
    {
        var table = TableOf(request, namesTable: true);
        table.Definition = table.Definition with { BillingMode = request.Text("BillingMode") ?? table.Definition.BillingMode };
        if (request.Has("GlobalSecondaryIndexUpdates"))
            throw Errors.Validation("The local dynamodb does not change indexes of a table; declare them in CreateTable.");
        return Shape.Of(("TableDescription", table.Describe("UPDATING")));
    }

    private ObjectValue ListTables(ServiceRequest request)
    {
        var after = request.Text("ExclusiveStartTableName");
        var most = request.Integer("Limit") ?? 100;
        var names = _tables.Keys.Where(name => string.CompareOrdinal(name, after) > 0).Take(most + 1).ToArray();
        return Shape.Of(
            ("TableNames", Shape.List(names.Take(most))),
            ("LastEvaluatedTableName", names.Length > most ? names[most - 1] : null));
    }

    private ObjectValue DeleteTable(ServiceRequest request)
    {
        var table = TableOf(request, namesTable: true);
        _tables.Remove(table.Name);
        return Shape.Of(("TableDescription", table.Describe("DELETING")));
    }

    private ObjectValue UpdateTimeToLive(ServiceRequest request)
    {
        var table = TableOf(request);
        var specification = request.RequiredStructure("TimeToLiveSpecification");
        table.TimeToLiveAttribute = specification.Flag("Enabled") == true ? specification.RequiredText("AttributeName") : null;
        return Shape.Of(("TimeToLiveSpecification", specification.Body));
    }

    private ObjectValue DescribeTimeToLive(ServiceRequest request)
    {
        var attribute = TableOf(request).TimeToLiveAttribute;
        return Shape.Of(("TimeToLiveDescription", Shape.Of(
            ("TimeToLiveStatus", attribute is null ? "DISABLED" : "ENABLED"), ("AttributeName", attribute))));
    }

    // A table may be named by its ARN too.
    private Table TableOf(ServiceRequest request, bool namesTable = false)
    {
        var name = request.RequiredText("TableName");
        return _tables.GetValueOrDefault(name[(name.LastIndexOf('/') + 1)..]) ?? throw Errors.NoTable(namesTable ? name : null);
    }
}
