namespace Aot.Authoring;

/// <summary>What the state machine's role may do so that a task works. On an interface method it replaces what would follow from the ARN; on a workflow class it adds to it.</summary>
/// <param name="action">The IAM action, such as <c>s3:GetObject</c>.</param>
/// <param name="resources">
/// ARNs in which <c>{Bucket}</c> stands for a member of the request (<c>{Key.Name}</c> for one further in) and <c>${…}</c> for what the template knows:
/// <c>{Bucket}/{Key}</c>, <c>arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:instance/*</c>. A handle stands for its ARN, a constant for itself, and what
/// only the run knows for <c>*</c>. <c>{Group|default}</c> names what a member that is left out means; without it, the ARN is left out too.
/// </param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class TaskPermissionAttribute(string action, params string[] resources) : Attribute
{
    /// <summary>The IAM action.</summary>
    public string Action { get; } = action;

    /// <summary>ARNs.</summary>
    public string[] Resources { get; } = resources;
}
