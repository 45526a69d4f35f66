namespace Aot.Authoring;

/// <summary>A handle of a resource in the template, named by its logical id.</summary>
/// <param name="LogicalId">Logical id in <c>template.yaml</c>.</param>
/// <remarks>
/// Declare one as <c>static readonly</c> field: <c>static readonly Queue Jobs = new("JobQueue");</c>. In the definition it becomes <c>${JobQueue}</c> with a
/// matching <c>DefinitionSubstitutions</c> entry, and the IAM statement of a task that uses it is scoped to its ARN.
/// </remarks>
public abstract record Resource(string LogicalId)
{
    /// <summary>The resource's ARN, for requests that want it where the handle's own value is a name or URL: <c>${JobQueueArn}</c> in the definition.</summary>
    public string Arn => LogicalId + "Arn";

    /// <summary>The logical id, so that fakes can tell resources apart.</summary>
    public sealed override string ToString() => LogicalId;
}
