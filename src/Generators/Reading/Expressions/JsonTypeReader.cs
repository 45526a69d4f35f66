using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading.Expressions;

/// <summary>Says what a C# type looks like in JSON.</summary>
internal sealed partial class JsonTypeReader
{
    private readonly Dictionary<ITypeSymbol, JsonType> _known = new(SymbolEqualityComparer.IncludeNullability);
    private readonly HashSet<ITypeSymbol> _open = new(SymbolEqualityComparer.Default);

    /// <summary>The JSON form; <see cref="JsonKind.Unknown"/> where there is none.</summary>
    /// <param name="type">Null for an expression that C# gives no type, which it reports itself.</param>
    public JsonType Read(ITypeSymbol? type)
    {
        if (type is null)
            return JsonType.Unknown;
        if (_known.TryGetValue(type, out var known))
            return known;
        if (type.NullableValue() is { } inner)
            return _known[type] = Read(inner).OrNull();

        var json = ReadNotNull(type);
        // What was compiled without nullable annotations may hold null anywhere.
        if (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated)
            json = json.OrNull();
        if (_open.Count == 0)
            _known[type] = json;
        return json;
    }

    /// <summary>The members that are data, the base type's first.</summary>
    public IReadOnlyList<(IPropertySymbol Property, JsonMember Member)> MembersOf(ITypeSymbol type)
    {
        var chain = new Stack<ITypeSymbol>();
        for (var current = type; current is not null && current.SpecialType == SpecialType.None; current = current.BaseType)
            chain.Push(current);
        return [.. chain.SelectMany(t => t.GetMembers().OfType<IPropertySymbol>()).Where(p => IsData(p) && !p.IsOverride).Select(p => (p, MemberOf(p)))];
    }

    /// <summary>How a property is written.</summary>
    public JsonMember MemberOf(IPropertySymbol property)
    {
        var values = property.Attribute(ShapeNames.AttributeValuesAttribute);
        var encoding = values is not null ? MemberEncoding.AttributeValues
            : property.Attribute(ShapeNames.JsonTextAttribute) is not null ? MemberEncoding.JsonText
            : MemberEncoding.Json;
        return new JsonMember(property.Name, JsonNames.Of(property), Read(property.Type), encoding, JsonNames.IsAwsShape(property.ContainingType))
        {
            Prefix = values?.NamedString("Prefix") ?? "",
            IsSet = Declared(property, ShapeNames.AttributeSetAttribute) is not null,
            Bounds = Declared(property, ShapeNames.ValueRangeAttribute) is { ConstructorArguments: [{ Value: long min }, { Value: long max }] } ? new ValueBounds(min, max) : null,
        };
    }

    // In a positional record an attribute stands on the parameter unless it says `property:`.
    private static AttributeData? Declared(IPropertySymbol property, string attribute) =>
        property.Attribute(attribute)
        ?? property.ContainingType.InstanceConstructors.SelectMany(c => c.Parameters).Where(p => p.Name == property.Name).Select(p => p.Attribute(attribute)).FirstOrDefault(a => a is not null);

    /// <summary>True for a property that JSON holds; false for one that computes its value.</summary>
    public static bool IsData(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null }
        && property.Attribute(ShapeNames.JsonIgnoreAttribute) is null
        && (property.SetMethod is not null || property.ContainingType.IsAnonymousType || IsConstructorParameter(property));

    private static bool IsConstructorParameter(IPropertySymbol property) =>
        property.ContainingType.InstanceConstructors.Any(c => c.Parameters.Any(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase)))
        && !property.ContainingType.InstanceConstructors.All(c => c.IsImplicitlyDeclared);

    private JsonType ReadNotNull(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => JsonType.Boolean,
        SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32
            or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 => JsonType.Integer,
        SpecialType.System_Double => JsonType.Number,
        SpecialType.System_Decimal => JsonType.Decimal,
        SpecialType.System_String or SpecialType.System_Char => JsonType.String,
        SpecialType.System_Void => JsonType.Void,
        _ => ReadNamed(type),
    };

    private JsonType ReadNamed(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return array.ElementType.SpecialType == SpecialType.System_Byte ? JsonType.Unknown : JsonType.Array(Read(array.ElementType));
        if (type.TypeKind == TypeKind.Enum)
            return ReadEnum(type);
        if (type is not INamedTypeSymbol named)
            return JsonType.Unknown;
        if (named.IsTupleType)
            return JsonType.Tuple(named.TupleElements.Select((e, i) => new JsonMember(e.Name, $"{i}", Read(e.Type))).ToEquatableArray());
        return ReadKnown(named) ?? ReadObject(named);
    }

    private static JsonType ReadEnum(ITypeSymbol type) => type.GetAttributes().Any(a => a.AttributeClass?.FullName() == "System.FlagsAttribute")
        ? JsonType.Unknown
        : new JsonType(JsonKind.Enum)
        {
            Name = type.Name,
            EnumMembers = type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).Select(f => f.Name).ToEquatableArray(),
        };

    private JsonType ReadObject(INamedTypeSymbol type)
    {
        if (type.IsOrDerivesFrom(ShapeNames.Resource))
            return JsonType.Resource with { Name = type.Name };
        if (type.IsOrDerivesFrom("System.Exception"))
            return JsonType.Error;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || (type.IsAbstract && Hierarchy.Of(type) is null) || type.SpecialType != SpecialType.None || IsFramework(type))
            return JsonType.Unknown;
        if (!_open.Add(type))
            return JsonType.Object(type.Name, []);

        var members = MembersOf(type).Select(m => m.Member).ToEquatableArray();
        _open.Remove(type);
        return JsonType.Object(type.Name, members);
    }

    private static bool IsFramework(INamedTypeSymbol type) =>
        !type.IsAnonymousType && (type.ContainingNamespace?.ToDisplayString() is "System" or ['S', 'y', 's', 't', 'e', 'm', '.', ..]);
}
