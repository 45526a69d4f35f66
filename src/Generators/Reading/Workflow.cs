using Aot.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading;

/// <summary>A workflow as it was read: the facts of its attributes, and the steps of its method.</summary>
/// <param name="Facts">What the attributes say.</param>
/// <param name="Body">The steps of <c>RunAsync</c> with every private method in place.</param>
/// <param name="MaybeUnassigned">Variables declared without a value, which a path may therefore not have.</param>
/// <param name="Functions">The Lambda functions it calls.</param>
/// <param name="Permissions">What its tasks need, one entry per call.</param>
internal sealed record Workflow(
    WorkflowFacts Facts,
    Block Body,
    EquatableArray<string> MaybeUnassigned,
    EquatableArray<CalledFunction> Functions,
    EquatableArray<Permission> Permissions);

/// <summary>What the attributes of a workflow class say.</summary>
internal sealed record WorkflowFacts(
    string Name,
    string Namespace,
    string ClassName,
    string SourceFile,
    bool IsExpress,
    int? TimeoutSeconds,
    EquatableArray<MachineEvent> Events,
    MachineOptions Options,
    Location Location)
{
    /// <summary>The <c>Comment</c> of the definition.</summary>
    public string QualifiedMethod => Namespace.Length == 0 ? $"{ClassName}.RunAsync" : $"{Namespace}.{ClassName}.RunAsync";
}
