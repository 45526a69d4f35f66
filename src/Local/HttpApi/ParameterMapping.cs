using System.Text;
using Aot.Local.Json;

namespace Aot.Local.HttpApi;

/// <summary>The expressions of parameter mappings and identity sources.</summary>
/// <remarks>Source: API Gateway developer guide, "Transform API requests and responses for HTTP APIs" and "Create AWS service integrations": one source a parameter.</remarks>
internal static class ParameterMapping
{
    /// <summary>What an expression stands for in a request; null when the request lacks it. Text that is no expression stands for itself.</summary>
    public static string? Evaluate(string expression, ApiRequest request)
    {
        if (expression == "$request.body") return request.Body.Length == 0 ? null : Encoding.UTF8.GetString(request.Body);
        if (expression == "$request.path") return request.Path;
        if (After(expression, "$request.header.") is { } header) return request.Headers.GetValueOrDefault(header.ToLowerInvariant());
        if (After(expression, "$request.querystring.") is { } parameter) return request.Query.GetValueOrDefault(parameter);
        if (After(expression, "$request.path.") is { } variable) return request.PathParameters.GetValueOrDefault(variable);
        if (After(expression, "$request.body.") is { } path) return InBody(request.Body, path);
        if (After(expression, "$context.") is { } name) return InContext(name, request);
        return expression;
    }

    private static string? After(string expression, string prefix) => expression.StartsWith(prefix, StringComparison.Ordinal) ? expression[prefix.Length..] : null;

    private static string? InBody(byte[] body, string path)
    {
        try
        {
            Value? value = Value.Parse(body);
            foreach (var name in path.Split('.')) value = (value as ObjectValue)?[name];
            return value switch
            {
                null => null,
                StringValue text => text.Text,
                _ => value.ToJson(),
            };
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }

    private static string? InContext(string name, ApiRequest request) => name switch
    {
        "requestId" => request.RequestId,
        "apiId" => request.Route.ApiId,
        "routeKey" => request.Route.Key,
        "stage" => "$default",
        "httpMethod" => request.Method,
        "path" => request.Path,
        "identity.sourceIp" => request.SourceIp,
        "requestTimeEpoch" => request.ReceivedAt.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };
}
