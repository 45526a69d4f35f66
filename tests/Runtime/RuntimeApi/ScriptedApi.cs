using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aot.Runtime.Tests.RuntimeApi;

/// <summary>What the runtime sent.</summary>
internal sealed record ReceivedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>What the host answers with, byte for byte; it may then close the connection.</summary>
internal sealed record Answer(byte[] Bytes, bool ClosesAfter = false);

/// <summary>A runtime API on loopback that answers as scripted, and is gone when the events are used up.</summary>
internal sealed class ScriptedApi : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Queue<Answer> _events;
    private readonly Queue<Answer> _posts;
    private readonly List<ReceivedRequest> _requests = [];
    private readonly Task _serving;

    public ScriptedApi(IEnumerable<Answer> events, IEnumerable<Answer>? posts = null)
    {
        _events = new Queue<Answer>(events);
        _posts = new Queue<Answer>(posts ?? []);
        _listener.Start();
        Address = $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _serving = Task.Run(ServeAsync);
    }

    public string Address { get; }

    /// <summary>How many connections were opened.</summary>
    public int Connections { get; private set; }

    public IReadOnlyList<ReceivedRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public static Answer Event(string body, string requestId = "req-1", string headers = "") => Event(Encoding.UTF8.GetBytes(body), requestId, headers);

    public static Answer Event(byte[] body, string requestId = "req-1", string headers = "")
        => new([.. Encoding.Latin1.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nLambda-Runtime-Aws-Request-Id: {requestId}\r\n" +
            $"Lambda-Runtime-Deadline-Ms: 4102444800000\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body]);

    public static Answer Raw(string text, bool closesAfter = false) => new(Encoding.Latin1.GetBytes(text), closesAfter);

    public static Answer Status(int status, string body = "")
        => Raw($"HTTP/1.1 {status} Status\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                Connections++;
                if (!await ServeAsync(client.GetStream()))
                    break;
            }
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The runtime or the test has gone.
        }
        finally
        {
            _listener.Stop();
        }
    }

    // False once the events are used up.
    private async Task<bool> ServeAsync(NetworkStream stream)
    {
        var reader = new BufferedStream(stream);
        while (await ReadRequestAsync(reader) is { } request)
        {
            lock (_requests)
                _requests.Add(request);
            Answer? answer;
            if (request.Method == "GET")
            {
                if (!_events.TryDequeue(out answer))
                    return false;
            }
            else if (!_posts.TryDequeue(out answer))
            {
                answer = Status(202);
            }

            await stream.WriteAsync(answer.Bytes);
            if (answer.ClosesAfter)
                return true;
        }

        return true;
    }

    private static async Task<ReceivedRequest?> ReadRequestAsync(Stream stream)
    {
        var start = await ReadLineAsync(stream);
        if (start.Length == 0)
            return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (string line; (line = await ReadLineAsync(stream)).Length > 0;)
            headers.Add(line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim());
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length) : 0];
        await stream.ReadExactlyAsync(body);
        var parts = start.Split(' ');
        return new ReceivedRequest(parts[0], parts[1], headers, Encoding.UTF8.GetString(body));
    }

    private static async Task<string> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one) > 0 && one[0] != '\n')
        {
            if (one[0] != '\r')
                line.Append((char)one[0]);
        }

        return line.ToString();
    }
}
