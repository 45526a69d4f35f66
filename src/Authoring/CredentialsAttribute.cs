namespace Aot.Authoring;

/// <summary>Runs tasks under another role, of this account or another. On an interface method: that task; on a constructor parameter: every task called through it.</summary>
/// <param name="roleArn">
/// ARN of the role; <c>${Name}</c> stands for a parameter or resource of the template, <c>${Name.Attribute}</c> for an attribute of one:
/// <c>"arn:aws:iam::${StockAccount}:role/StockReader"</c>.
/// </param>
/// <remarks>
/// The nearest one wins. Becomes <c>Credentials</c> of the task state. The machine's own role gets <c>sts:AssumeRole</c> on that role and no other
/// permission for the task: what the task does, the assumed role must allow.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class CredentialsAttribute(string roleArn) : Attribute
{
    /// <summary>ARN of the role, with placeholders.</summary>
    public string RoleArn { get; } = roleArn;
}
