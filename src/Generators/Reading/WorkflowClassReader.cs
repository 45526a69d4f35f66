using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.Generators.Reading;

/// <summary>Checks the shape of a workflow class and reads what its attributes say.</summary>
internal sealed class WorkflowClassReader(INamedTypeSymbol type, DiagnosticSink sink)
{
    private readonly Location _location = LocationOf(type);

    /// <summary>The machine's name: what the attribute says, or the class's own.</summary>
    public static string NameOf(INamedTypeSymbol type, AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault().Value as string ?? type.Name;

    /// <summary>The class's name where it is declared first.</summary>
    public static Location LocationOf(INamedTypeSymbol type) => type.Locations.FirstOrDefault(l => l.IsInSource) ?? Location.None;

    /// <summary>The facts, and the method to compile; a null method was reported.</summary>
    public (WorkflowFacts Facts, IMethodSymbol? Method) Read()
    {
        CheckShape();
        CheckDependencies();
        var attribute = type.Find(KnownNames.StateMachineAttribute)!;
        var name = NameOf(type, attribute);
        CheckName(name);
        var timeoutSeconds = attribute.NamedInt32("TimeoutSeconds") ?? 0;
        CheckRange("TimeoutSeconds", timeoutSeconds, 0, Asl.Limits.MaxTimeoutSeconds);
        var isExpress = attribute.Named("Type")?.Value is 1;
        if (isExpress && timeoutSeconds > Asl.Limits.MaxExpressSeconds)
            sink.Report(Descriptors.ExpressTime, _location, "TimeoutSeconds", $"{timeoutSeconds} s");
        var method = FindRunAsync();
        var facts = new WorkflowFacts(
            name,
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            method?.Locations.FirstOrDefault()?.SourceTree?.FilePath ?? "",
            isExpress,
            timeoutSeconds == 0 ? null : timeoutSeconds,
            [.. new EventReader(type, method, sink, _location).Read()],
            ReadOptions(attribute),
            _location);
        return (facts, method);
    }

    private void CheckShape()
    {
        var isPartial = type.DeclaringSyntaxReferences.All(r =>
            r.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
        if (!isPartial || !type.IsSealed || type.IsGenericType || type.ContainingType is not null || type.TypeKind != TypeKind.Class || type.IsRecord)
            sink.Report(Descriptors.WorkflowClassShape, _location, type.Name);
    }

    private void CheckDependencies()
    {
        foreach (var parameter in type.InstanceConstructors.SelectMany(c => c.Parameters))
        {
            if (parameter.ContainingSymbol is IMethodSymbol { IsImplicitlyDeclared: true })
                continue;
            if (!IsDependency(parameter.Type))
            {
                var location = parameter.Locations.FirstOrDefault() ?? _location;
                sink.Report(Descriptors.DependencyKind, location, parameter.Name, parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            }
        }
    }

    private static bool IsDependency(ITypeSymbol dependency) =>
        dependency.TypeKind == TypeKind.Error // C# reports it.
        || dependency.FullName() is "System.TimeProvider" or KnownNames.Flow
        || dependency.IsLogger()
        || Members(dependency).Any(m => m.Find(KnownNames.ServiceIntegrationAttribute, KnownNames.ActivityAttribute, KnownNames.RawStateAttribute, KnownNames.LambdaFunctionAttribute, KnownNames.AmazonLambdaFunctionAttribute) is not null);

    private static IEnumerable<IMethodSymbol> Members(ITypeSymbol dependency)
    {
        IEnumerable<ITypeSymbol> types = [dependency, .. dependency.AllInterfaces];
        for (var current = dependency.BaseType; current is not null; current = current.BaseType)
            types = types.Append(current);
        return types.SelectMany(t => t.GetMembers().OfType<IMethodSymbol>());
    }

    private void CheckName(string name)
    {
        if (name.Length is 0 or > Asl.Limits.MaxMachineNameLength)
            sink.Report(Descriptors.MachineName, _location, name, $"it has {name.Length} characters");
        else if (!name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
            sink.Report(Descriptors.MachineName, _location, name, "a logical id has letters and digits only");
    }

    private void CheckRange(string property, int value, int min, int max)
    {
        if (value < min || value > max)
            sink.Report(Descriptors.OutOfRange, _location, property, value, $"{min} to {max}");
    }

    private IMethodSymbol? FindRunAsync()
    {
        var candidates = type.GetMembers("RunAsync").OfType<IMethodSymbol>().Where(m => m.DeclaredAccessibility == Accessibility.Public).ToArray();
        var fault = candidates switch
        {
            [] => "it has none",
            [_, _, ..] => $"it has {candidates.Length}",
            [{ IsStatic: true }] => "this one is static",
            [{ IsGenericMethod: true }] => "this one is generic",
            [{ Parameters.Length: > 1 }] => $"this one has {candidates[0].Parameters.Length} parameters",
            [var single] when single.ReturnType.OriginalDefinition.FullName() is not ("System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1") =>
                $"this one returns {single.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}",
            [{ DeclaringSyntaxReferences.Length: 0 }] => "this one has no source",
            _ => null,
        };
        if (fault is null)
            return candidates[0];
        sink.Report(Descriptors.RunAsyncMissing, candidates.FirstOrDefault()?.Locations.FirstOrDefault() ?? _location, type.Name, fault);
        return null;
    }

    private MachineOptions ReadOptions(AttributeData attribute)
    {
        var tags = type.FindAll(KnownNames.TagAttribute).Select(tag => new Tag(Text(tag, 0), Text(tag, 1))).ToEquatableArray();
        foreach (var tag in tags)
        {
            if (tag.Key.Length is 0 or > Asl.Limits.MaxTagKeyLength || tag.Value.Length > Asl.Limits.MaxTagValueLength || tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                sink.Report(Descriptors.AttributeText, _location, $"the tag '{tag.Key}' is none: a key has 1 to {Asl.Limits.MaxTagKeyLength} characters and does not begin with 'aws:', a value has up to {Asl.Limits.MaxTagValueLength}");
        }

        string[] levels = ["ERROR", "ALL", "FATAL", MachineOptions.NoLogs]; // in the order of WorkflowLogLevel
        return new MachineOptions(
            attribute.Named("LogLevel")?.Value is int level && level >= 0 && level < levels.Length ? levels[level] : MachineOptions.Default.LogLevel,
            attribute.Named("LogExecutionData")?.Value is true,
            attribute.Named("Tracing")?.Value is not false,
            tags);
    }

    private static string Text(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[index].Value as string ?? "" : "";
}
