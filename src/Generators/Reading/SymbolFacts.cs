using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading;

/// <summary>Questions about symbols that several readers ask.</summary>
internal static class SymbolFacts
{
    public static AttributeData? Find(this ISymbol symbol, params string[] attributeNames) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass is { } type && attributeNames.Contains(type.FullName()));

    /// <summary>The attributes of a type as far as C# understood them: a half-typed one has not the arguments that its readers count on.</summary>
    public static IEnumerable<AttributeData> FindAll(this ISymbol symbol, string attributeName) =>
        symbol.GetAttributes().Where(a => a.AttributeConstructor is not null && a.AttributeClass?.FullName() == attributeName);

    /// <summary>A property that the attribute sets, or null.</summary>
    public static TypedConstant? Named(this AttributeData attribute, string property)
    {
        foreach (var pair in attribute.NamedArguments)
        {
            if (pair.Key == property)
                return pair.Value;
        }

        return null;
    }

    public static string? NamedString(this AttributeData attribute, string property) => attribute.Named(property)?.Value as string;

    public static int? NamedInt32(this AttributeData attribute, string property) => attribute.Named(property)?.Value as int?;

    public static string[]? NamedStrings(this AttributeData attribute, string property) =>
        attribute.Named(property) is { Kind: TypedConstantKind.Array, IsNull: false } array ? [.. array.Values.Select(v => v.Value as string ?? "")] : null;

    /// <summary>Namespace and name without type arguments: <c>System.Threading.Tasks.Task</c>.</summary>
    public static string FullName(this ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        return space is null || space.IsGlobalNamespace ? type.MetadataName : $"{space.ToDisplayString()}.{type.MetadataName}";
    }

    /// <summary>True for what can be awaited: <c>Task</c>, <c>Task&lt;T&gt;</c> and their value forms.</summary>
    public static bool IsTask(this ITypeSymbol? type) =>
        type is not null && type.OriginalDefinition.FullName()
            is "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.ValueTask`1";

    /// <summary>True for <c>ILogger</c> and <c>ILogger&lt;T&gt;</c> of Microsoft's logging abstractions.</summary>
    public static bool IsLogger(this ITypeSymbol type) =>
        type.FullName() is "Microsoft.Extensions.Logging.ILogger" or "Microsoft.Extensions.Logging.ILogger`1";

    /// <summary>What awaiting the type gives; null for nothing.</summary>
    public static ITypeSymbol? AwaitedType(this ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments.Length: 1 } named ? named.TypeArguments[0] : null;

    public static bool InheritsFrom(this ITypeSymbol type, ITypeSymbol other)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
                return true;
        }

        return false;
    }

    /// <summary><c>ReceiveMessageAsync</c> → <c>receiveMessage</c></summary>
    public static string Word(string memberName) => CamelCase(WithoutAsync(memberName));

    public static string CamelCase(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    public static string WithoutAsync(string memberName) =>
        memberName.Length > 5 && memberName.EndsWith("Async", StringComparison.Ordinal) ? memberName.Substring(0, memberName.Length - 5) : memberName;
}
