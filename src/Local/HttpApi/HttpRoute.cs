namespace Aot.Local.HttpApi;

/// <summary>A route of an HTTP API: what it answers to, who may call it, and where the request goes.</summary>
/// <param name="Method">In capitals, or <c>ANY</c>.</param>
/// <param name="Path"><c>/jobs/{id}</c>, <c>/files/{path+}</c> or <c>$default</c>.</param>
internal sealed record HttpRoute(string ApiId, string Method, string Path, Integration Integration, LambdaAuthorizer? Authorizer)
{
    /// <summary>The name API Gateway gives the route.</summary>
    public string Key => Path == "$default" ? Path : $"{Method} {Path}";
}

/// <summary>Where a route's requests go.</summary>
internal abstract record Integration
{
    /// <summary>To a function, as a proxy event of format 2.0.</summary>
    public sealed record Lambda(string FunctionArn) : Integration;

    /// <summary>To EventBridge's PutEvents, without a function in between.</summary>
    /// <param name="Parameters">Members of the event's entry and the expressions they are taken from.</param>
    public sealed record PutEvents(IReadOnlyDictionary<string, string> Parameters) : Integration;
}

/// <summary>A function that decides whether a request may pass.</summary>
/// <param name="IdentitySources"><c>$request.header.Name</c> and the like; a request that lacks one is refused without asking the function.</param>
/// <param name="CacheFor">How long an answer holds for the same identity.</param>
internal sealed record LambdaAuthorizer(string Name, string FunctionArn, IReadOnlyList<string> IdentitySources, TimeSpan CacheFor);
