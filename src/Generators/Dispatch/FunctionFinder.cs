using Microsoft.CodeAnalysis;

namespace Aot.Generators.Dispatch;

/// <summary>Finds the methods marked as Lambda functions, in this compilation and in the assemblies it references.</summary>
internal static class FunctionFinder
{
    private static readonly string[] AttributeAssemblies = ["Aot.Runtime", "Amazon.Lambda.Annotations"];
    private static readonly string[] AttributeNames = ["Aot.Runtime.LambdaFunctionAttribute", "Amazon.Lambda.Annotations.LambdaFunctionAttribute"];

    /// <summary>The methods, ordered by their full names.</summary>
    public static List<IMethodSymbol> Find(Compilation compilation, CancellationToken cancellation)
    {
        var found = new List<IMethodSymbol>();
        Search(compilation.Assembly.GlobalNamespace, found, cancellation);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            // Only an assembly that references an attribute's home can have used it.
            if (assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => AttributeAssemblies.Contains(r.Name))))
                Search(assembly.GlobalNamespace, found, cancellation);
        }

        return [.. found.OrderBy(m => m.ToDisplayString(), StringComparer.Ordinal)];
    }

    private static void Search(INamespaceOrTypeSymbol container, List<IMethodSymbol> found, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
                Search(inner, found, cancellation);
            else if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && method.GetAttributes().Any(IsFunctionAttribute))
                found.Add(method);
        }
    }

    private static bool IsFunctionAttribute(AttributeData attribute)
        => attribute.AttributeClass is { } type && AttributeNames.Contains(type.ToDisplayString());
}
