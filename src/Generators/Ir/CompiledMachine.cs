namespace Aot.Generators.Ir;

/// <summary>Everything the build needs to know about one compiled workflow: text and small values only, so that it compares by value.</summary>
/// <param name="Name">Logical id in the template.</param>
/// <param name="Namespace">Namespace of the workflow class; empty for the global one.</param>
/// <param name="ClassName">Simple name of the workflow class.</param>
/// <param name="SourceFile">Path of the file that declares <c>RunAsync</c>, as the compiler was given it.</param>
/// <param name="IsExpress">Express instead of Standard.</param>
/// <param name="TimeoutSeconds">Seconds after which an execution times out; null means no limit of our own.</param>
/// <param name="Definition">The definition as JSON text, with <c>${…}</c> where a substitution goes.</param>
/// <param name="Substitutions">What the placeholders stand for, by name in ordinal order.</param>
/// <param name="Permissions">What the role may do, in the order of <see cref="Permission"/>'s text.</param>
/// <param name="Events">What starts the machine, in source order.</param>
/// <param name="Functions">The Lambda functions it calls, by logical id in ordinal order.</param>
internal sealed record CompiledMachine(
    string Name,
    string Namespace,
    string ClassName,
    string SourceFile,
    bool IsExpress,
    int? TimeoutSeconds,
    string Definition,
    EquatableArray<Substitution> Substitutions,
    EquatableArray<Permission> Permissions,
    EquatableArray<MachineEvent> Events,
    EquatableArray<CalledFunction> Functions)
{
    /// <summary>Logging, tracing and tags.</summary>
    public MachineOptions Options { get; init; } = MachineOptions.Default;
}

/// <summary>A placeholder <c>${Name}</c> of the definition.</summary>
internal sealed record Substitution(string Name, TemplateValue Value);

/// <summary>One IAM action on one resource.</summary>
internal sealed record Permission(string Action, TemplateValue Resource)
{
    /// <summary>What must also be true of a request.</summary>
    public EquatableArray<PermissionCondition> Conditions { get; init; }
}

/// <summary><c>Condition: { StringEquals: { states:HTTPMethod: GET } }</c></summary>
internal sealed record PermissionCondition(string Operator, string Key, TemplateValue Value);

/// <summary>A Lambda function that the machine invokes.</summary>
/// <param name="LogicalId">Logical id of the function in the template.</param>
/// <param name="HandlerName">The name that selects the handler in <c>bootstrap</c>.</param>
internal sealed record CalledFunction(string LogicalId, string HandlerName);

/// <summary>A value that only the template knows.</summary>
/// <param name="Function">The intrinsic function.</param>
/// <param name="Argument">Its argument: a logical id, <c>id.attribute</c>, text with <c>${…}</c>, or the value itself.</param>
internal sealed record TemplateValue(TemplateFunction Function, string Argument);

/// <summary>How a <see cref="TemplateValue"/> is written.</summary>
internal enum TemplateFunction
{
    /// <summary>The argument itself.</summary>
    Literal,

    /// <summary><c>!Ref JobQueue</c></summary>
    Ref,

    /// <summary><c>!GetAtt JobQueue.Arn</c></summary>
    GetAtt,

    /// <summary><c>!Sub "…${AWS::Region}…"</c></summary>
    Sub,
}
