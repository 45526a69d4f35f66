using Microsoft.CodeAnalysis;

namespace Aot.Generators.Dispatch;

/// <summary>Reads a function's signature; what cannot be called is reported at the method and left out.</summary>
internal sealed class HandlerReader(Compilation compilation, JsonShapeReader shapes, List<Diagnostic> diagnostics)
{
    private readonly Dictionary<string, IMethodSymbol> _byName = new(StringComparer.Ordinal);

    public Handler? Read(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (method.IsGenericMethod || type.IsGenericType || type.TypeKind != TypeKind.Class || !compilation.IsSymbolAccessibleWithin(method, compilation.Assembly))
            return Report(DispatchDiagnostics.NotAccessible, method, method.ToDisplayString());

        var name = NameOf(method);
        if (_byName.TryGetValue(name, out var other))
            return Report(DispatchDiagnostics.DuplicateName, method, other.ToDisplayString(), method.ToDisplayString(), name);
        _byName.Add(name, method);

        if (!TryReadInstance(method, out var instance))
            return Report(DispatchDiagnostics.Constructor, method, method.ToDisplayString(), type.ToDisplayString());

        var parameters = new List<HandlerParameter>();
        foreach (var parameter in method.Parameters)
        {
            if (ReadParameter(method, parameter) is not { } read)
                return null;
            parameters.Add(read);
        }

        if (parameters.Any(p => p.Source == ParameterSource.RawPayload) && parameters.Any(p => p.Source == ParameterSource.Payload))
            return Report(DispatchDiagnostics.Parameter, method, method.ToDisplayString(), "a raw event is the only payload a function can have");
        return ReadResult(method) is { } result
            ? new Handler(name, TypeNames.Full(type), method.Name, instance, parameters, result)
            : null;
    }

    // ProcessJob.HandleAsync ──▶ ProcessJob     ReportJob.ReportAsync ──▶ Report
    private static string NameOf(IMethodSymbol method)
    {
        if (method.Name is "Handle" or "HandleAsync")
            return method.ContainingType.Name;
        return method.Name.Length > 5 && method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name.Substring(0, method.Name.Length - 5) : method.Name;
    }

    private bool TryReadInstance(IMethodSymbol method, out string? instance)
    {
        instance = null;
        if (method.IsStatic)
            return true;
        if (method.ContainingType.IsAbstract)
            return false;
        var constructors = method.ContainingType.InstanceConstructors.Where(c => compilation.IsSymbolAccessibleWithin(c, compilation.Assembly)).ToList();
        if (constructors.Any(c => c.Parameters.Length == 1 && c.Parameters[0].Type.ToDisplayString() == "Aot.Runtime.LambdaEnvironment"))
            instance = $"new {TypeNames.Full(method.ContainingType)}(environment)";
        else if (constructors.Any(c => c.Parameters.IsEmpty))
            instance = $"new {TypeNames.Full(method.ContainingType)}()";
        return instance is not null;
    }

    private HandlerParameter? ReadParameter(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (parameter.RefKind is not RefKind.None)
        {
            Report(DispatchDiagnostics.Parameter, method, method.ToDisplayString(), $"its parameter \"{parameter.Name}\" is passed by reference; pass it by value");
            return null;
        }

        switch (parameter.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString())
        {
            case "Aot.Runtime.LambdaContext":
                return new HandlerParameter(parameter.Name, ParameterSource.Context, null);
            case KnownNames.AmazonLambdaContext:
                return new HandlerParameter(parameter.Name, ParameterSource.AmazonContext, null);
            case "System.Threading.CancellationToken":
                return new HandlerParameter(parameter.Name, ParameterSource.Deadline, null);
            case "System.ReadOnlyMemory<byte>":
                return new HandlerParameter(parameter.Name, ParameterSource.RawPayload, null);
        }

        return TryReadShape(method, parameter.Type, $"its parameter \"{parameter.Name}\"", out var shape)
            ? new HandlerParameter(parameter.Name, ParameterSource.Payload, shape)
            : null;
    }

    private HandlerResult? ReadResult(IMethodSymbol method)
    {
        if (method.RefKind is not RefKind.None)
        {
            Report(DispatchDiagnostics.Parameter, method, method.ToDisplayString(), "it returns by reference; return the value");
            return null;
        }

        var type = method.ReturnType;
        string? awaitable = null;
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask" } task && task.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks")
        {
            awaitable = TypeNames.Full(task);
            if (task.TypeArguments.IsEmpty)
                return new HandlerResult(awaitable, null, false);
            type = task.TypeArguments[0];
        }

        if (type.SpecialType == SpecialType.System_Void)
            return new HandlerResult(awaitable, null, false);
        if (type.ToDisplayString() == "System.ReadOnlyMemory<byte>")
            return new HandlerResult(awaitable, null, true);
        return TryReadShape(method, type, "its result", out var shape) ? new HandlerResult(awaitable, shape, false) : null;
    }

    private bool TryReadShape(IMethodSymbol method, ITypeSymbol type, string place, out JsonShape? shape)
    {
        shape = shapes.Read(type, place, out var problem);
        if (problem is null)
            return true;
        Report(DispatchDiagnostics.UnsupportedType, method, method.ToDisplayString(), problem.Place, problem.Type, problem.Advice);
        return false;
    }

    private Handler? Report(DiagnosticDescriptor descriptor, IMethodSymbol method, params object[] arguments)
    {
        // A method that came as metadata has no place in this compilation's text; the message names it.
        var location = method.Locations.FirstOrDefault(l => l.IsInSource && compilation.ContainsSyntaxTree(l.SourceTree!)) ?? Location.None;
        diagnostics.Add(Diagnostic.Create(descriptor, location, arguments));
        return null;
    }
}
