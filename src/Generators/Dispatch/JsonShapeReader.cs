using Microsoft.CodeAnalysis;

namespace Aot.Generators.Dispatch;

/// <summary>Why a type has no JSON form.</summary>
/// <param name="Place">Where it is used, such as <c>its parameter "order", member Items[].Tag</c>.</param>
internal sealed record JsonShapeProblem(string Place, string Type, string Advice);

/// <summary>Says how a payload type is read and written, by the rules of System.Text.Json with camelCase names and enums as strings.</summary>
internal sealed partial class JsonShapeReader(Compilation compilation)
{
    private const string Serialization = "System.Text.Json.Serialization.";

    private static readonly Dictionary<string, string> Scalars = new(StringComparer.Ordinal)
    {
        ["string"] = "String", ["bool"] = "Boolean", ["char"] = "Char",
        ["byte"] = "Byte", ["sbyte"] = "SByte", ["short"] = "Int16", ["ushort"] = "UInt16", ["int"] = "Int32", ["uint"] = "UInt32",
        ["long"] = "Int64", ["ulong"] = "UInt64", ["float"] = "Single", ["double"] = "Double", ["decimal"] = "Decimal",
        ["global::System.Guid"] = "Guid", ["global::System.DateTime"] = "DateTime", ["global::System.DateTimeOffset"] = "DateTimeOffset",
        ["global::System.DateOnly"] = "DateOnly", ["global::System.TimeSpan"] = "TimeSpan", ["byte[]"] = "Bytes",
        ["global::System.Text.Json.JsonElement"] = "Element",
    };

    private static readonly string[] Lists =
    [
        "System.Collections.Generic.List<T>", "System.Collections.Generic.IList<T>", "System.Collections.Generic.ICollection<T>",
        "System.Collections.Generic.IReadOnlyList<T>", "System.Collections.Generic.IReadOnlyCollection<T>", "System.Collections.Generic.IEnumerable<T>",
    ];

    private static readonly string[] Dictionaries =
    [
        "System.Collections.Generic.Dictionary<TKey, TValue>", "System.Collections.Generic.IDictionary<TKey, TValue>",
        "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>",
    ];

    private readonly Dictionary<string, JsonShape> _shapes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private JsonShapeProblem? _problem;

    /// <summary>Every shape that has methods of its own, in the order of their discovery.</summary>
    public List<JsonShape> All { get; } = [];

    /// <summary>The form of a type, or null and the first thing in it that has none.</summary>
    public JsonShape? Read(ITypeSymbol type, string place, out JsonShapeProblem? problem)
    {
        _problem = null;
        var shape = ReadType(type, place);
        problem = _problem;
        return problem is null ? shape : null;
    }

    private JsonShape ReadType(ITypeSymbol type, string place)
    {
        var name = TypeNames.Full(type);
        if (Scalars.TryGetValue(name, out var scalar))
            return new JsonShape(JsonShapeKind.Scalar, name) { Scalar = scalar, IsReferenceType = type.IsReferenceType };
        if (_shapes.TryGetValue(name, out var known))
            return known;
        if (!compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            return Fail(place, name, "which is not public; make it public");
        if (HasAttribute(type, "JsonConverterAttribute") && type.TypeKind != TypeKind.Enum)
            return Fail(place, name, "which has a JsonConverter; give it members instead, or take JsonElement");

        return type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => ReadCollection(JsonShapeKind.Array, name, array.ElementType, "[]", place),
            INamedTypeSymbol { TypeKind: TypeKind.Enum } e => ReadEnum(name, e, place),
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } n
                => ReadCollection(JsonShapeKind.Nullable, name, n.TypeArguments[0], "", place),
            INamedTypeSymbol { IsGenericType: true } n when Lists.Contains(n.OriginalDefinition.ToDisplayString())
                => ReadCollection(JsonShapeKind.List, name, n.TypeArguments[0], "[]", place),
            INamedTypeSymbol { IsGenericType: true } n when Dictionaries.Contains(n.OriginalDefinition.ToDisplayString()) => ReadDictionary(name, n, place),
            INamedTypeSymbol n => ReadObject(name, n, place),
            _ => Fail(place, name, "which is neither a value, a collection nor an object"),
        };
    }

    private JsonShape ReadCollection(JsonShapeKind kind, string name, ITypeSymbol element, string step, string place)
    {
        var shape = Add(kind, name, element.Name, isReferenceType: kind != JsonShapeKind.Nullable);
        shape.Element = ReadType(element, place + step);
        return shape;
    }

    private JsonShape ReadDictionary(string name, INamedTypeSymbol type, string place)
    {
        if (type.TypeArguments[0].SpecialType != SpecialType.System_String)
            return Fail(place, name, "whose keys are not strings; use string keys");
        return ReadCollection(JsonShapeKind.Dictionary, name, type.TypeArguments[1], "[]", place);
    }

    private JsonShape ReadEnum(string name, INamedTypeSymbol type, string place)
    {
        if (type.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == "System.FlagsAttribute"))
            return Fail(place, name, "an enum of flags; use an array of enum values");
        var shape = Add(JsonShapeKind.Enum, name, type.Name, isReferenceType: false);
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue))
            shape.EnumMembers.Add(new JsonEnumMember(StringArgument(field, "JsonStringEnumMemberNameAttribute") ?? field.Name, field.Name, field.ConstantValue!));
        return shape;
    }

    private JsonShape Add(JsonShapeKind kind, string name, string id, bool isReferenceType)
    {
        var shape = new JsonShape(kind, name) { Id = UniqueId(kind is JsonShapeKind.Object or JsonShapeKind.Enum ? id : $"{id}{kind}"), IsReferenceType = isReferenceType };
        _shapes.Add(name, shape);
        All.Add(shape);
        return shape;
    }

    private string UniqueId(string id)
    {
        var unique = id;
        for (var i = 2; !_ids.Add(unique); i++)
            unique = id + i;
        return unique;
    }

    private JsonShape Fail(string place, string type, string advice)
    {
        _problem ??= new JsonShapeProblem(place, type.Replace("global::", ""), advice);
        return new JsonShape(JsonShapeKind.Object, type);
    }

    private static AttributeData? Attribute(ISymbol symbol, string name)
        => symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == Serialization + name);

    private static bool HasAttribute(ISymbol symbol, string name) => Attribute(symbol, name) is not null;

    private static string? StringArgument(ISymbol symbol, string name)
        => Attribute(symbol, name) is { ConstructorArguments.Length: 1 } attribute ? attribute.ConstructorArguments[0].Value as string : null;
}
