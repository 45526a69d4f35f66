namespace Aot.Runtime;

/// <summary>Lets the function's role do something to a resource of the template.</summary>
/// <param name="action">IAM action, such as <c>events:PutEvents</c>; several are separated by commas.</param>
/// <param name="resource">The resource as written in the template: <c>!GetAtt TelemetryBus.Arn</c>, <c>!Ref AlarmTopic</c>, or an ARN.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class PermissionAttribute(string action, string resource) : Attribute
{
    /// <summary>IAM action or actions.</summary>
    public string Action { get; } = action;

    /// <summary>The resource as written in the template.</summary>
    public string Resource { get; } = resource;
}
