using System.Text;
using Aot.Local.Json;
using Aot.Local.Services.Protocol;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.Services.Lambda;

/// <summary>Lambda's REST paths.</summary>
/// <remarks>Source: Lambda API reference, Invoke, GetFunction, GetFunctionConfiguration, ListFunctions.</remarks>
internal sealed class LambdaEndpoint(LambdaService lambda)
{
    private const string Functions = "/2015-03-31/functions";

    /// <summary>Answers a request for Lambda; false when the path is none of Lambda's.</summary>
    public async Task<bool> TryHandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path != Functions && !path.StartsWith(Functions + "/", StringComparison.Ordinal)) return false;
        var steps = path[Functions.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        await RestJson.HandleAsync(context, _ => (context.Request.Method, steps) switch
        {
            ("POST", [var name, "invocations"]) => InvokeAsync(context, name),
            ("GET", []) => CallAsync(context, "ListFunctions", []),
            ("GET", [var name]) => CallAsync(context, "GetFunction", new ObjectValue { ["FunctionName"] = name }),
            ("GET", [var name, "configuration"]) => CallAsync(context, "GetFunctionConfiguration", new ObjectValue { ["FunctionName"] = name }),
            _ => throw new ServiceException(
                "UnknownOperationException",
                $"The local lambda has no operation at {context.Request.Method} {path}. It has: GetFunction, GetFunctionConfiguration, Invoke, ListFunctions.",
                StatusCodes.Status404NotFound),
        });
        return true;
    }

    private async Task CallAsync(HttpContext context, string operation, ObjectValue request) =>
        await RestJson.WriteAsync(context, await lambda.CallAsync(operation, request, context.RequestAborted));

    private async Task InvokeAsync(HttpContext context, string functionName)
    {
        var headers = context.Request.Headers;
        var invocationType = headers["X-Amz-Invocation-Type"].FirstOrDefault() ?? "RequestResponse";
        var clientContext = headers["X-Amz-Client-Context"].FirstOrDefault() is { Length: > 0 } encoded ? Decode(encoded) : null;
        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        var payload = body.Length == 0 ? "{}"u8.ToArray() : body.ToArray();

        var outcome = await lambda.InvokeAsync(functionName, invocationType, payload, clientContext);
        var response = context.Response;
        response.StatusCode = outcome.Status;
        response.Headers["x-amzn-RequestId"] = RequestId.New();
        if (outcome.Status != StatusCodes.Status200OK) return;
        response.Headers["X-Amz-Executed-Version"] = "$LATEST";
        if (outcome.IsError) response.Headers["X-Amz-Function-Error"] = "Unhandled";
        if (headers["X-Amz-Log-Type"] == "Tail" && outcome.LogTail is { } tail)
            response.Headers["X-Amz-Log-Result"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(await tail.WaitAsync(context.RequestAborted)));
        response.ContentType = "application/json";
        response.ContentLength = outcome.Payload.Length;
        await response.Body.WriteAsync(outcome.Payload, context.RequestAborted);
    }

    private static string Decode(string clientContext)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(clientContext));
        }
        catch (FormatException)
        {
            throw new ServiceException("InvalidRequestContentException", "Could not parse the client context: X-Amz-Client-Context is JSON in Base64.");
        }
    }
}
