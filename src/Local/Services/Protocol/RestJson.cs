using Aot.Local.Json;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.Services.Protocol;

/// <summary>Writes the answers of the REST-JSON protocol (Lambda, Scheduler): body, request id, x-amzn-ErrorType.</summary>
internal static class RestJson
{
    /// <summary>Runs a handler and writes its refusals; everything unexpected becomes a 500 of the service's shape.</summary>
    public static async Task HandleAsync(HttpContext context, Func<HttpContext, Task> handle)
    {
        try
        {
            await handle(context);
        }
        catch (ServiceException refusal)
        {
            await WriteErrorAsync(context, refusal);
        }
        catch (JsonFormatException malformed)
        {
            await WriteErrorAsync(context, new ServiceException("InvalidRequestContentException", "Could not parse request body into json: " + malformed.Message));
        }
    }

    /// <summary>Reads the body as JSON; an empty body is an empty object.</summary>
    /// <exception cref="JsonFormatException">It is not JSON.</exception>
    public static async Task<Value> ReadAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        return body.Length == 0 ? Value.Parse("{}") : Value.Parse(body);
    }

    public static async Task WriteAsync(HttpContext context, Value body, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-RequestId"] = RequestId.New();
        await context.Response.WriteAsync(body.ToJson(), context.RequestAborted);
    }

    public static Task WriteErrorAsync(HttpContext context, ServiceException refusal)
    {
        context.Response.Headers["x-amzn-ErrorType"] = refusal.Code;
        return WriteAsync(
            context,
            Shape.Of(("Type", refusal.Status < 500 ? "User" : "Service"), ("message", refusal.Message), ("Message", refusal.Message)),
            refusal.Status);
    }
}
