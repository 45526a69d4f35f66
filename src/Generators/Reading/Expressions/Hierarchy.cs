using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading.Expressions;

/// <summary>A closed hierarchy: a base class that says how JSON tells its derived types apart.</summary>
/// <param name="Member">The member of the JSON object that holds the discriminator.</param>
/// <param name="Types">Each type with its discriminator, a string or a number.</param>
internal sealed record Hierarchy(string Member, IReadOnlyList<(ITypeSymbol Type, object Discriminator)> Types)
{
    private const string DerivedType = "System.Text.Json.Serialization.JsonDerivedTypeAttribute";
    private const string Polymorphic = "System.Text.Json.Serialization.JsonPolymorphicAttribute";

    /// <summary>The hierarchy under a base class; null where it carries no <c>[JsonDerivedType]</c>.</summary>
    public static Hierarchy? Of(ITypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class)
            return null;
        var types = type.GetAttributes()
            .Where(a => a.AttributeClass?.FullName() == DerivedType && a.ConstructorArguments is [{ Value: ITypeSymbol }, { Value: not null }])
            .Select(a => ((ITypeSymbol)a.ConstructorArguments[0].Value!, a.ConstructorArguments[1].Value!))
            .ToList();
        var name = type.Attribute(Polymorphic)?.NamedArguments.FirstOrDefault(a => a.Key == "TypeDiscriminatorPropertyName").Value.Value as string;
        return types.Count == 0 ? null : new Hierarchy(name ?? "$type", types);
    }

    /// <summary>The discriminator of exactly this type.</summary>
    public object? DiscriminatorOf(ITypeSymbol type) => Types.FirstOrDefault(t => SymbolEqualityComparer.Default.Equals(t.Type, type)).Discriminator;

    /// <summary>The discriminators of a type and of those that derive from it.</summary>
    public IEnumerable<object> DiscriminatorsUnder(ITypeSymbol type) =>
        Types.Where(t => Bases(t.Type).Contains(type, SymbolEqualityComparer.Default)).Select(t => t.Discriminator);

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
    }
}
