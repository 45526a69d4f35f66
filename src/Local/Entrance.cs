using Aot.Local.Dashboard;
using Aot.Local.HttpApi;
using Aot.Local.Services;
using Aot.Local.Services.Lambda;
using Aot.Local.Services.Protocol;
using Microsoft.AspNetCore.Http;

namespace Aot.Local;

/// <summary>The one port: tells calls of AWS's APIs, which are signed or name their operation, from requests to the template's own HTTP APIs and to the dashboard.</summary>
internal sealed class Entrance(ServiceRouter services, LambdaEndpoint lambda, HttpApiEndpoint api, DashboardEndpoint dashboard, Action<string> print)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            if (await dashboard.TryHandleAsync(context)) return;
            if (!IsAwsCall(context.Request) && await api.TryHandleAsync(context)) return;
            if (await lambda.TryHandleAsync(context)) return;
            await services.HandleAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone.
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            // The body is larger than any service takes, or ends before its Content-Length.
            var code = e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "RequestEntityTooLargeException" : "SerializationException";
            await RestJson.WriteErrorAsync(context, new ServiceException(code, e.Message, e.StatusCode));
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            // The one place where a defect of a service is kept from its neighbours.
            print($"{context.Request.Method} {context.Request.Path} failed: {e}");
            await RestJson.WriteErrorAsync(context, new ServiceException("InternalFailure", $"Local failed: {e.Message}", StatusCodes.Status500InternalServerError));
        }
    }

    private static bool IsAwsCall(HttpRequest request) =>
        request.Headers.ContainsKey("X-Amz-Target") || CredentialScope.ServiceOf(request) is not null;
}
