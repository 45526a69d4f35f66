using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading;

/// <summary>Which error names an exception type stands for.</summary>
/// <param name="Names">The names, for <c>ErrorEquals</c>.</param>
/// <param name="IsDotNetOnly">True for an exception of .NET itself, which no task reports.</param>
/// <param name="IsOpen">True where further derived types may exist that the names do not cover.</param>
internal sealed record ErrorNames(EquatableArray<string> Names, bool IsDotNetOnly, bool IsOpen)
{
    public const string All = "States.ALL";
    public const string TaskFailed = "States.TaskFailed";
    public const string Timeout = "States.Timeout";

    /// <summary>The names that a <c>catch</c> of the type matches: its own, and those of every derived type of the assemblies that can name it.</summary>
    public static ErrorNames OfCatch(ITypeSymbol type, Compilation compilation)
    {
        // `catch { }` has the type object.
        if (type.FullName() == "System.Exception" || type.SpecialType == SpecialType.System_Object)
            return new ErrorNames([All], IsDotNetOnly: false, IsOpen: false);
        if (IsOfDotNet(type))
            return new ErrorNames(NamesOf(type), IsDotNetOnly: true, IsOpen: false);
        if (type.IsSealed)
            return new ErrorNames(NamesOf(type), IsDotNetOnly: false, IsOpen: false);

        IEnumerable<INamespaceSymbol> roots = [compilation.Assembly.GlobalNamespace];
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
            roots = roots.Append(type.ContainingAssembly.GlobalNamespace);
        var derived = roots.SelectMany(TypesOf)
            .Where(t => !SymbolEqualityComparer.Default.Equals(t, type) && t.InheritsFrom(type))
            .SelectMany(t => NamesOf(t))
            .OrderBy(n => n, StringComparer.Ordinal);
        return new ErrorNames(NamesOf(type).Concat(derived).Distinct().ToEquatableArray(), IsDotNetOnly: false, IsOpen: true);
    }

    /// <summary>The name under which a thrown exception is reported.</summary>
    public static string OfThrow(ITypeSymbol type) => NamesOf(type)[0];

    private static EquatableArray<string> NamesOf(ITypeSymbol type)
    {
        var names = type.Find(KnownNames.ErrorNameAttribute)?.ConstructorArguments.FirstOrDefault();
        return names is { Kind: TypedConstantKind.Array, IsNull: false, Values.Length: > 0 } array
            ? array.Values.Select(v => v.Value as string ?? type.Name).ToEquatableArray()
            : [type.Name];
    }

    private static bool IsOfDotNet(ITypeSymbol type)
    {
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return (space == "System" || space.StartsWith("System.", StringComparison.Ordinal)) && type.Find(KnownNames.ErrorNameAttribute) is null;
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var nested in TypesOf(inner))
                    yield return nested;
            }
        }
    }
}
