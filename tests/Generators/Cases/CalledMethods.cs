using System.Reflection;
using System.Text.Json.Nodes;
using Aot.Authoring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.Generators.Tests.Cases;

/// <summary>Which method of a service interface a workflow calls for an integration, with the types it calls it with.</summary>
internal sealed class CalledMethods
{
    private readonly Dictionary<string, List<MethodInfo>> _methods = new(StringComparer.Ordinal);
    private readonly Assembly _workflow;

    public CalledMethods(CSharpCompilation compilation, Assembly workflow)
    {
        _workflow = workflow;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (model.GetSymbolInfo(call).Symbol is IMethodSymbol method && Find(method) is { } found)
                    Add(found);
            }
        }
    }

    /// <summary>The method; null where no call is of this integration.</summary>
    public MethodInfo? Of(string arn) => _methods.TryGetValue(arn, out var found)
        ? found.Count == 1 ? found[0] : throw new InvalidOperationException($"The case calls {arn} in {found.Count} ways; the machine does not say which one a task is.")
        : null;

    private void Add(MethodInfo method)
    {
        var arn = method.GetCustomAttribute<ServiceIntegrationAttribute>()!.Resource;
        if (!_methods.TryGetValue(arn, out var found))
            _methods[arn] = found = [];
        if (!found.Contains(method))
            found.Add(method);
    }

    private MethodInfo? Find(IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind != TypeKind.Interface || method.GetAttributes().All(a => a.AttributeClass?.Name != nameof(ServiceIntegrationAttribute)))
            return null;
        var definition = TypeOf(method.ContainingType)!.GetMethods().Single(m =>
            m.Name == method.Name && m.GetGenericArguments().Length == method.TypeArguments.Length && m.GetParameters().Length == method.Parameters.Length);
        return definition.IsGenericMethodDefinition ? definition.MakeGenericMethod([.. method.TypeArguments.Select(t => TypeOf(t) ?? typeof(JsonNode))]) : definition;
    }

    // Anonymous types and the like have no name to find them by; any JSON stands for them.
    private Type? TypeOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return TypeOf(array.ElementType)?.MakeArrayType();
        if (type is not INamedTypeSymbol { IsAnonymousType: false } named)
            return null;
        var space = named.ContainingNamespace.IsGlobalNamespace ? "" : named.ContainingNamespace.ToDisplayString() + ".";
        var name = space + named.MetadataName;
        var found = _workflow.GetType(name) ?? typeof(ServiceIntegrationAttribute).Assembly.GetType(name) ?? typeof(object).Assembly.GetType(name);
        return found is { IsGenericTypeDefinition: true } && named.TypeArguments.Select(TypeOf).ToArray() is var arguments && arguments.All(a => a is not null)
            ? found.MakeGenericType(arguments!)
            : found;
    }
}
