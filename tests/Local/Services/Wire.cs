using System.Net;
using System.Net.Sockets;
using System.Text;
using Aot.Local.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Aot.Local.Tests.Services;

/// <summary>Services behind a Kestrel on a free loopback port.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Wire(WebApplication app, string endpoint) => (_app, Endpoint) = (app, endpoint);

    public string Endpoint { get; }

    public HttpClient Http { get; } = new();

    public static async Task<Wire> StartAsync(Func<LocalAws, IEnumerable<IAwsService>> services)
    {
        var aws = new LocalAws(Endpoint: $"http://127.0.0.1:{FreePort()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(aws.Endpoint);
        var app = builder.Build();
        app.Run(new ServiceRouter(services(aws)).HandleAsync);
        await app.StartAsync();
        return new Wire(app, aws.Endpoint);
    }

    /// <summary>Sends a body as it stands, with an X-Amz-Target if given, else signed for the service named.</summary>
    public async Task<HttpResponseMessage> PostAsync(string body, string? target = null, string? signedFor = null, string contentType = "application/x-amz-json-1.0")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint + "/");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (target is not null)
            request.Headers.Add("X-Amz-Target", target);
        if (signedFor is not null)
            request.Headers.TryAddWithoutValidation(
                "Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260105/us-east-1/{signedFor}/aws4_request, SignedHeaders=host, Signature=0");
        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
