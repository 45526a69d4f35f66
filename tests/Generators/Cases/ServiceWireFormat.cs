using System.Reflection;
using System.Text.Json.Nodes;
using Aot.Authoring;

namespace Aot.Generators.Tests.Cases;

/// <summary>
/// What a service sees of a record, and back: members with <c>[AttributeValues]</c> and <c>[JsonText]</c>. Written from the services' documentation, not from the compiler;
/// a tag of the other integration's spelling is refused.
/// </summary>
internal sealed class ServiceWireFormat(bool isSdk)
{
    private string Boolean => isSdk ? "Bool" : "BOOL";

    private string Null => isSdk ? "Nul" : "NULL";

    private string Strings => isSdk ? "Ss" : "SS";

    private string Numbers => isSdk ? "Ns" : "NS";

    /// <summary>Arguments as the record's plain JSON.</summary>
    public JsonNode? FromWire(JsonNode? node, Type type) => Walk(node, type, isReading: true);

    /// <summary>A result as the service would answer it.</summary>
    public JsonNode? ToWire(JsonNode? node, Type type) => Walk(node, type, isReading: false);

    private JsonNode? Walk(JsonNode? node, Type type, bool isReading)
    {
        switch (node)
        {
            case JsonArray array when ItemOf(type) is { } item:
                return new JsonArray([.. array.Select(i => Walk(i, item, isReading))]);
            case JsonObject members when type.IsDefined(typeof(AwsShapeAttribute), inherit: false):
                return new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Member(m.Value, type.GetProperty(m.Key), isReading))));
            case JsonObject members when ValueOf(type) is { } value:
                return new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Walk(m.Value, value, isReading))));
            default:
                return node?.DeepClone();
        }
    }

    private JsonNode? Member(JsonNode? node, PropertyInfo? property, bool isReading)
    {
        if (property is null || node is null)
            return node?.DeepClone();
        if (property.IsDefined(typeof(JsonTextAttribute)))
            return isReading ? JsonNode.Parse(node.GetValue<string>()) : JsonValue.Create(node.ToJsonString());
        if (property.GetCustomAttribute<AttributeValuesAttribute>() is not { } attribute)
            return Walk(node, property.PropertyType, isReading);
        var itemType = ItemOf(property.PropertyType) ?? property.PropertyType;
        JsonNode Item(JsonNode? item) => isReading ? ReadItem(item!.AsObject(), attribute.Prefix) : WriteItem(item!.AsObject(), itemType);
        return node is JsonArray items ? new JsonArray([.. items.Select(Item)]) : Item(node);
    }

    private JsonObject ReadItem(JsonObject item, string prefix) => new(item.Select(a =>
    {
        Assert.StartsWith(prefix, a.Key, StringComparison.Ordinal);
        return KeyValuePair.Create(a.Key[prefix.Length..], Read(a.Value!.AsObject()));
    }));

    private JsonNode? Read(JsonObject attribute)
    {
        var (tag, value) = Assert.Single(attribute);
        return tag switch
        {
            "S" => value!.GetValue<string>(),
            "N" => Number(value!),
            "L" => new JsonArray([.. value!.AsArray().Select(i => Read(i!.AsObject()))]),
            "M" => ReadItem(value!.AsObject(), ""),
            _ when tag == Boolean => value!.GetValue<bool>(),
            _ when tag == Null => null,
            _ when tag == Strings => value!.DeepClone(),
            _ when tag == Numbers => new JsonArray([.. value!.AsArray().Select(n => Number(n!))]),
            _ => throw new InvalidOperationException($"'{tag}' is no tag of this integration."),
        };
    }

    private static JsonNode Number(JsonNode text) => JsonNode.Parse(text.GetValue<string>())!;

    private JsonObject WriteItem(JsonObject item, Type type) => new(item.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)Write(a.Value, PropertyOf(type, a.Key)))));

    private JsonObject Write(JsonNode? value, PropertyInfo? property) => value switch
    {
        null => new JsonObject { [Null] = true },
        JsonArray set when property is not null && IsSet(property) => set[0]!.GetValueKind() == System.Text.Json.JsonValueKind.Number
            ? new JsonObject { [Numbers] = new JsonArray([.. set.Select(n => (JsonNode)n!.ToJsonString())]) }
            : new JsonObject { [Strings] = set.DeepClone() },
        JsonArray list => new JsonObject { ["L"] = new JsonArray([.. list.Select(i => i is JsonObject o ? new JsonObject { ["M"] = WriteItem(o, ItemOf(property!.PropertyType)!) } : Write(i, null))]) },
        JsonObject record => new JsonObject { ["M"] = WriteItem(record, property!.PropertyType) },
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.Number => new JsonObject { ["N"] = value.ToJsonString() },
            System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => new JsonObject { [Boolean] = value.DeepClone() },
            _ => new JsonObject { ["S"] = value.DeepClone() },
        },
    };

    private static PropertyInfo? PropertyOf(Type type, string jsonName) =>
        type.GetProperties().FirstOrDefault(p => string.Equals(p.Name, jsonName, StringComparison.OrdinalIgnoreCase));

    private static bool IsSet(PropertyInfo property) =>
        property.IsDefined(typeof(AttributeSetAttribute))
        || property.DeclaringType!.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.Name == property.Name && p.IsDefined(typeof(AttributeSetAttribute)));

    private static Type? ItemOf(Type type) => type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GenericTypeArguments is [var item] && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? item
        : null;

    private static Type? ValueOf(Type type) => type.IsGenericType && type.GenericTypeArguments is [_, var value] ? value : null;
}
