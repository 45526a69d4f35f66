using System.Globalization;
using System.Text;

namespace Aot.Aws.Http;

/// <summary>Receives one HTTP/1.1 answer into a buffer that the next one uses again.</summary>
internal sealed class AnswerReader
{
    private const int MaxHeadBytes = 256 * 1024;
    private const int MaxBodyBytes = 64 * 1024 * 1024;

    private byte[] _buffer = new byte[8 * 1024];
    private int _received;
    private Connection _connection = null!;
    private Deadline _deadline;

    private int _status;
    private long _contentLength;
    private bool _isChunked;
    private string? _requestId;
    private string? _errorType;

    /// <summary>Whether the peer keeps the connection open after the last answer.</summary>
    public bool IsKept { get; private set; }

    /// <exception cref="TransportException">The connection broke, or it is not HTTP.</exception>
    public HttpAnswer Read(Connection connection, Deadline deadline, bool isReused)
    {
        (_connection, _deadline, _received) = (connection, deadline, 0);
        int head;
        do
            head = ReadHead(isReused);
        while (_status < 200);
        var body = _isChunked ? ReadChunks(head) : _contentLength >= 0 ? ReadExactly(head, _contentLength) : _status == 204 ? default : ReadToEnd(head);
        return new HttpAnswer(_status, _requestId, _errorType, body);
    }

    private int ReadHead(bool isReused)
    {
        while (true)
        {
            var end = _buffer.AsSpan(0, _received).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                ParseHead(_buffer.AsSpan(0, end + 2));
                if (_status >= 200)
                    return end + 4;
                _received -= end + 4;
                Buffer.BlockCopy(_buffer, end + 4, _buffer, 0, _received);
                continue;
            }

            if (_received > MaxHeadBytes)
                throw new TransportException($"The answer has more than {MaxHeadBytes} bytes of headers.");
            var wasEmpty = _received == 0;
            if (Receive() == 0)
                throw new TransportException("The service closed the connection instead of answering.", isStale: isReused && wasEmpty);
        }
    }

    private void ParseHead(ReadOnlySpan<byte> head)
    {
        var line = NextLine(ref head);
        if (line.Length < 12 || !line.StartsWith("HTTP/1."u8) || !int.TryParse(line.Slice(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out _status))
            throw new TransportException($"The answer does not begin as HTTP/1 but with \"{Encoding.Latin1.GetString(line[..Math.Min(line.Length, 40)])}\".");
        (_contentLength, _isChunked, _requestId, _errorType, IsKept) = (-1, false, null, null, line[7] == '1');
        while (!head.IsEmpty)
        {
            line = NextLine(ref head);
            var colon = line.IndexOf((byte)':');
            if (colon <= 0)
                throw new TransportException("The answer has a header without a name.");
            ParseHeader(line[..colon], line[(colon + 1)..].Trim((byte)' '));
        }
    }

    private void ParseHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (Ascii.EqualsIgnoreCase(name, "content-length"u8))
        {
            if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _contentLength) || _contentLength > MaxBodyBytes)
                throw new TransportException($"The answer's length \"{Encoding.Latin1.GetString(value)}\" is no number up to {MaxBodyBytes}.");
        }
        else if (Ascii.EqualsIgnoreCase(name, "transfer-encoding"u8))
            _isChunked = Ascii.EqualsIgnoreCase(value, "chunked"u8);
        else if (Ascii.EqualsIgnoreCase(name, "connection"u8))
            IsKept &= !Ascii.EqualsIgnoreCase(value, "close"u8);
        else if (Ascii.EqualsIgnoreCase(name, "x-amzn-requestid"u8))
            _requestId = Encoding.UTF8.GetString(value);
        else if (Ascii.EqualsIgnoreCase(name, "x-amzn-errortype"u8))
            _errorType = Encoding.UTF8.GetString(value);
    }

    private ReadOnlyMemory<byte> ReadExactly(int start, long length)
    {
        while (_received - start < length)
            ReceiveOrThrow();
        return _buffer.AsMemory(start, (int)length);
    }

    private ReadOnlyMemory<byte> ReadToEnd(int start)
    {
        IsKept = false;
        while (Receive() > 0)
        {
            if (_received - start > MaxBodyBytes)
                throw new TransportException($"The answer is longer than {MaxBodyBytes} bytes.");
        }

        return _buffer.AsMemory(start, _received - start);
    }

    // The chunks are moved together in place.
    private ReadOnlyMemory<byte> ReadChunks(int start)
    {
        int read = start, length = 0;
        while (true)
        {
            var line = ReadLine(read);
            var digits = _buffer.AsSpan(read, line);
            var extension = digits.IndexOf((byte)';');
            digits = (extension < 0 ? digits : digits[..extension]).Trim((byte)' ');
            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0 || length + size > MaxBodyBytes)
                throw new TransportException("The answer has a chunk whose size is not a hexadecimal number in bounds.");
            read += line + 2;
            if (size == 0)
                break;
            while (_received < read + size + 2)
                ReceiveOrThrow();
            Buffer.BlockCopy(_buffer, read, _buffer, start + length, size);
            length += size;
            read += size + 2;
        }

        for (int line; (line = ReadLine(read)) > 0;)
            read += line + 2;
        return _buffer.AsMemory(start, length);
    }

    private int ReadLine(int start)
    {
        while (true)
        {
            var length = _buffer.AsSpan(start, _received - start).IndexOf("\r\n"u8);
            if (length >= 0)
                return length;
            if (_received - start > MaxHeadBytes)
                throw new TransportException("The answer has a chunk without its size.");
            ReceiveOrThrow();
        }
    }

    private void ReceiveOrThrow()
    {
        if (Receive() == 0)
            throw new TransportException("The service closed the connection inside its answer.");
    }

    private int Receive()
    {
        if (_received == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var count = _connection.Receive(_buffer.AsSpan(_received), _deadline);
        _received += count;
        return count;
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf("\r\n"u8);
        var line = text[..end];
        text = text[(end + 2)..];
        return line;
    }
}
