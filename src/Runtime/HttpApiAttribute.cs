namespace Aot.Runtime;

/// <summary>Invokes the function for each request to a route of an HTTP API; the payload is <see cref="Events.HttpApiRequest"/>.</summary>
/// <param name="method">HTTP method: <c>GET</c>, or <c>ANY</c>.</param>
/// <param name="path">Path of the route: <c>/orders/{id}</c>.</param>
/// <remarks>Source: template event type <c>HttpApi</c>.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class HttpApiAttribute(string method, string path) : Attribute
{
    /// <summary>HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>Path of the route.</summary>
    public string Path { get; } = path;

    /// <summary>Logical id of an <c>AWS::Serverless::HttpApi</c> in the template; SAM's implicit API where absent.</summary>
    public string? Api { get; set; }
}
