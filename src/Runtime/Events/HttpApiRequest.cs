namespace Aot.Runtime.Events;

/// <summary>A request to an HTTP API or a function URL, payload format 2.0.</summary>
/// <param name="RouteKey">For example <c>POST /orders/{id}</c>.</param>
/// <param name="RawPath">Path as the client sent it.</param>
/// <param name="RawQueryString">Query as the client sent it, without the question mark.</param>
/// <param name="Cookies">Null without any.</param>
/// <param name="Headers">Header names are lower case; several values of one header are joined with commas.</param>
/// <param name="QueryStringParameters">Null without any; several values of one name are joined with commas.</param>
/// <param name="PathParameters">Values of the route's placeholders; null without any.</param>
/// <param name="RequestContext">The request as the API saw it.</param>
/// <param name="Body">Null without one; Base64 where <paramref name="IsBase64Encoded"/> says so.</param>
/// <param name="IsBase64Encoded">Whether the body is binary.</param>
/// <remarks>Source: API Gateway developer guide, "Create AWS Lambda proxy integrations for HTTP APIs".</remarks>
public sealed record HttpApiRequest(
    string RouteKey,
    string RawPath,
    string? RawQueryString,
    IReadOnlyList<string>? Cookies,
    IReadOnlyDictionary<string, string>? Headers,
    IReadOnlyDictionary<string, string>? QueryStringParameters,
    IReadOnlyDictionary<string, string>? PathParameters,
    HttpApiRequestContext? RequestContext,
    string? Body,
    bool IsBase64Encoded);

/// <summary>The answer to a <see cref="HttpApiRequest"/>.</summary>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Body">Null for none; Base64 where <paramref name="IsBase64Encoded"/> says so.</param>
/// <param name="Headers">Null for none.</param>
/// <param name="Cookies">Each becomes a <c>Set-Cookie</c> header; null for none.</param>
/// <param name="IsBase64Encoded">Whether the body is binary.</param>
public sealed record HttpApiResponse(
    int StatusCode,
    string? Body = null,
    IReadOnlyDictionary<string, string>? Headers = null,
    IReadOnlyList<string>? Cookies = null,
    bool IsBase64Encoded = false);
