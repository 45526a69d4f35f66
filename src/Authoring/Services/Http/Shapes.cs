#pragma warning disable CS1591 // The members are the task's own; the record's summary names the page that explains them.
namespace Aot.Authoring.Services.Http;

/// <summary>Source: Step Functions developer guide, "Call HTTPS APIs".</summary>
/// <param name="ApiEndpoint">URL that begins with <c>https://</c>; a constant beginning also limits the role to it.</param>
/// <param name="Method">GET, POST, PUT, PATCH, DELETE, OPTIONS or HEAD.</param>
/// <param name="Authentication">The connection with the API's credentials.</param>
/// <param name="Headers">Headers; a few, such as <c>Host</c>, are the service's own.</param>
/// <param name="QueryParameters">Appended to the URL.</param>
/// <param name="RequestBody">Sent as JSON, or URL-encoded where <paramref name="Transform"/> says so.</param>
/// <param name="Transform">How the body is encoded.</param>
[AwsShape]
public sealed record HttpInvokeRequest<TBody>(
    string ApiEndpoint,
    string Method,
    HttpAuthentication Authentication,
    IReadOnlyDictionary<string, string>? Headers = null,
    IReadOnlyDictionary<string, string>? QueryParameters = null,
    TBody? RequestBody = default,
    HttpTransform? Transform = null);

/// <summary>Source: Step Functions developer guide, "Call HTTPS APIs".</summary>
[AwsShape]
public sealed record HttpAuthentication(Connection ConnectionArn);

/// <summary>Source: Step Functions developer guide, "Call HTTPS APIs".</summary>
/// <param name="RequestBodyEncoding"><c>NONE</c> or <c>URL_ENCODED</c>.</param>
/// <param name="RequestEncodingOptions">How arrays are written.</param>
[AwsShape]
public sealed record HttpTransform(string RequestBodyEncoding, HttpEncodingOptions? RequestEncodingOptions = null);

/// <summary>Source: Step Functions developer guide, "Call HTTPS APIs".</summary>
/// <param name="ArrayFormat"><c>INDICES</c>, <c>REPEAT</c>, <c>COMMAS</c>, <c>BRACKETS</c> or <c>NONE</c>.</param>
[AwsShape]
public sealed record HttpEncodingOptions(string ArrayFormat);

/// <summary>Source: Step Functions developer guide, "Call HTTPS APIs".</summary>
[AwsShape]
public sealed record HttpInvokeResponse<TResponse>(
    TResponse ResponseBody, int StatusCode, string StatusText = "", IReadOnlyDictionary<string, string[]>? Headers = null);
