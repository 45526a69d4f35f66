namespace Aot.Runtime;

/// <summary>Sets an environment variable of the function in the template.</summary>
/// <param name="name">The variable's name.</param>
/// <param name="value">Its value as written in the template: plain text, <c>!Ref JobQueue</c>, <c>!GetAtt JobQueue.Arn</c> or <c>!Sub …</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EnvironmentVariableAttribute(string name, string value) : Attribute
{
    /// <summary>The variable's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its value as written in the template.</summary>
    public string Value { get; } = value;
}
