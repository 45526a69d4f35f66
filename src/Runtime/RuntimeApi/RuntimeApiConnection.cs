using System.Text;
using Aot.Runtime.Native;

namespace Aot.Runtime.RuntimeApi;

/// <summary>One keep-alive connection to the runtime API, blocking, with one buffer that every response is received into and parsed in.</summary>
internal sealed unsafe partial class RuntimeApiConnection(RuntimeApiAddress address) : IDisposable
{
    private const int InitialBytes = 32 * 1024;

    // Lambda's events end at 6 MB; what is far beyond is not an event but a fault in the stream.
    private const int MaxBodyBytes = 64 * 1024 * 1024;
    private const int MaxHeadBytes = 1024 * 1024 + 64 * 1024;

    private byte[] _buffer = new byte[InitialBytes];
    private int _received;
    private int _consumed;
    private int _bodyStart;
    private int _bodyLength;
    private int _socket = -1;
    private ResponseHead _head;

    /// <summary>Status and header positions of the last response.</summary>
    public ref readonly ResponseHead Head => ref _head;

    /// <summary>Body of the last response; valid until the next exchange.</summary>
    public ReadOnlyMemory<byte> Body => _buffer.AsMemory(_bodyStart, _bodyLength);

    /// <summary>Bytes of a header's value; valid until the next exchange.</summary>
    public ReadOnlySpan<byte> Value(Slice slice) => slice.In(_buffer);

    /// <summary>A header's value as text, empty when the header was not sent.</summary>
    public string Text(Slice slice) => Encoding.UTF8.GetString(slice.In(_buffer));

    /// <summary>Sends a request and receives the whole response.</summary>
    /// <remarks>A kept connection that the other side closed in the meantime is opened anew, once; a break inside a response is the end.</remarks>
    /// <exception cref="RuntimeApiException">The connection cannot be opened, breaks inside a response, or carries something that is not HTTP.</exception>
    public void Exchange(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var isKept = _socket >= 0;
        if (!isKept)
            Connect();
        if (!TrySend(head, body) || !TryReceive())
        {
            if (!isKept)
                throw new RuntimeApiException($"The runtime API at {address.HostAndPort} closed the connection instead of answering.");
            Connect();
            if (!TrySend(head, body) || !TryReceive())
                throw new RuntimeApiException($"The runtime API at {address.HostAndPort} closed the connection twice instead of answering.");
        }

        if (_head.IsLast)
            Dispose();
    }

    public void Dispose()
    {
        if (_socket >= 0)
            Libc.Close(_socket);
        _socket = -1;
    }

    private void Connect()
    {
        Dispose();
        _received = _consumed = 0;
        var target = address.Resolve();
        _socket = Libc.Socket(Libc.AddressFamilyInet, Libc.SocketStream | Libc.SocketCloseOnExec, 0);
        if (_socket < 0)
            throw new RuntimeApiException($"No socket for the runtime API: errno {Libc.LastError}.");
        var on = 1;
        Libc.SetSocketOption(_socket, Libc.ProtocolTcp, Libc.TcpNoDelay, &on, sizeof(int));
        if (Libc.Connect(_socket, &target, (uint)sizeof(Libc.SocketAddress)) != 0)
            throw new RuntimeApiException($"Nothing answers at the runtime API's address {address.HostAndPort}: errno {Libc.LastError}.");
    }

    /// <summary>Sends head and body in one gathered write; false when the other side has closed.</summary>
    private bool TrySend(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        fixed (byte* headStart = head)
        fixed (byte* bodyStart = body)
        {
            var vectors = stackalloc Libc.IoVector[2];
            nint sent = 0;
            while (sent < head.Length + body.Length)
            {
                var headSent = Math.Min(sent, head.Length);
                vectors[0] = new Libc.IoVector { Bytes = headStart + headSent, Length = (nuint)(head.Length - headSent) };
                vectors[1] = new Libc.IoVector { Bytes = bodyStart + (sent - headSent), Length = (nuint)(body.Length - (sent - headSent)) };
                var message = new Libc.MessageHeader { Vectors = vectors, VectorCount = body.IsEmpty ? 1u : 2u };
                var count = Libc.SendMessage(_socket, &message, Libc.MessageNoSignal);
                if (count >= 0)
                    sent += count;
                else if (Libc.LastError != Libc.Interrupted)
                    return false;
            }
        }

        return true;
    }

    /// <summary>Receives one response; false when the other side closed before its first byte.</summary>
    private bool TryReceive()
    {
        do
        {
            Discard();
            if (!TryReceiveHead(out var headLength))
                return false;
            _head = ResponseHead.Parse(_buffer.AsSpan(0, headLength));
            _bodyStart = _consumed = headLength;
            _bodyLength = 0;
        }
        while (_head.Status < 200); // 1xx announces the real response

        if (_head.IsChunked)
            ReceiveChunks();
        else if (_head.ContentLength >= 0)
            ReceiveBody(_head.ContentLength);
        else if (_head.Status != 204)
            ReceiveUntilClose();
        return true;
    }

    /// <summary>Moves what came after the last response to the front.</summary>
    private void Discard()
    {
        if (_consumed < _received)
            Buffer.BlockCopy(_buffer, _consumed, _buffer, 0, _received - _consumed);
        _received -= _consumed;
        _consumed = 0;
    }

    private bool TryReceiveHead(out int length)
    {
        var searched = 0;
        while (true)
        {
            var end = _buffer.AsSpan(searched, _received - searched).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                length = searched + end + 4;
                return true;
            }

            searched = Math.Max(0, _received - 3);
            if (_received >= MaxHeadBytes)
                throw new RuntimeApiException($"The runtime API sent more than {MaxHeadBytes} bytes of headers.");
            if (ReceiveMore() > 0)
                continue;
            length = 0;
            if (_received > 0)
                throw BrokenOff("headers");
            return false;
        }
    }

    private void ReceiveBody(long length)
    {
        if (length > MaxBodyBytes)
            throw TooLong(length);
        Reserve((int)length - (_received - _bodyStart));
        while (_received - _bodyStart < length)
        {
            if (ReceiveMore() == 0)
                throw BrokenOff($"a body of {length} bytes after {_received - _bodyStart}");
        }

        _bodyLength = (int)length;
        _consumed = _bodyStart + _bodyLength;
    }

    private void ReceiveUntilClose()
    {
        _head.IsLast = true;
        while (ReceiveMore() > 0)
        {
            if (_received - _bodyStart > MaxBodyBytes)
                throw TooLong(_received - _bodyStart);
        }

        _bodyLength = _received - _bodyStart;
        _consumed = _received;
    }

    /// <summary>Receives what has come, at least one byte; 0 when the other side has closed or the connection broke.</summary>
    private int ReceiveMore()
    {
        Reserve(1);
        fixed (byte* start = _buffer)
        {
            nint count;
            do
                count = Libc.Receive(_socket, start + _received, (nuint)(_buffer.Length - _received), 0);
            while (count < 0 && Libc.LastError == Libc.Interrupted);
            if (count <= 0)
                return 0;
            _received += (int)count;
            return (int)count;
        }
    }

    private void Reserve(int bytes)
    {
        if (_received + bytes > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(_received + bytes, _buffer.Length * 2));
    }

    private static RuntimeApiException TooLong(long bytes) =>
        new($"The runtime API sent a body of {bytes} bytes; events have at most 6 MB.");

    private static RuntimeApiException BrokenOff(string where) =>
        new($"The connection to the runtime API broke inside {where}.");
}
