using Microsoft.CodeAnalysis;

namespace Aot.Generators.Dispatch;

/// <summary>Spells types so that they mean the same in any file.</summary>
internal static class TypeNames
{
    public static string Full(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(
        SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers));
}
