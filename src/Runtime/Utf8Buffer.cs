using System.Buffers;
using System.Text;

namespace Aot.Runtime;

/// <summary>UTF-8 bytes that grow and are used again for the next invocation.</summary>
internal sealed class Utf8Buffer(int initialBytes) : IBufferWriter<byte>
{
    private byte[] _bytes = new byte[initialBytes];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Truncate(int length) => Length = length;

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    public Utf8Buffer Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public Utf8Buffer Append(string text)
    {
        Length += Encoding.UTF8.GetBytes(text, GetSpan(text.Length * 3));
        return this;
    }

    /// <summary>Appends a number that is not negative, with leading zeros up to a width.</summary>
    public Utf8Buffer AppendNumber(long number, int minimumDigits = 1)
    {
        Span<byte> digits = stackalloc byte[20];
        var start = digits.Length;
        while (number > 0 || digits.Length - start < minimumDigits)
        {
            digits[--start] = (byte)('0' + number % 10);
            number /= 10;
        }

        return Append(digits[start..]);
    }

    /// <summary>Appends the text as a JSON string. Logs and error reports use it, so that a handler without JSON carries no JSON writer.</summary>
    public Utf8Buffer AppendJsonString(string text)
    {
        Append("\""u8);
        var plain = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c >= ' ' && c != '"' && c != '\\')
                continue;
            Length += Encoding.UTF8.GetBytes(text.AsSpan(plain, i - plain), GetSpan((i - plain) * 3));
            plain = i + 1;
            AppendEscape(c);
        }

        Length += Encoding.UTF8.GetBytes(text.AsSpan(plain), GetSpan((text.Length - plain) * 3));
        return Append("\""u8);
    }

    private void AppendEscape(char c)
    {
        switch (c)
        {
            case '"':
                Append("\\\""u8);
                break;
            case '\\':
                Append("\\\\"u8);
                break;
            case '\n':
                Append("\\n"u8);
                break;
            case '\r':
                Append("\\r"u8);
                break;
            case '\t':
                Append("\\t"u8);
                break;
            default:
                Append("\\u00"u8);
                var span = GetSpan(2);
                span[0] = "0123456789abcdef"u8[c >> 4];
                span[1] = "0123456789abcdef"u8[c & 15];
                Length += 2;
                break;
        }
    }

    private void Reserve(int bytes)
    {
        var needed = Length + Math.Max(bytes, 1);
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(needed, _bytes.Length * 2));
    }
}
