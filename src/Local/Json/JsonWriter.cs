using System.Buffers;
using System.Text;

namespace Aot.Local.Json;

/// <summary>Writes values as JavaScript's JSON.stringify does: numbers, escapes and the two-space layout included.</summary>
/// <param name="isIndented">Two spaces a level, one item a line.</param>
/// <param name="adjustNumber">What is written instead of a number.</param>
internal sealed class JsonWriter(bool isIndented = false, Func<double, double>? adjustNumber = null)
{
    [ThreadStatic]
    private static JsonWriter? t_spare;

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    private byte[] _buffer = new byte[256];
    private int _length;
    private int _depth;
    private bool _isFirst = true;

    public static string ToText(Value value, bool indented)
    {
        if (indented)
        {
            var writer = new JsonWriter(isIndented: true);
            value.Write(writer);
            return writer.ToText();
        }
        var compact = WriteToSpare(value);
        var text = compact.ToText();
        t_spare = compact;
        return text;
    }

    public static byte[] ToBytes(Value value)
    {
        var compact = WriteToSpare(value);
        var bytes = compact._buffer.AsSpan(0, compact._length).ToArray();
        t_spare = compact;
        return bytes;
    }

    public static void Write(Value value, IBufferWriter<byte> output)
    {
        var compact = WriteToSpare(value);
        output.Write(compact._buffer.AsSpan(0, compact._length));
        t_spare = compact;
    }

    public string ToText() => Encoding.UTF8.GetString(_buffer, 0, _length);

    public void StartObject() => Start('{');

    public void EndObject() => End('}');

    public void StartArray() => Start('[');

    public void EndArray() => End(']');

    public void StartMember(string name)
    {
        StartItem();
        WriteString(name);
        WriteRaw(isIndented ? ": "u8 : ":"u8);
    }

    public void StartItem()
    {
        if (!_isFirst)
            WriteByte(',');
        NewLine();
        // A value that is not a container leaves this as it is: what follows it in the same container is not first.
        _isFirst = false;
    }

    public void WriteNumber(double number)
    {
        if (adjustNumber is not null)
            number = adjustNumber(number);
        Reserve(NumberText.MaxLength);
        _length += NumberText.Format(number, _buffer.AsSpan(_length));
    }

    public void WriteString(string text)
    {
        Reserve(text.Length * 3 + 2);
        _buffer[_length++] = (byte)'"';
        if (text.AsSpan().IndexOfAny(Escaped) < 0)
            _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
        else
            WriteEscaped(text);
        WriteByte('"');
    }

    public void WriteRaw(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_buffer.AsSpan(_length));
        _length += utf8.Length;
    }

    private static JsonWriter WriteToSpare(Value value)
    {
        var writer = t_spare ?? new JsonWriter();
        t_spare = null;
        writer._length = 0;
        writer._depth = 0;
        writer._isFirst = true;
        value.Write(writer);
        return writer;
    }

    private void WriteEscaped(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                Reserve(4);
                _length += Encoding.UTF8.GetBytes(text.AsSpan(i++, 2), _buffer.AsSpan(_length));
                continue;
            }
            switch (unit)
            {
                case '"' or '\\':
                    WriteByte('\\');
                    WriteByte(unit);
                    break;
                case '\b':
                    WriteRaw("\\b"u8);
                    break;
                case '\f':
                    WriteRaw("\\f"u8);
                    break;
                case '\n':
                    WriteRaw("\\n"u8);
                    break;
                case '\r':
                    WriteRaw("\\r"u8);
                    break;
                case '\t':
                    WriteRaw("\\t"u8);
                    break;
                case < ' ' or (>= '\ud800' and <= '\udfff'):
                    WriteRaw(Encoding.UTF8.GetBytes($"\\u{(int)unit:x4}"));
                    break;
                default:
                    Reserve(3);
                    _length += Encoding.UTF8.GetBytes(text.AsSpan(i, 1), _buffer.AsSpan(_length));
                    break;
            }
        }
    }

    private void Start(char bracket)
    {
        WriteByte(bracket);
        _depth++;
        _isFirst = true;
    }

    private void End(char bracket)
    {
        _depth--;
        if (!_isFirst)
            NewLine();
        WriteByte(bracket);
        _isFirst = false;
    }

    private void NewLine()
    {
        if (!isIndented)
            return;
        WriteByte('\n');
        for (var i = 0; i < _depth; i++)
            WriteRaw("  "u8);
    }

    private void WriteByte(char ascii)
    {
        Reserve(1);
        _buffer[_length++] = (byte)ascii;
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length < bytes)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes));
    }
}
