namespace Aot.Authoring;

/// <summary>Starts the workflow for each request to a REST API, with the request's body as its input. Becomes a SAM <c>Api</c> event.</summary>
/// <param name="method">HTTP method: <c>POST</c>.</param>
/// <param name="path">Path of the resource: <c>/orders</c>.</param>
/// <remarks>An Express workflow answers the request only through an integration of the author's own; this event always starts and returns the execution's ARN.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ApiAttribute(string method, string path) : Attribute
{
    /// <summary>HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>Path of the resource.</summary>
    public string Path { get; } = path;

    /// <summary>Logical id of an <c>AWS::Serverless::Api</c> in the template; SAM's implicit API where absent.</summary>
    public string? RestApi { get; init; }
}
