using System.Collections.Concurrent;
using Aot.Local.Json;
using Aot.Local.Services;

namespace Aot.Local.HttpApi;

/// <summary>Asks Lambda authorizers, and remembers their answers as long as they allow.</summary>
/// <remarks>Source: API Gateway developer guide, "Control access to HTTP APIs with AWS Lambda authorizers".</remarks>
internal sealed class RouteAuthorization(IFunctionInvoker functions, LocalAws account, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (AuthorizationResult Result, DateTimeOffset Until)> _answers = new();

    /// <summary>Whether the request may pass its route's authorizer.</summary>
    public async Task<AuthorizationResult> CheckAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (request.Route.Authorizer is not { } authorizer) return AuthorizationResult.Allowed(null);
        var identity = authorizer.IdentitySources.Select(source => ParameterMapping.Evaluate(source, request)).ToArray();
        // Without its identity the authorizer is not even asked.
        if (identity.Any(string.IsNullOrEmpty)) return AuthorizationResult.Unauthorized;

        var key = string.Join('\n', [request.Route.ApiId, authorizer.Name, .. identity]);
        if (_answers.TryGetValue(key, out var known) && known.Until > time.GetUtcNow()) return known.Result;
        var result = await AskAsync(authorizer, identity!, request, cancellationToken);
        if (authorizer.CacheFor > TimeSpan.Zero && result.IsCacheable) _answers[key] = (result, time.GetUtcNow() + authorizer.CacheFor);
        return result;
    }

    private async Task<AuthorizationResult> AskAsync(LambdaAuthorizer authorizer, string[] identity, ApiRequest request, CancellationToken cancellationToken)
    {
        var e = new ObjectValue
        {
            ["version"] = "2.0",
            ["type"] = "REQUEST",
            ["routeArn"] = $"arn:aws:execute-api:{account.Region}:{account.AccountId}:{request.Route.ApiId}/$default/{request.Method}{request.Path}",
            ["identitySource"] = new ArrayValue([.. identity.Select(value => (Value)value)]),
        };
        foreach (var (name, value) in request.ToEvent(account).Where(member => member.Key != "version")) e[name] = value;

        var answer = await functions.InvokeAsync(authorizer.FunctionArn, e, cancellationToken);
        if (answer.IsError)
        {
            // A function that fails with exactly this message says 401; any other failure is the API's own fault.
            return (answer.Payload as ObjectValue)?["errorMessage"] is StringValue { Text: "Unauthorized" } ? AuthorizationResult.Unauthorized : AuthorizationResult.Failed;
        }
        return (answer.Payload as ObjectValue)?["isAuthorized"] switch
        {
            BooleanValue { Boolean: true } => AuthorizationResult.Allowed((answer.Payload as ObjectValue)!["context"] as ObjectValue),
            BooleanValue => AuthorizationResult.Forbidden,
            _ => AuthorizationResult.Failed,
        };
    }
}

/// <summary>What came of a request's authorization; other than 200 it is the answer's status.</summary>
/// <param name="Context">What the authorizer adds to the event of a proxied function.</param>
internal sealed record AuthorizationResult(int Status, string Message, ObjectValue? Context)
{
    public static readonly AuthorizationResult Unauthorized = new(401, "Unauthorized", null);
    public static readonly AuthorizationResult Forbidden = new(403, "Forbidden", null);
    public static readonly AuthorizationResult Failed = new(500, "Internal Server Error", null);

    public bool IsAllowed => Status == 200;

    public bool IsCacheable => this != Failed;

    public static AuthorizationResult Allowed(ObjectValue? context) => new(200, "", context);
}
