using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class JsonTypeReader
{
    /// <summary>Why a type has no JSON form and what to use instead; null where it has one.</summary>
    public string? Problem(ITypeSymbol type)
    {
        var json = Read(type);
        if (json.Kind is JsonKind.Array or JsonKind.Dictionary && ItemType(type) is { } item)
            return Problem(item);
        if (json.Kind == JsonKind.Object)
            return MembersOf(type).Select(m => m.Property).Where(p => !Names(p.Type, type)).Select(MemberProblem).FirstOrDefault(p => p is not null);
        if (json.Kind != JsonKind.Unknown)
            return null;

        return (type.NullableValue() ?? type).FullName() switch
        {
            "System.DateTime" or "System.DateOnly" or "System.TimeOnly" => "it has no time zone; use DateTimeOffset",
            "System.Single" => "its rounding differs; use double",
            "System.Object" => "it may hold anything; use a record, or JsonElement for a value that is only passed on",
            _ when type.TypeKind == TypeKind.Enum => "a [Flags] enum has no single name; use an array of the enum",
            _ when type is INamedTypeSymbol named && HasOwnOrder(named) => "JSON has neither sets nor an order of its own; use an array, with Distinct() or Order()",
            _ when type is IArrayTypeSymbol => "bytes are no JSON array; use a Base64 string",
            _ when type is { TypeKind: TypeKind.Class, IsAbstract: true } => "it does not say which types it stands for; put [JsonDerivedType] for each of them on it, or use a sealed record",
            _ when type.TypeKind == TypeKind.Interface => "it does not say which members it has; use a sealed record",
            _ => "it is no record, array, dictionary with string keys, number, string, bool, enum, Guid or DateTimeOffset",
        };
    }

    /// <summary>Two members of a type that have one name in JSON, or null.</summary>
    public (string First, string Second, string Name)? Collision(ITypeSymbol type) => MembersOf(type)
        .GroupBy(m => m.Member.Name, StringComparer.Ordinal)
        .Where(g => g.Count() > 1)
        .Select(g => ((string, string, string)?)(g.First().Property.Name, g.Last().Property.Name, g.Key))
        .FirstOrDefault();

    private string? MemberProblem(IPropertySymbol property) =>
        Read(property.Type).Kind == JsonKind.Duration ? $"its member '{property.Name}' is a TimeSpan; use a number with its unit in the name"
        : Problem(property.Type) is { } problem ? $"its member '{property.Name}': {problem}"
        : null;

    // A type may contain itself; its members are looked at once.
    private static bool Names(ITypeSymbol member, ITypeSymbol owner) => SymbolEqualityComparer.Default.Equals(ItemType(member) ?? member, owner);

    private static ITypeSymbol? ItemType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [.., var last] } => last,
        _ => null,
    };

    private JsonType? ReadKnown(INamedTypeSymbol type)
    {
        switch (type.FullName())
        {
            case "System.Guid":
                return JsonType.Guid;
            case "System.DateTimeOffset":
                return JsonType.Time;
            case "System.TimeSpan":
                return JsonType.Duration;
            case "System.Text.RegularExpressions.Match":
                return JsonType.Match;
            case "System.TimeProvider":
                return JsonType.Clock;
            case "System.Text.Json.JsonElement" or "System.Text.Json.JsonDocument" or "System.Text.Json.Nodes.JsonNode" or "System.Text.Json.Nodes.JsonObject":
                return JsonType.Any;
            case "System.ReadOnlySpan" when type.TypeArguments is [{ SpecialType: SpecialType.System_Char }]:
                return JsonType.String;
            case "System.Linq.IGrouping":
                return JsonType.Group(Read(type.TypeArguments[0]), Read(type.TypeArguments[1]));
            case "System.Collections.Generic.KeyValuePair":
                return Pair(Read(type.TypeArguments[0]), Read(type.TypeArguments[1]));
            case "System.Span" or "System.ReadOnlySpan" or "System.Collections.Immutable.ImmutableArray" or "System.Linq.IOrderedEnumerable":
                return JsonType.Array(Read(type.TypeArguments[0]));
        }

        if (HasOwnOrder(type))
            return null;
        var dictionary = Implemented(type, "System.Collections.Generic.IReadOnlyDictionary") ?? Implemented(type, "System.Collections.Generic.IDictionary");
        if (dictionary is not null)
        {
            return dictionary.TypeArguments is [{ SpecialType: SpecialType.System_String }, var value] ? JsonType.Dictionary(Read(value)) : JsonType.Unknown;
        }

        return IsCollection(type) && Implemented(type, "System.Collections.Generic.IEnumerable") is { TypeArguments: [var item] }
            ? JsonType.Array(Read(item))
            : null;
    }

    /// <summary>An entry of a dictionary: <c>{key, value}</c>.</summary>
    public static JsonType Pair(JsonType key, JsonType value) =>
        JsonType.Object("KeyValuePair", [new JsonMember("Key", "key", key), new JsonMember("Value", "value", value)]);

    // Sets drop items, stacks turn them round, sorted dictionaries move them: arrays and objects of JSON do none of it.
    private static bool HasOwnOrder(INamedTypeSymbol type) =>
        IsCollection(type)
        && (type.Name.Contains("Set") || type.Name.Contains("Sorted") || type.Name.Contains("Stack") || type.Name.Contains("Queue") || type.Name == "LinkedList");

    private static bool IsCollection(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString()
        is "System.Collections.Generic" or "System.Collections.Immutable" or "System.Collections.ObjectModel" or "System.Linq";

    private static INamedTypeSymbol? Implemented(INamedTypeSymbol type, string name) =>
        type.FullName() == name ? type : type.AllInterfaces.FirstOrDefault(i => i.FullName() == name);
}
