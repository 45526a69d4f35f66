using Aot.Generators.Ir;

namespace Aot.Generators.Sam;

/// <summary>What the attributes of a Lambda function's method say; compares by value.</summary>
/// <param name="LogicalId">Logical id in the template.</param>
/// <param name="HandlerName">The name that selects the handler in <c>bootstrap</c>.</param>
/// <param name="Source">Full name of the method.</param>
/// <param name="System">Folder of the system it belongs to, from its namespace.</param>
/// <param name="MemoryMebibytes">Null leaves it to the template's globals.</param>
/// <param name="TimeoutSeconds">Null leaves it to the template's globals.</param>
/// <param name="IsImage">Deployed as a container image.</param>
/// <param name="Dockerfile">Dockerfile of an image, relative to the template's folder.</param>
/// <param name="Role">A role of the author's; excludes policies.</param>
/// <param name="ManagedPolicies">Names or ARNs.</param>
/// <param name="Permissions">Actions and resources of the inline policy.</param>
/// <param name="Environment">Variables in source order.</param>
/// <param name="Events">What invokes it, by kind and in source order.</param>
internal sealed record LambdaFunctionModel(
    string LogicalId,
    string HandlerName,
    string Source,
    string System,
    int? MemoryMebibytes,
    int? TimeoutSeconds,
    bool IsImage,
    string? Dockerfile,
    TemplateValue? Role,
    EquatableArray<string> ManagedPolicies,
    EquatableArray<Permission> Permissions,
    EquatableArray<EnvironmentVariable> Environment,
    EquatableArray<FunctionEvent> Events)
{
    /// <summary><c>x86_64</c> or <c>arm64</c>; null leaves it to the template's globals.</summary>
    public string? Architecture { get; init; }

    /// <summary>The function's own URL; null for none.</summary>
    public FunctionUrl? Url { get; init; }

    /// <summary>In source order.</summary>
    public EquatableArray<Tag> Tags { get; init; } = [];
}

/// <summary><c>[EnvironmentVariable("QUEUE_URL", "!Ref JobQueue")]</c></summary>
internal sealed record EnvironmentVariable(string Name, TemplateValue Value);
