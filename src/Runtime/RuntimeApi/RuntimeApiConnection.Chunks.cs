namespace Aot.Runtime.RuntimeApi;

internal sealed unsafe partial class RuntimeApiConnection
{
    // A chunk's size line: at most 16 hexadecimal digits and an extension nobody uses.
    private const int MaxSizeLineBytes = 256;

    /// <summary>Receives a chunked body and closes the gaps in place, so that the body is one piece of the buffer.</summary>
    private void ReceiveChunks()
    {
        var read = _bodyStart;
        while (true)
        {
            var line = ReceiveLine(read);
            var size = ParseSize(_buffer.AsSpan(read, line));
            read += line + 2;
            if (size == 0)
                break;
            if (_bodyLength + size > MaxBodyBytes)
                throw TooLong(_bodyLength + size);
            while (_received < read + size + 2)
            {
                if (ReceiveMore() == 0)
                    throw BrokenOff("a chunk of the body");
            }

            Buffer.BlockCopy(_buffer, read, _buffer, _bodyStart + _bodyLength, (int)size);
            _bodyLength += (int)size;
            read += (int)size;
            if (_buffer[read] != '\r' || _buffer[read + 1] != '\n')
                throw new RuntimeApiException("The runtime API sent a chunk that is longer than its size says.");
            read += 2;
        }

        // Trailers, then the empty line.
        for (int line; (line = ReceiveLine(read)) > 0;)
            read += line + 2;
        _consumed = read + 2;
    }

    /// <summary>Receives up to the end of the line that starts at a position, and gives the line's length.</summary>
    private int ReceiveLine(int start)
    {
        while (true)
        {
            var length = _buffer.AsSpan(start, _received - start).IndexOf("\r\n"u8);
            if (length >= 0)
                return length;
            if (_received - start > MaxSizeLineBytes)
                throw new RuntimeApiException("The runtime API sent a chunk without its size.");
            if (ReceiveMore() == 0)
                throw BrokenOff("a chunk of the body");
        }
    }

    private static long ParseSize(ReadOnlySpan<byte> line)
    {
        long size = 0;
        var digits = 0;
        foreach (var c in line)
        {
            var digit = c switch
            {
                >= (byte)'0' and <= (byte)'9' => c - '0',
                >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
                _ => -1,
            };
            if (digit < 0 && digits > 0 && c is (byte)';' or (byte)' ')
                break;
            if (digit < 0 || ++digits > 8)
                throw new RuntimeApiException("The runtime API sent a chunk whose size is not a hexadecimal number.");
            size = size * 16 + digit;
        }

        return digits > 0 ? size : throw new RuntimeApiException("The runtime API sent a chunk without its size.");
    }
}
