using Aot.Generators.Dispatch;
using Aot.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Sam;

/// <summary>Reads the attributes of the Lambda functions of a compilation and of what it references.</summary>
internal static class LambdaFunctionReader
{
    private const string Runtime = "Aot.Runtime";
    private const string Annotations = "Amazon.Lambda.Annotations";
    private const string DefaultSqlVersion = "2016-03-23"; // AWS IoT SQL reference, "SQL versions"
    private const int ImagePackage = 1; // LambdaPackageType.Image, of Aot.Runtime and of Amazon.Lambda.Annotations

    /// <summary>By logical id in ordinal order.</summary>
    public static EquatableArray<LambdaFunctionModel> Read(Compilation compilation, CancellationToken cancellation)
    {
        return FunctionFinder.Find(compilation, cancellation)
            .Select(ReadFunction)
            .OrderBy(function => function.LogicalId, StringComparer.Ordinal)
            .ThenBy(function => function.Source, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static LambdaFunctionModel ReadFunction(IMethodSymbol method)
    {
        var attribute = Attributes(method, $"{Runtime}.LambdaFunctionAttribute", $"{Annotations}.LambdaFunctionAttribute").First();
        var handlerName = HandlerName(method);
        var space = method.ContainingNamespace.IsGlobalNamespace ? "" : method.ContainingNamespace.ToDisplayString();
        return new LambdaFunctionModel(
            Text(attribute, "ResourceName") ?? $"{handlerName}Function",
            handlerName,
            $"{(space.Length == 0 ? "" : space + ".")}{method.ContainingType.Name}.{method.Name}",
            SystemOf(space, method.ContainingAssembly.Name),
            Number(attribute, "MemorySize"),
            Number(attribute, "Timeout"),
            Number(attribute, "PackageType") == ImagePackage,
            Text(attribute, "Dockerfile"),
            Text(attribute, "Role") is { } role ? TemplateText.Read(role) : null,
            List(Text(attribute, "Policies")),
            Attributes(method, $"{Runtime}.PermissionAttribute").SelectMany(Permissions).ToEquatableArray(),
            Attributes(method, $"{Runtime}.EnvironmentVariableAttribute")
                .Select(variable => new EnvironmentVariable(Argument(variable, 0), TemplateText.Read(Argument(variable, 1)))).ToEquatableArray(),
            Events(method).ToEquatableArray())
        {
            Architecture = Architecture(attribute),
            Url = Attributes(method, $"{Runtime}.FunctionUrlAttribute").Select(url => new FunctionUrl(Flag(url, "IsPublic"), Flag(url, "IsStreaming"))).FirstOrDefault(),
            Tags = Attributes(method, $"{Runtime}.FunctionTagAttribute").Select(tag => new Tag(Argument(tag, 0), Argument(tag, 1))).ToEquatableArray(),
        };
    }

    private static IEnumerable<FunctionEvent> Events(IMethodSymbol method)
    {
        foreach (var queue in Attributes(method, $"{Runtime}.SqsEventSourceAttribute"))
        {
            yield return new SqsEventSource(
                Argument(queue, 0), Number(queue, "BatchSize") ?? 0, Number(queue, "MaximumBatchingWindowInSeconds") ?? 0, Number(queue, "MaximumConcurrency") ?? 0,
                ResultOf(method).ToDisplayString() == $"{Runtime}.Events.SqsBatchResponse");
        }

        foreach (var rule in Attributes(method, $"{Runtime}.IotRuleAttribute"))
            yield return new IotRule(Argument(rule, 0), Text(rule, "AwsIotSqlVersion") ?? DefaultSqlVersion);
        foreach (var route in Attributes(method, $"{Runtime}.HttpApiAttribute"))
            yield return new HttpRoute(Argument(route, 0).ToUpperInvariant(), Argument(route, 1), Text(route, "Api"));
    }

    private static ITypeSymbol ResultOf(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task ? task.TypeArguments[0] : method.ReturnType;

    // Text in AWS's own annotations as in ours: "arm64", "x86_64".
    private static string? Architecture(AttributeData attribute) => Text(attribute, "Architectures")?.Trim().ToLowerInvariant() switch
    {
        null => null,
        "x64" or "x86_64" => "x86_64",
        var other => other,
    };

    // Handle and HandleAsync go by their class, so that a class with one handler is named once.
    private static string HandlerName(IMethodSymbol method)
    {
        const string Suffix = "Async";
        var name = method.Name.Length > Suffix.Length && method.Name.EndsWith(Suffix, StringComparison.Ordinal)
            ? method.Name.Substring(0, method.Name.Length - Suffix.Length)
            : method.Name;
        return name == "Handle" ? method.ContainingType.Name : name;
    }

    // Aot.Handlers.SqsPoller in the assembly Aot.Handlers → SqsPoller
    private static string SystemOf(string space, string assembly)
    {
        if (space == assembly)
            return "";
        return space.StartsWith(assembly + ".", StringComparison.Ordinal)
            ? space.Substring(assembly.Length + 1).Replace('.', '/')
            : space.Substring(space.LastIndexOf('.') + 1);
    }

    private static IEnumerable<Permission> Permissions(AttributeData attribute)
    {
        var resource = TemplateText.Read(Argument(attribute, 1));
        return List(Argument(attribute, 0)).Select(action => new Permission(action, resource));
    }

    private static IEnumerable<AttributeData> Attributes(ISymbol symbol, params string[] names)
        => symbol.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && names.Contains(type.ToDisplayString()));

    private static EquatableArray<string> List(string? text) => (text ?? "").Split(',').Select(item => item.Trim()).Where(item => item.Length > 0).ToEquatableArray();

    private static string Argument(AttributeData attribute, int index)
        => index < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[index].Value as string ?? "" : "";

    private static string? Text(AttributeData attribute, string name) => Named(attribute, name) as string is { Length: > 0 } text ? text : null;

    // Int32 in Aot.Runtime, UInt32 in Amazon.Lambda.Annotations; zero means not said.
    private static int? Number(AttributeData attribute, string name)
        => Named(attribute, name) is { } value && Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) is not 0 and var number ? number : null;

    private static bool Flag(AttributeData attribute, string name) => Named(attribute, name) is true;

    private static object? Named(AttributeData attribute, string name)
        => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: not TypedConstantKind.Array and not TypedConstantKind.Error } value
            ? value.Value
            : null;
}
