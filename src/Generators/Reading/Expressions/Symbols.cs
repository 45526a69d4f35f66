using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading.Expressions;

/// <summary>Asks symbols who they are.</summary>
internal static class Symbols
{
    private static readonly SymbolDisplayFormat _fullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.None);

    /// <summary>Namespace and name without type arguments: <c>System.Collections.Generic.List</c>.</summary>
    public static string FullName(this ITypeSymbol type) => type.OriginalDefinition.ToDisplayString(_fullName);

    /// <summary>The attribute with a metadata name, or null.</summary>
    public static AttributeData? Attribute(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.FullName() == name);

    /// <summary>True where the type is, or derives from, the class with a metadata name.</summary>
    public static bool IsOrDerivesFrom(this ITypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.FullName() == name)
                return true;
        }

        return false;
    }

    /// <summary>The <c>T</c> of <c>T?</c> over a value type, or null.</summary>
    public static ITypeSymbol? NullableValue(this ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : null;
}
