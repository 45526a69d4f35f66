using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Aot.Aws.Tests;

/// <summary>What a client sent.</summary>
internal sealed record ReceivedCall(string RequestLine, IReadOnlyDictionary<string, string> Headers, string Body, int Connection);

/// <summary>A service on loopback that answers as a function of each call; a null answer closes the connection without one.</summary>
internal sealed class ScriptedService : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<ReceivedCall, string?> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<ReceivedCall> _calls = [];
    private readonly Task _serving;

    public ScriptedService(Func<ReceivedCall, string?> answer, X509Certificate2? certificate = null)
    {
        _answer = answer;
        _certificate = certificate;
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<ReceivedCall> Calls
    {
        get
        {
            lock (_calls)
                return [.. _calls];
        }
    }

    public static string Ok(string body) => $"HTTP/1.1 200 OK\r\nx-amzn-RequestId: id-1\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public static string Error(int status, string body) => $"HTTP/1.1 {status} Error\r\nx-amzn-RequestId: id-2\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    /// <summary>Configuration of a client of this service.</summary>
    public AwsConfiguration Configuration(string? endpoint = null, string? certificates = null) => new(name => name switch
    {
        "AWS_ENDPOINT_URL" => endpoint ?? $"http://127.0.0.1:{Port}",
        "AWS_REGION" => "eu-central-1",
        "AWS_ACCESS_KEY_ID" => "AKID",
        "AWS_SECRET_ACCESS_KEY" => "secret",
        "AWS_SESSION_TOKEN" => "token",
        "AWS_CA_BUNDLE" => certificates,
        _ => null,
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving.WaitAsync(TimeSpan.FromSeconds(10));
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            for (var number = 1; ; number++)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                connections.Add(ServeAsync(client, number));
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        using var _ = client;
        try
        {
            Stream stream = client.GetStream();
            if (_certificate is not null)
            {
                var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
                stream = tls;
            }

            while (await ReadAsync(stream, number) is { } call)
            {
                lock (_calls)
                    _calls.Add(call);
                if (_answer(call) is not { } answer)
                    return;
                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stop.Token);
                if (answer.Contains("Connection: close", StringComparison.Ordinal))
                    return;
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client has gone, or wanted no TLS with us.
        }
    }

    private async Task<ReceivedCall?> ReadAsync(Stream stream, int number)
    {
        var start = await ReadLineAsync(stream);
        if (start.Length == 0)
            return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (string line; (line = await ReadLineAsync(stream)).Length > 0;)
            headers.Add(line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim());
        var body = new byte[int.Parse(headers["content-length"])];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return new ReceivedCall(start, headers, Encoding.UTF8.GetString(body), number);
    }

    private async Task<string> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) > 0 && one[0] != '\n')
        {
            if (one[0] != '\r')
                line.Append((char)one[0]);
        }

        return line.ToString();
    }
}
