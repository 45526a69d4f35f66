using System.Globalization;
using Aot.Local.Json;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.Services.Protocol;

/// <summary>The AWS JSON 1.0 and 1.1 protocols: operation in X-Amz-Target, error name in <c>__type</c>.</summary>
internal static class AwsJson
{
    /// <summary>Answers one request.</summary>
    /// <param name="target">X-Amz-Target, e.g. <c>AmazonSQS.SendMessage</c>.</param>
    /// <param name="service">The service of the target; null when none is known.</param>
    /// <param name="known">The names of the services there are, for the error.</param>
    public static async Task HandleAsync(HttpContext context, string target, IAwsService? service, IReadOnlyList<string> known)
    {
        var version = service?.Wire.Protocol == WireProtocol.Json11 ? "1.1" : "1.0";
        context.Response.ContentType = $"application/x-amz-json-{version}";
        try
        {
            if (service is null)
                throw new ServiceException(
                    "UnknownOperationException", $"No local service answers X-Amz-Target '{target}'. Local services: {string.Join(", ", known)}.");
            if (target.Length == 0)
                throw new ServiceException(
                    "MissingAction", $"The local {service.Name} speaks AWS JSON {version} only: X-Amz-Target: {service.Wire.Target}.<operation>, body JSON.");
            var request = await ReadAsync(context);
            var operation = target[(target.IndexOf('.', StringComparison.Ordinal) + 1)..];
            await WriteAsync(context, service, await service.CallAsync(operation, request, context.RequestAborted), 200);
        }
        catch (ServiceException refusal)
        {
            await WriteErrorAsync(context, refusal, service);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client hung up in a long poll; nobody reads an answer.
        }
        catch (Exception broken) when (broken is not BadHttpRequestException)
        {
            await WriteErrorAsync(context, new ServiceException("InternalServerError", $"{target} failed inside the emulator: {broken}", 500), service);
        }
    }

    private static async Task<Value> ReadAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        try
        {
            return Value.Parse(body.Length == 0 ? "{}"u8 : body);
        }
        catch (JsonFormatException malformed)
        {
            throw new ServiceException("SerializationException", $"The request body is not JSON: {malformed.Message}");
        }
    }

    private static Task WriteErrorAsync(HttpContext context, ServiceException refusal, IAwsService? service)
    {
        // SQS, whose older clients speak Query, repeats the old code in a header.
        if (refusal.QueryCode is { } queryCode)
            context.Response.Headers["x-amzn-query-error"] = $"{queryCode};{(refusal.Status < 500 ? "Sender" : "Receiver")}";
        var body = Shape.Of(
            ("__type", service?.Wire.ErrorNamespace + refusal.Code), ("message", refusal.Message), ("Message", refusal.Message));
        foreach (var (name, value) in refusal.Members ?? Shape.Empty)
            body.Add(name, value);
        return WriteAsync(context, service, body, refusal.Status);
    }

    private static async Task WriteAsync(HttpContext context, IAwsService? service, Value body, int status)
    {
        var bytes = body.ToUtf8Json();
        context.Response.StatusCode = status;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers["x-amzn-RequestId"] = RequestId.New();
        if (service?.Wire.HasChecksum == true)
            context.Response.Headers["x-amz-crc32"] = Crc32.Of(bytes).ToString(CultureInfo.InvariantCulture);
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
