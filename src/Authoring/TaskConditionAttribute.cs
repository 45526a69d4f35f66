namespace Aot.Authoring;

/// <summary>Narrows a permission of the state machine's role: one entry of the statement's <c>Condition</c>.</summary>
/// <remarks>
/// On an interface method it holds for that task, on a constructor parameter for every task called through it, on the workflow class for every task:
/// <c>[TaskCondition("ec2:TerminateInstances", "StringEquals", "aws:ResourceTag/team", "ci")]</c>. All that match an action apply together.
/// </remarks>
/// <param name="action">The IAM action that it narrows.</param>
/// <param name="operator">The operator, such as <c>StringEquals</c> or <c>ArnLike</c>.</param>
/// <param name="key">The condition key.</param>
/// <param name="value">
/// The value; <c>{Member}</c> and <c>${…}</c> as in <see cref="TaskPermissionAttribute"/>. Without the member in the request there is no condition.
/// </param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Class, AllowMultiple = true)]
public sealed class TaskConditionAttribute(string action, string @operator, string key, string value) : Attribute
{
    /// <summary>The IAM action that it narrows.</summary>
    public string Action { get; } = action;

    /// <summary>The operator.</summary>
    public string Operator { get; } = @operator;

    /// <summary>The condition key.</summary>
    public string Key { get; } = key;

    /// <summary>The value.</summary>
    public string Value { get; } = value;
}
