using System.Text;

namespace Aot.Aws.Http;

/// <summary>One connection to an endpoint, plain or TLS, blocking with a timeout.</summary>
internal sealed unsafe class Connection : IDisposable
{
    private readonly AwsEndpoint _endpoint;
    private readonly TlsSession? _tls;
    private int _socket = -1;

    private Connection(AwsEndpoint endpoint, string? certificateFile, Deadline deadline)
    {
        _endpoint = endpoint;
        try
        {
            Open(deadline);
            if (endpoint.IsTls)
                _tls = TlsSession.Open(_socket, endpoint, certificateFile);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <exception cref="TransportException">No address of the host accepts a connection in time, or TLS refuses the peer.</exception>
    public static Connection Open(AwsEndpoint endpoint, string? certificateFile, Deadline deadline) => new(endpoint, certificateFile, deadline);

    /// <summary>Sends all of it.</summary>
    /// <exception cref="TransportException">The connection broke or did not take it in time.</exception>
    public void Send(ReadOnlySpan<byte> bytes, Deadline deadline)
    {
        SetTimeouts(deadline);
        while (!bytes.IsEmpty)
        {
            int sent;
            fixed (byte* start = bytes)
                sent = _tls is null ? (int)Libc.Send(_socket, start, (nuint)bytes.Length, Libc.MessageNoSignal) : _tls.Write(start, bytes.Length);
            if (sent > 0)
                bytes = bytes[sent..];
            else if (_tls is not null || Libc.LastError != Libc.Interrupted)
                throw Broken("sending to");
        }
    }

    /// <summary>Receives what has come, at least one byte; 0 when the peer has closed.</summary>
    /// <exception cref="TransportException">The connection broke or nothing came in time.</exception>
    public int Receive(Span<byte> buffer, Deadline deadline)
    {
        SetTimeouts(deadline);
        while (true)
        {
            int count;
            fixed (byte* start = buffer)
                count = _tls is null ? (int)Libc.Receive(_socket, start, (nuint)buffer.Length, 0) : _tls.Read(start, buffer.Length);
            if (count >= 0)
                return count;
            if (_tls is not null || Libc.LastError != Libc.Interrupted)
                throw Broken("receiving from");
        }
    }

    public void Dispose()
    {
        _tls?.Dispose();
        if (_socket >= 0)
            Libc.Close(_socket);
        _socket = -1;
    }

    private void Open(Deadline deadline)
    {
        var hints = new Libc.AddressInfo { SocketType = Libc.SocketStream };
        Libc.AddressInfo* found;
        fixed (byte* host = NullTerminated(_endpoint.Host))
        fixed (byte* port = NullTerminated(_endpoint.Port.ToString()))
        {
            var error = Libc.GetAddressInfo(host, port, &hints, &found);
            if (error != 0)
                throw new TransportException($"The host \"{_endpoint.Host}\" has no address (getaddrinfo error {error}).");
        }

        var lastError = 0;
        for (var address = found; address is not null && _socket < 0; address = address->Next)
            lastError = TryConnect(address, deadline);
        Libc.FreeAddressInfo(found);
        if (_socket < 0)
            throw new TransportException($"No connection to {_endpoint.Host}:{_endpoint.Port}: {Reason(lastError)}.");
        var on = 1;
        Libc.SetSocketOption(_socket, Libc.ProtocolTcp, Libc.TcpNoDelay, &on, sizeof(int));
    }

    private int TryConnect(Libc.AddressInfo* address, Deadline deadline)
    {
        _socket = Libc.Socket(address->Family, Libc.SocketStream | Libc.SocketCloseOnExec, 0);
        if (_socket < 0)
            return Libc.LastError;
        SetTimeouts(deadline);
        if (Libc.Connect(_socket, address->Address, address->AddressLength) == 0)
            return 0;
        var error = Libc.LastError;
        Libc.Close(_socket);
        _socket = -1;
        return error;
    }

    // The kernel's timeouts hold for each single call; a peer that drips bytes is held to the rest of the time by setting them anew.
    private void SetTimeouts(Deadline deadline)
    {
        var remaining = deadline.Remaining;
        if (remaining <= TimeSpan.Zero)
            throw new TransportException($"The time for the call to {_endpoint.Host}:{_endpoint.Port} is over.");
        var microseconds = Math.Max(1, (long)Math.Min(remaining.TotalMicroseconds, 1e15)); // 0 would mean no timeout
        var value = new Libc.TimeValue { Seconds = microseconds / 1_000_000, Microseconds = microseconds % 1_000_000 };
        Libc.SetSocketOption(_socket, Libc.SocketLevel, Libc.ReceiveTimeout, &value, (uint)sizeof(Libc.TimeValue));
        Libc.SetSocketOption(_socket, Libc.SocketLevel, Libc.SendTimeout, &value, (uint)sizeof(Libc.TimeValue));
    }

    private TransportException Broken(string what)
    {
        var reason = _tls is null ? Reason(Libc.LastError) : _tls.Reason;
        return new TransportException($"The connection broke while {what} {_endpoint.Host}:{_endpoint.Port}: {reason}.");
    }

    private static string Reason(int error)
        => error is Libc.TryAgain or Libc.InProgress ? "it took longer than the call may" : $"errno {error}";

    private static byte[] NullTerminated(string text) => Encoding.UTF8.GetBytes(text + '\0');
}
