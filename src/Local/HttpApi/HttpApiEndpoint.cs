using System.Text;
using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.Protocol;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.HttpApi;

/// <summary>The routes of the template's HTTP APIs: authorizes a request and passes it on.</summary>
/// <param name="find">The service of an SDK name.</param>
internal sealed class HttpApiEndpoint(
    RouteTable routes, RouteAuthorization authorization, IFunctionInvoker functions, Func<string, IAwsService?> find, LocalAws account, TimeProvider time)
{
    private const int MaxBodyBytes = 10 * 1024 * 1024; // API Gateway quotas for HTTP APIs, "Payload size"

    /// <summary>Answers a request that one of the routes matches; false when none does.</summary>
    public async Task<bool> TryHandleAsync(HttpContext context)
    {
        if (routes.Find(context.Request.Method, context.Request.Path.Value ?? "/") is not var (route, pathParameters)) return false;
        var body = await ReadAsync(context);
        if (body is null)
        {
            await AnswerAsync(context, StatusCodes.Status413PayloadTooLarge, "Request Entity Too Large");
            return true;
        }
        var request = ApiRequest.Of(context, route, pathParameters, body, time.GetUtcNow());
        try
        {
            var decision = await authorization.CheckAsync(request, context.RequestAborted);
            if (!decision.IsAllowed) await AnswerAsync(context, decision.Status, decision.Message);
            else if (route.Integration is Integration.PutEvents putEvents) await PutEventsAsync(context, request, putEvents);
            else if (route.Integration is Integration.Lambda lambda) await InvokeAsync(context, request, lambda, decision);
        }
        catch (ServiceException)
        {
            await AnswerAsync(context, StatusCodes.Status500InternalServerError, "Internal Server Error");
        }
        return true;
    }

    private async Task PutEventsAsync(HttpContext context, ApiRequest request, Integration.PutEvents putEvents)
    {
        var entry = new ObjectValue();
        foreach (var (name, expression) in putEvents.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal))
        {
            var value = ParameterMapping.Evaluate(expression, request);
            if (value is not null) entry[name] = name == "Resources" ? new ArrayValue((Value)value) : value;
            else if (name is "Detail" or "DetailType" or "Source")
            {
                await AnswerAsync(context, StatusCodes.Status400BadRequest, $"Unable to resolve property {name} from source {expression}. Please make sure the source is correct.");
                return;
            }
        }
        try
        {
            var answer = await Find("eventbridge").CallAsync("PutEvents", new ObjectValue { ["Entries"] = new ArrayValue(entry) }, context.RequestAborted);
            await WriteAsync(context, StatusCodes.Status200OK, answer.ToUtf8Json());
        }
        catch (ServiceException e)
        {
            // The service's own answer passes through.
            await WriteAsync(context, e.Status, new ObjectValue { ["__type"] = e.Code, ["message"] = e.Message }.ToUtf8Json());
        }
    }

    private async Task InvokeAsync(HttpContext context, ApiRequest request, Integration.Lambda lambda, AuthorizationResult decision)
    {
        var e = request.ToEvent(account);
        if (decision.Context is { } authorizerContext) ((ObjectValue)e["requestContext"]!)["authorizer"] = new ObjectValue { ["lambda"] = authorizerContext };
        request.AddBody(e);
        var answer = await functions.InvokeAsync(lambda.FunctionArn, e, context.RequestAborted);
        if (answer.IsError) await AnswerAsync(context, StatusCodes.Status500InternalServerError, "Internal Server Error");
        else await ProxyResponse.WriteAsync(context, answer.Payload);
    }

    // Null: over the limit.
    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        try
        {
            var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
            return body.Length <= MaxBodyBytes ? body : null;
        }
        catch (Exception e) when (e is ServiceException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return null;
        }
    }

    private IAwsService Find(string name) => find(name) ?? throw new ServiceException("UnknownServiceException", $"There is no local {name}.", 500);

    private static Task AnswerAsync(HttpContext context, int status, string message) => WriteAsync(context, status, new ObjectValue { ["message"] = message }.ToUtf8Json());

    private static Task WriteAsync(HttpContext context, int status, byte[] json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        return context.Response.Body.WriteAsync(json).AsTask();
    }
}
