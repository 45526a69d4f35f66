using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aot.ColdStart;

/// <summary>A runtime API for one function and one event, served on the calling thread: no hand-over to another thread is in the measured time.</summary>
internal sealed class RuntimeApiHost
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _buffer = new byte[256 * 1024];
    private Socket? _connection;

    public RuntimeApiHost()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Address = _listener.LocalEndPoint!.ToString()!;
    }

    public string Address { get; }

    /// <summary>Waits for a function, gives it the event, and returns the size of its response.</summary>
    public int ServeOne(byte[] @event)
    {
        _connection = _listener.Accept();
        _connection.NoDelay = true;
        Receive("GET /2018-06-01/runtime/invocation/next");
        _connection.Send(
        [
            new ArraySegment<byte>(Encoding.ASCII.GetBytes(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nLambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\r\n" +
                "Lambda-Runtime-Deadline-Ms: 4102444800000\r\nLambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:000000000000:function:f\r\n" +
                $"Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0\r\nContent-Length: {@event.Length}\r\n\r\n")),
            new ArraySegment<byte>(@event),
        ]);
        return Receive("POST /2018-06-01/runtime/invocation/8476a536-e9f4-11e8-9739-2dfe598c3fcd/response");
    }

    public void Disconnect()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private int Receive(string start)
    {
        for (var received = 0; ;)
        {
            var count = _connection!.Receive(_buffer.AsSpan(received));
            if (count == 0)
                throw new InvalidOperationException("The function closed the connection.");
            received += count;
            var text = _buffer.AsSpan(0, received);
            var head = text.IndexOf("\r\n\r\n"u8);
            if (head < 0 || received < head + 4 + ContentLength(text[..head]))
                continue;
            if (!text.StartsWith(Encoding.ASCII.GetBytes(start)))
                throw new InvalidOperationException($"The function sent {Encoding.UTF8.GetString(text)}");
            return received - head - 4;
        }
    }

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var start = head.IndexOf("Content-Length: "u8);
        if (start < 0)
            return 0;
        var value = head[(start + 16)..];
        var end = value.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? value : value[..end]);
    }
}
