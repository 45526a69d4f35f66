using System.Text;

namespace Aot.Runtime.RuntimeApi;

/// <summary>Status and headers of one response, as positions in the buffer it was received in.</summary>
internal struct ResponseHead
{
    public int Status;
    public long ContentLength = -1;
    public bool IsChunked;
    public bool IsLast;
    public Slice RequestId;
    public Slice DeadlineMs;
    public Slice FunctionArn;
    public Slice TraceId;
    public Slice ClientContext;
    public Slice CognitoIdentity;
    public Slice TenantId;

    public ResponseHead()
    {
    }

    /// <summary>Reads the head from its status line to the empty line, which ends <paramref name="head"/>.</summary>
    /// <exception cref="RuntimeApiException">It is not an HTTP/1 response head.</exception>
    public static ResponseHead Parse(ReadOnlySpan<byte> head)
    {
        var result = new ResponseHead();
        var position = head.IndexOf("\r\n"u8);
        result.ReadStatus(position < 0 ? head : head[..position]);
        position += 2;
        while (true)
        {
            var length = head[position..].IndexOf("\r\n"u8);
            if (length < 0)
                throw new RuntimeApiException("The runtime API's response head breaks off inside a header line.");
            if (length == 0)
                return result;
            result.ReadHeader(head, position, length);
            position += length + 2;
        }
    }

    private void ReadStatus(ReadOnlySpan<byte> line)
    {
        // HTTP/1.1 200 OK
        if (line.Length < 12 || !line.StartsWith("HTTP/1."u8) || line[8] != ' '
            || !IsDigit(line[9]) || !IsDigit(line[10]) || !IsDigit(line[11]) || (line.Length > 12 && line[12] != ' '))
        {
            throw new RuntimeApiException($"The runtime API answered with the status line \"{Printable(line)}\", which is not HTTP/1.");
        }

        IsLast = line[7] == '0';
        Status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0');
    }

    private void ReadHeader(ReadOnlySpan<byte> head, int start, int length)
    {
        var line = head.Slice(start, length);
        var colon = line.IndexOf((byte)':');
        if (colon <= 0)
            throw new RuntimeApiException($"The runtime API sent the header line \"{Printable(line)}\", which has no name.");
        var name = line[..colon];
        var value = Trim(head, start + colon + 1, start + length);

        // The length tells most headers apart; the comparison settles it.
        switch (colon)
        {
            case 10 when Is(name, "connection"u8):
                IsLast |= Is(value.In(head), "close"u8);
                break;
            case 14 when Is(name, "content-length"u8):
                ReadContentLength(value.In(head));
                break;
            case 17 when Is(name, "transfer-encoding"u8):
                IsChunked = Is(value.In(head), "chunked"u8);
                if (!IsChunked)
                    throw new RuntimeApiException($"The runtime API used the transfer encoding \"{Printable(value.In(head))}\"; only chunked is known.");
                break;
            case 23 when Is(name, "lambda-runtime-trace-id"u8):
                TraceId = value;
                break;
            case 26 when Is(name, "lambda-runtime-deadline-ms"u8):
                DeadlineMs = value;
                break;
            case 28 when Is(name, "lambda-runtime-aws-tenant-id"u8):
                TenantId = value;
                break;
            case 29 when Is(name, "lambda-runtime-aws-request-id"u8):
                RequestId = value;
                break;
            case 29 when Is(name, "lambda-runtime-client-context"u8):
                ClientContext = value;
                break;
            case 31 when Is(name, "lambda-runtime-cognito-identity"u8):
                CognitoIdentity = value;
                break;
            case 35 when Is(name, "lambda-runtime-invoked-function-arn"u8):
                FunctionArn = value;
                break;
        }
    }

    private void ReadContentLength(ReadOnlySpan<byte> digits)
    {
        if (!TryParseNumber(digits, out var length) || (ContentLength >= 0 && ContentLength != length))
            throw new RuntimeApiException($"The runtime API sent the content length \"{Printable(digits)}\", which is not one number.");
        ContentLength = length;
    }

    /// <summary>Reads digits only, at most 18 of them: no sign, no overflow.</summary>
    public static bool TryParseNumber(ReadOnlySpan<byte> digits, out long number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!IsDigit(digit))
                return false;
            number = number * 10 + (digit - '0');
        }

        return digits.Length is > 0 and <= 18;
    }

    private static Slice Trim(ReadOnlySpan<byte> head, int start, int end)
    {
        while (start < end && head[start] is (byte)' ' or (byte)'\t')
            start++;
        while (end > start && head[end - 1] is (byte)' ' or (byte)'\t')
            end--;
        return new Slice(start, end - start);
    }

    private static bool Is(ReadOnlySpan<byte> actual, ReadOnlySpan<byte> lowerCase)
    {
        if (actual.Length != lowerCase.Length)
            return false;
        for (var i = 0; i < actual.Length; i++)
        {
            var c = actual[i];
            if (c != lowerCase[i] && (c is < (byte)'A' or > (byte)'Z' || (c | 0x20) != lowerCase[i]))
                return false;
        }

        return true;
    }

    private static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';

    private static string Printable(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 80)]);
}
