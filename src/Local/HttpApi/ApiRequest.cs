using System.Text;
using Aot.Local.Json;
using Aot.Local.Services;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.HttpApi;

/// <summary>A request to an API, read whole, with what integrations and authorizers are told about it.</summary>
internal sealed record ApiRequest(
    HttpRoute Route,
    string RequestId,
    string Method,
    string Path,
    string QueryString,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> PathParameters,
    IReadOnlyList<string> Cookies,
    byte[] Body,
    string SourceIp,
    DateTimeOffset ReceivedAt)
{
    public static ApiRequest Of(HttpContext context, HttpRoute route, IReadOnlyDictionary<string, string> pathParameters, byte[] body, DateTimeOffset now)
    {
        var request = context.Request;
        // Names in lower case, values of a repeated name joined by commas; cookies apart.
        var headers = request.Headers.Where(header => !header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(',', header.Value.ToArray()), StringComparer.Ordinal);
        return new ApiRequest(
            route,
            Guid.NewGuid().ToString(),
            request.Method,
            request.Path.Value ?? "/",
            request.QueryString.Value is { Length: > 0 } query ? query[1..] : "",
            headers,
            request.Query.ToDictionary(parameter => parameter.Key, parameter => string.Join(',', parameter.Value.ToArray()), StringComparer.Ordinal),
            pathParameters,
            [.. request.Headers.Cookie.SelectMany(header => (header ?? "").Split("; ", StringSplitOptions.RemoveEmptyEntries))],
            body,
            context.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1",
            now);
    }

    /// <summary>The event of payload format 2.0, as a proxied function and, with identity and type, an authorizer gets it.</summary>
    /// <remarks>Source: API Gateway developer guide, "AWS Lambda proxy integrations for HTTP APIs", payload format version.</remarks>
    public ObjectValue ToEvent(LocalAws account)
    {
        var e = new ObjectValue
        {
            ["version"] = "2.0",
            ["routeKey"] = Route.Key,
            ["rawPath"] = Path,
            ["rawQueryString"] = QueryString,
        };
        if (Cookies.Count > 0) e["cookies"] = new ArrayValue([.. Cookies.Select(cookie => (Value)cookie)]);
        e["headers"] = Map(Headers);
        if (Query.Count > 0) e["queryStringParameters"] = Map(Query);
        e["requestContext"] = RequestContext(account);
        if (PathParameters.Count > 0) e["pathParameters"] = Map(PathParameters);
        return e;
    }

    /// <summary>Adds the body as text where it is text, else in Base64.</summary>
    public void AddBody(ObjectValue e)
    {
        var isText = !Headers.TryGetValue("content-type", out var type) || type.StartsWith("text/", StringComparison.Ordinal)
            || type.Contains("json", StringComparison.Ordinal) || type.Contains("xml", StringComparison.Ordinal) || type.Contains("javascript", StringComparison.Ordinal);
        if (Body.Length > 0) e["body"] = isText ? Encoding.UTF8.GetString(Body) : Convert.ToBase64String(Body);
        e["isBase64Encoded"] = Body.Length > 0 && !isText;
    }

    private ObjectValue RequestContext(LocalAws account) => new()
    {
        ["accountId"] = account.AccountId,
        ["apiId"] = Route.ApiId,
        ["domainName"] = Headers.GetValueOrDefault("host", "localhost"),
        ["domainPrefix"] = Route.ApiId,
        ["http"] = new ObjectValue
        {
            ["method"] = Method,
            ["path"] = Path,
            ["protocol"] = "HTTP/1.1",
            ["sourceIp"] = SourceIp,
            ["userAgent"] = Headers.GetValueOrDefault("user-agent", ""),
        },
        ["requestId"] = RequestId,
        ["routeKey"] = Route.Key,
        ["stage"] = "$default",
        ["time"] = ReceivedAt.ToString("dd/MMM/yyyy:HH:mm:ss +0000", System.Globalization.CultureInfo.InvariantCulture),
        ["timeEpoch"] = new NumberValue(ReceivedAt.ToUnixTimeMilliseconds()),
    };

    private static ObjectValue Map(IReadOnlyDictionary<string, string> entries) =>
        new(entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create<string, Value>(entry.Key, entry.Value)));
}
