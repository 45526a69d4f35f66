namespace Aot.Runtime.Events;

/// <summary>What an HTTP API asks its Lambda authorizer, payload format 2.0.</summary>
/// <param name="RouteArn">ARN of the route that was called.</param>
/// <param name="RouteKey">For example <c>POST /webhook</c>.</param>
/// <param name="RawPath">Path as the client sent it.</param>
/// <param name="IdentitySource">Values of the authorizer's identity sources, in their order; null when none is configured.</param>
/// <param name="Headers">Header names are lower case; several values of one header are joined with commas.</param>
/// <param name="RequestContext">The request as the API saw it.</param>
/// <remarks>Source: API Gateway developer guide, "Control access to HTTP APIs with AWS Lambda authorizers".</remarks>
public sealed record HttpApiAuthorizerRequest(
    string RouteArn,
    string RouteKey,
    string RawPath,
    IReadOnlyList<string>? IdentitySource,
    IReadOnlyDictionary<string, string>? Headers,
    HttpApiRequestContext? RequestContext);

/// <summary>The request as an HTTP API saw it.</summary>
/// <param name="ApiId">Id of the API.</param>
/// <param name="RequestId">Id of the request; it stands in the API's access log.</param>
/// <param name="Stage">Stage that was called, mostly <c>$default</c>.</param>
/// <param name="TimeEpoch">Arrival in Unix milliseconds.</param>
/// <param name="Http">Method, path and origin.</param>
public sealed record HttpApiRequestContext(string? ApiId, string? RequestId, string? Stage, long TimeEpoch, HttpApiRequestOrigin? Http);

/// <summary>Method, path and origin of a request to an HTTP API.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path with the stage.</param>
/// <param name="SourceIp">Address of the client.</param>
/// <param name="UserAgent">What the client calls itself.</param>
public sealed record HttpApiRequestOrigin(string? Method, string? Path, string? SourceIp, string? UserAgent);
