using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb;

/// <summary>The names of the key attributes of a table or index.</summary>
internal sealed record KeySchema(string Hash, string? Range)
{
    public IEnumerable<string> Names => Range is null ? [Hash] : [Hash, Range];

    public static KeySchema Parse(ServiceRequest request)
    {
        string? hash = null, range = null;
        foreach (var element in request.Structures("KeySchema"))
        {
            if (element.RequiredText("KeyType") == "HASH")
                hash = element.RequiredText("AttributeName");
            else
                range = element.RequiredText("AttributeName");
        }
        return new KeySchema(hash ?? throw Errors.Validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type"), range);
    }

    public ArrayValue ToShape() => Shape.List(Names.Select((name, i) =>
        (Value)Shape.Of(("AttributeName", name), ("KeyType", i == 0 ? "HASH" : "RANGE"))));
}

/// <summary>A secondary index.</summary>
/// <param name="Projected">Attributes beside the keys that it holds; null for all.</param>
internal sealed record SecondaryIndex(string Name, KeySchema Keys, bool IsGlobal, string ProjectionType, IReadOnlyList<string>? Projected)
{
    public static SecondaryIndex Parse(ServiceRequest request, bool isGlobal)
    {
        var projection = request.RequiredStructure("Projection");
        var type = projection.Text("ProjectionType") ?? "ALL";
        return new SecondaryIndex(
            request.RequiredText("IndexName"), KeySchema.Parse(request), isGlobal, type,
            type switch { "ALL" => null, "KEYS_ONLY" => [], _ => projection.Texts("NonKeyAttributes") });
    }

    public ObjectValue ToShape(string tableArn, int itemCount) => Shape.Of(
        ("IndexName", Name),
        ("KeySchema", Keys.ToShape()),
        ("Projection", Shape.Of(
            ("ProjectionType", ProjectionType), ("NonKeyAttributes", ProjectionType == "INCLUDE" ? Shape.List(Projected!) : null))),
        ("IndexStatus", IsGlobal ? "ACTIVE" : null),
        ("IndexArn", $"{tableArn}/index/{Name}"),
        ("ItemCount", itemCount));
}

/// <summary>What CreateTable said.</summary>
internal sealed record TableDefinition(
    string Name, KeySchema Keys, IReadOnlyDictionary<string, string> AttributeTypes, IReadOnlyList<SecondaryIndex> Indexes, string BillingMode)
{
    /// <exception cref="ServiceException">ValidationException: names, keys and attribute definitions do not go together.</exception>
    public static TableDefinition Parse(ServiceRequest request)
    {
        var name = request.RequiredText("TableName");
        if (name.Length is < 3 or > 255 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'))
            throw Errors.Validation("TableName must be at least 3 characters long and at most 255 characters long, of a-z, A-Z, 0-9, '_', '-' and '.'");
        request.RequiredList("KeySchema");
        request.RequiredList("AttributeDefinitions");
        var types = request.Structures("AttributeDefinitions").ToDictionary(
            attribute => attribute.RequiredText("AttributeName"), attribute => attribute.RequiredText("AttributeType"), StringComparer.Ordinal);
        var indexes = request.Structures("GlobalSecondaryIndexes").Select(index => SecondaryIndex.Parse(index, isGlobal: true))
            .Concat(request.Structures("LocalSecondaryIndexes").Select(index => SecondaryIndex.Parse(index, isGlobal: false))).ToArray();
        var definition = new TableDefinition(name, KeySchema.Parse(request), types, indexes, request.Text("BillingMode") ?? "PROVISIONED");
        definition.Check();
        return definition;
    }

    private void Check()
    {
        var used = Keys.Names.Concat(Indexes.SelectMany(index => index.Keys.Names)).ToHashSet(StringComparer.Ordinal);
        if (used.FirstOrDefault(name => !AttributeTypes.ContainsKey(name)) is not null)
            throw Errors.Validation(
                "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. "
                + $"Keys: [{string.Join(", ", used)}], AttributeDefinitions: [{string.Join(", ", AttributeTypes.Keys)}]");
        if (AttributeTypes.Keys.FirstOrDefault(name => !used.Contains(name)) is not null)
            throw Errors.Validation(
                "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions");
        if (AttributeTypes.Values.FirstOrDefault(type => type is not ("S" or "N" or "B")) is { } wrong)
            throw Errors.Validation($"1 validation error detected: Value '{wrong}' at 'attributeDefinitions.attributeType' failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]");
    }
}
