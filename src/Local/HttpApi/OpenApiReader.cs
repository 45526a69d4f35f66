using Aot.Local.Json;
using Aot.Local.Template;

namespace Aot.Local.HttpApi;

/// <summary>Reads the routes of an API from its OpenAPI definition with API Gateway's extensions.</summary>
/// <remarks>Source: API Gateway developer guide, "OpenAPI extensions for HTTP APIs".</remarks>
internal sealed class OpenApiReader(SourceMap source)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method"];

    /// <param name="definition">With its functions evaluated.</param>
    /// <exception cref="TemplateException">A part is missing or not supported.</exception>
    public IEnumerable<HttpRoute> Read(string apiId, ObjectValue definition, int line)
    {
        var authorizers = Authorizers(definition, line);
        foreach (var (path, body) in definition["paths"] as ObjectValue ?? [])
        {
            if (body is not ObjectValue item) throw source.Complain(body, line, $"The path {path} must be a mapping of methods.");
            foreach (var method in Methods.Where(item.Has))
            {
                var place = source.LineOf(item[method], line);
                if (item[method] is not ObjectValue operation) throw new TemplateException(source.File, place, $"{method} {path} must be a mapping.");
                yield return new HttpRoute(
                    apiId,
                    method.StartsWith("x-", StringComparison.Ordinal) ? "ANY" : method.ToUpperInvariant(),
                    path,
                    IntegrationOf(operation, $"{method} {path}", place),
                    AuthorizerOf(operation, definition, authorizers, place));
            }
        }
    }

    private Integration IntegrationOf(ObjectValue operation, string route, int line)
    {
        if (operation["x-amazon-apigateway-integration"] is not ObjectValue integration)
            throw new TemplateException(source.File, line, $"{route} has no x-amazon-apigateway-integration.");
        var subtype = Text(integration, "integrationSubtype");
        if (subtype == "EventBridge-PutEvents")
        {
            var parameters = (integration["requestParameters"] as ObjectValue ?? []).ToDictionary(one => one.Key, one => one.Value is StringValue text ? text.Text : one.Value.ToJson());
            foreach (var required in (string[])["Detail", "DetailType", "Source"])
            {
                if (!parameters.ContainsKey(required)) throw source.Complain(integration, line, $"{route}: EventBridge-PutEvents needs the request parameter {required}.");
            }
            return new Integration.PutEvents(parameters);
        }
        if (subtype is null && FunctionIn(Text(integration, "uri") ?? Text(integration, "integrationUri")) is { } function) return new Integration.Lambda(function);
        throw source.Complain(integration, line, $"{route}: this integration is not supported here. Supported: EventBridge-PutEvents, and aws_proxy to a Lambda function.");
    }

    private Dictionary<string, LambdaAuthorizer> Authorizers(ObjectValue definition, int line)
    {
        var authorizers = new Dictionary<string, LambdaAuthorizer>(StringComparer.Ordinal);
        var schemes = (definition["components"] as ObjectValue)?["securitySchemes"] as ObjectValue ?? [];
        foreach (var (name, scheme) in schemes)
        {
            if ((scheme as ObjectValue)?["x-amazon-apigateway-authorizer"] is not ObjectValue authorizer) continue;
            var function = FunctionIn(Text(authorizer, "authorizerUri"));
            if (Text(authorizer, "type") != "request" || function is null)
                throw source.Complain(authorizer, line, $"The authorizer {name} is not supported here. Supported: type request with the authorizerUri of a Lambda function.");
            if (authorizer["enableSimpleResponses"] is not BooleanValue { Boolean: true } || Text(authorizer, "authorizerPayloadFormatVersion") != "2.0")
                throw source.Complain(authorizer, line, $"The authorizer {name} must have authorizerPayloadFormatVersion \"2.0\" and enableSimpleResponses: true here.");
            var identity = Text(authorizer, "identitySource") ?? "";
            var ttl = authorizer["authorizerResultTtlInSeconds"] is NumberValue seconds ? seconds.Number : 0;
            authorizers[name] = new LambdaAuthorizer(
                name, function, identity.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), TimeSpan.FromSeconds(ttl));
        }
        return authorizers;
    }

    // An operation's own security replaces the definition's; an empty list makes it public.
    private LambdaAuthorizer? AuthorizerOf(ObjectValue operation, ObjectValue definition, Dictionary<string, LambdaAuthorizer> authorizers, int line)
    {
        var security = (operation["security"] ?? definition["security"]) as ArrayValue;
        if (security is null or { Count: 0 } || security[0] is not ObjectValue { Count: > 0 } requirement) return null;
        return authorizers.GetValueOrDefault(requirement.Names[0])
            ?? throw source.Complain(security, line, $"There is no authorizer {requirement.Names[0]} among the securitySchemes.");
    }

    // arn:aws:apigateway:region:lambda:path/2015-03-31/functions/<function ARN>/invocations
    private static string? FunctionIn(string? uri)
    {
        if (uri is null) return null;
        if (uri.StartsWith("arn:aws:lambda:", StringComparison.Ordinal)) return uri;
        const string Before = "/functions/", After = "/invocations";
        var start = uri.IndexOf(Before, StringComparison.Ordinal);
        return start >= 0 && uri.EndsWith(After, StringComparison.Ordinal) ? uri[(start + Before.Length)..^After.Length] : null;
    }

    private static string? Text(ObjectValue members, string name) => members[name] switch
    {
        StringValue text => text.Text,
        NumberValue number => number.Number.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };
}
