using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Dispatch;

internal sealed partial class JsonShapeReader
{
    private static readonly string[] UnsupportedMemberAttributes = ["JsonConverterAttribute", "JsonExtensionDataAttribute", "JsonNumberHandlingAttribute"];

    private JsonShape ReadObject(string name, INamedTypeSymbol type, string place)
    {
        if (ObjectProblem(type) is { } problem)
            return Fail(place, name, problem);
        var shape = Add(JsonShapeKind.Object, name, type.Name, type.IsReferenceType);
        shape.OmitsNull = type.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == "Aot.Authoring.AwsShapeAttribute");
        var constructor = ConstructorOf(type);
        if (constructor is null)
            return Fail(place, name, "which has several public constructors; mark one with [JsonConstructor]");
        foreach (var property in PropertiesOf(type))
        {
            if (ReadMember(shape, property, constructor, place) is { } member)
                shape.Members.Add(member);
        }

        foreach (var group in shape.Members.GroupBy(m => m.JsonName).Where(g => g.Count() > 1))
            Fail(place, name, $"which has two members with the JSON name \"{group.Key}\"; tell them apart with [JsonPropertyName]");
        foreach (var parameter in constructor.Parameters)
            ReadConstructorParameter(shape, parameter, type, name, place);
        return shape;
    }

    private static string? ObjectProblem(INamedTypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Object)
            return "of which nothing is known; use JsonElement";
        if (HasAttribute(type, "JsonPolymorphicAttribute") || HasAttribute(type, "JsonDerivedTypeAttribute"))
            return "which is polymorphic; use one sealed type, or take JsonElement";
        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
            return "which is abstract; use the class that is meant";
        if (type.IsTupleType)
            return "a tuple, whose names do not reach JSON; declare a record";
        if (type.IsRefLikeType || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return "which is no class, record or struct";
        if (type.AllInterfaces.Any(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_IEnumerable))
            return "a collection of its own kind; use an array, a List or a Dictionary with string keys";
        return type.ContainingNamespace?.ToDisplayString() is "System" or "System.IO" or "System.Threading.Tasks"
            ? "which is not data; use a record of your own"
            : null;
    }

    private IMethodSymbol? ConstructorOf(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(c => compilation.IsSymbolAccessibleWithin(c, compilation.Assembly)).ToList();
        return constructors.FirstOrDefault(c => HasAttribute(c, "JsonConstructorAttribute"))
            ?? constructors.FirstOrDefault(c => c.Parameters.IsEmpty)
            ?? (constructors.Count == 1 ? constructors[0] : null);
    }

    // The most derived first, as System.Text.Json writes them; what is overridden or hidden counts once.
    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType == SpecialType.None; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } && seen.Add(property.Name))
                    yield return property;
            }
        }
    }

    private JsonMember? ReadMember(JsonShape shape, IPropertySymbol property, IMethodSymbol constructor, string place)
    {
        var omission = shape.OmitsNull ? JsonOmission.WhenNull : JsonOmission.Never;
        if (Attribute(property, "JsonIgnoreAttribute") is { } ignore)
        {
            // JsonIgnoreCondition: Never, Always, WhenWritingDefault, WhenWritingNull
            switch (ignore.NamedArguments.FirstOrDefault(a => a.Key == "Condition").Value.Value as int?)
            {
                case 0:
                    omission = JsonOmission.Never;
                    break;
                case 2:
                    omission = JsonOmission.WhenDefault;
                    break;
                case 3:
                    omission = JsonOmission.WhenNull;
                    break;
                default:
                    return null;
            }
        }

        var memberPlace = $"{place}, member {property.Name}";
        if (UnsupportedMemberAttributes.FirstOrDefault(a => HasAttribute(property, a)) is { } unsupported && !IsEnumConverter(property))
        {
            Fail(memberPlace, TypeNames.Full(property.Type), $"which carries [{unsupported.Replace("Attribute", "")}]; remove it");
            return null;
        }

        var isWritten = property.GetMethod is { DeclaredAccessibility: Accessibility.Public };
        var jsonName = StringArgument(property, "JsonPropertyNameAttribute") ?? (shape.OmitsNull ? property.Name : CamelCase(property.Name));
        var isParameter = constructor.Parameters.Any(p => Matches(p, property));
        var member = ReadType(property.Type, memberPlace);
        return new JsonMember(jsonName, property.Name, TypeNames.Full(property.ContainingType), member, isWritten, SetterOf(property, isParameter), omission);
    }

    private static bool IsEnumConverter(IPropertySymbol property)
        => Attribute(property, "JsonConverterAttribute") is { ConstructorArguments.Length: 1 } converter
            && converter.ConstructorArguments[0].Value is INamedTypeSymbol { Name: "JsonStringEnumConverter" };

    private static JsonSetter SetterOf(IPropertySymbol property, bool isParameter)
    {
        if (isParameter)
            return JsonSetter.None;
        if (property.IsRequired)
            return JsonSetter.Required;
        if (property.SetMethod is not { DeclaredAccessibility: Accessibility.Public } setter)
            return JsonSetter.None;
        return setter.IsInitOnly ? JsonSetter.Init : JsonSetter.Set;
    }

    private void ReadConstructorParameter(JsonShape shape, IParameterSymbol parameter, INamedTypeSymbol type, string name, string place)
    {
        var property = PropertiesOf(type).FirstOrDefault(p => Matches(parameter, p));
        if (property is null)
            Fail(place, name, $"whose constructor parameter \"{parameter.Name}\" has no property of the same name and type");
        else
            shape.ConstructorParameters.Add(new JsonConstructorParameter(shape.Members.FindIndex(m => m.Name == property.Name), DefaultOf(parameter)));
    }

    private static bool Matches(IParameterSymbol parameter, IPropertySymbol property)
        => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)
            && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type);

    private static string DefaultOf(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is not { } value)
            return "default";
        var literal = value switch
        {
            double d => $"global::System.BitConverter.Int64BitsToDouble({BitConverter.DoubleToInt64Bits(d).ToString(CultureInfo.InvariantCulture)}L)",
            float f => $"(float)global::System.BitConverter.Int64BitsToDouble({BitConverter.DoubleToInt64Bits(f).ToString(CultureInfo.InvariantCulture)}L)",
            decimal m => m.ToString(CultureInfo.InvariantCulture) + "M",
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
        };
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : parameter.Type;
        return type.SpecialType == SpecialType.System_String ? literal : $"({TypeNames.Full(type)})({literal})";
    }

    // OrderId ──▶ orderId   ID ──▶ id   URLValue ──▶ urlValue
    internal static string CamelCase(string name)
    {
        var chars = name.ToCharArray();
        for (var i = 0; i < chars.Length && char.IsUpper(chars[i]); i++)
        {
            if (i > 0 && i + 1 < chars.Length && !char.IsUpper(chars[i + 1]))
                break;
            chars[i] = char.ToLowerInvariant(chars[i]);
        }

        return new string(chars);
    }
}
