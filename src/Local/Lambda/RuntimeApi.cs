using Microsoft.AspNetCore.Http;

namespace Aot.Local.Lambda;

/// <summary>
/// The Lambda Runtime API as one process sees it. Every process gets a listener of its own: the protocol carries no
/// process identity, in Lambda each runs alone in its sandbox.
/// </summary>
/// <remarks>Source: Lambda developer guide, "Using the Lambda runtime API", version 2018-06-01.</remarks>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private const string Version = "/2018-06-01/runtime/";
    private const int MaxResponseBytes = 6 * 1024 * 1024; // Lambda quotas, "Invocation payload (request and response)", synchronous

    private readonly IRuntimeEvents _events;
    private LoopbackServer? _server;

    private RuntimeApi(IRuntimeEvents events) => _events = events;

    /// <summary>What <c>AWS_LAMBDA_RUNTIME_API</c> is set to: host and port.</summary>
    public string Address => _server!.Address;

    /// <summary>Listens on a free loopback port.</summary>
    public static async Task<RuntimeApi> StartAsync(IRuntimeEvents events)
    {
        var api = new RuntimeApi(events);
        api._server = await LoopbackServer.StartAsync(port: 0, api.HandleAsync, MaxResponseBytes);
        return api;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var steps = path.StartsWith(Version, StringComparison.Ordinal) ? path[Version.Length..].Split('/') : [];
        switch (context.Request.Method, steps)
        {
            case ("GET", ["invocation", "next"]): await NextAsync(context); break;
            case ("POST", ["invocation", var requestId, "response"]): await ResponseAsync(context, requestId); break;
            case ("POST", ["invocation", var requestId, "error"]): await ErrorAsync(context, requestId); break;
            case ("POST", ["init", "error"]): await InitErrorAsync(context); break;
            default: await AnswerAsync(context, 404, "NotFound", $"The Runtime API has no {context.Request.Method} {path}."); break;
        }
    }

    private async Task NextAsync(HttpContext context)
    {
        var delivery = await _events.NextAsync(context.RequestAborted);
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = delivery.Invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = delivery.Deadline.ToUnixTimeMilliseconds().ToString();
        headers["Lambda-Runtime-Invoked-Function-Arn"] = delivery.FunctionArn;
        headers["Lambda-Runtime-Trace-Id"] = delivery.Invocation.TraceId;
        if (delivery.Invocation.ClientContext is { } clientContext) headers["Lambda-Runtime-Client-Context"] = clientContext;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = delivery.Invocation.Payload.Length;
        await context.Response.Body.WriteAsync(delivery.Invocation.Payload);
    }

    private async Task ResponseAsync(HttpContext context, string requestId)
    {
        if (await ReadBodyAsync(context) is not { } payload)
        {
            _events.Fail(requestId, InvocationResult.ErrorPayload("Function.ResponseSizeTooLarge",
                $"Response payload size exceeded maximum allowed payload size ({MaxResponseBytes} bytes)."));
            await AnswerAsync(context, 413, "RequestEntityTooLarge", "Exceeded maximum allowed payload size (6291456 bytes).");
            return;
        }
        // A streamed response that breaks midway says so in its trailers.
        var failedMidway = context.Request.SupportsTrailers() && context.Request.GetTrailer("Lambda-Runtime-Function-Error-Type").Count > 0;
        var accepted = failedMidway
            ? _events.Fail(requestId, InvocationResult.ErrorPayload(context.Request.GetTrailer("Lambda-Runtime-Function-Error-Type")!, "The response stream broke off."))
            : _events.Complete(requestId, payload);
        await AcknowledgeAsync(context, accepted, requestId);
    }

    private async Task ErrorAsync(HttpContext context, string requestId)
    {
        var payload = await ReadBodyAsync(context) ?? [];
        var accepted = _events.Fail(requestId, payload.Length > 0 ? payload : FromHeader(context));
        await AcknowledgeAsync(context, accepted, requestId);
    }

    private async Task InitErrorAsync(HttpContext context)
    {
        var payload = await ReadBodyAsync(context) ?? [];
        var accepted = _events.FailInit(payload.Length > 0 ? payload : FromHeader(context));
        if (accepted) await AnswerAsync(context, 202, "{\"status\":\"OK\"}");
        else await AnswerAsync(context, 403, "InvalidStateTransition", "Initialization is over: this process has already asked for an event.");
    }

    private static byte[] FromHeader(HttpContext context) => InvocationResult.ErrorPayload(
        context.Request.Headers["Lambda-Runtime-Function-Error-Type"].FirstOrDefault() ?? "Runtime.Unknown", "The runtime sent no error object.");

    private static Task AcknowledgeAsync(HttpContext context, bool accepted, string requestId) => accepted
        ? AnswerAsync(context, 202, "{\"status\":\"OK\"}")
        : AnswerAsync(context, 400, "InvalidRequestID", $"Invalid request ID: {requestId} is not the invocation this process holds.");

    private static async Task<byte[]?> ReadBodyAsync(HttpContext context)
    {
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            return body.ToArray();
        }
        catch (BadHttpRequestException e) when (e.StatusCode == 413)
        {
            return null;
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, string errorType, string errorMessage)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(InvocationResult.ErrorPayload(errorType, errorMessage)).AsTask();
    }

    private static Task AnswerAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
