using System.Globalization;
using System.Text;

namespace Aot.Generators.Asl;

/// <summary>Reads JSON text that an author wrote in an attribute: an event pattern, a state.</summary>
/// <remarks>Of our own because no JSON reader is at hand in every compiler that loads this assembly. Source: RFC 8259.</remarks>
internal sealed class JsonReader
{
    private const int MaxDepth = 64;

    private readonly string _text;
    private int _position;

    private JsonReader(string text) => _text = text;

    /// <summary>Null where the text is not one JSON value; <paramref name="problem"/> then says what was found where.</summary>
    public static JsonValue? Read(string text, out string problem)
    {
        var reader = new JsonReader(text);
        try
        {
            var value = reader.ReadValue(0);
            reader.SkipWhitespace();
            problem = reader._position == text.Length ? "" : $"there is something behind the value at character {reader._position + 1}";
            return problem.Length == 0 ? value : null;
        }
        catch (FormatException exception)
        {
            problem = exception.Message;
            return null;
        }
    }

    private JsonValue ReadValue(int depth)
    {
        SkipWhitespace();
        if (depth > MaxDepth)
            throw Unexpected("fewer than 65 levels");
        return Peek() switch
        {
            '{' => ReadObject(depth),
            '[' => ReadArray(depth),
            '"' => new JsonWord(ReadString()),
            _ => ReadLiteral(),
        };
    }

    private JsonMembers ReadObject(int depth)
    {
        var members = new List<(string, JsonValue)>();
        ReadList('{', '}', () =>
        {
            SkipWhitespace();
            var key = ReadString();
            SkipWhitespace();
            Expect(':');
            members.Add((key, ReadValue(depth + 1)));
        });
        return new JsonMembers(members.ToEquatableArray());
    }

    private JsonItems ReadArray(int depth)
    {
        var items = new List<JsonValue>();
        ReadList('[', ']', () => items.Add(ReadValue(depth + 1)));
        return new JsonItems(items.ToEquatableArray());
    }

    private void ReadList(char open, char close, Action readItem)
    {
        Expect(open);
        SkipWhitespace();
        if (Peek() == close)
        {
            _position++;
            return;
        }

        while (true)
        {
            readItem();
            SkipWhitespace();
            if (Peek() == close)
                break;
            Expect(',');
        }

        _position++;
    }

    private string ReadString()
    {
        Expect('"');
        var value = new StringBuilder();
        while (Peek() is var c and not '"')
        {
            if (c < ' ')
                throw Unexpected("a closing quote");
            _position++;
            value.Append(c == '\\' ? ReadEscape() : c);
        }

        _position++;
        return value.ToString();
    }

    private char ReadEscape()
    {
        var c = Peek();
        var meaning = "\"\\/bfnrtu".IndexOf(c);
        if (meaning < 0)
            throw Unexpected("an escape such as \\n");
        _position++;
        if (c != 'u')
            return "\"\\/\b\f\n\r\t"[meaning];
        if (_position + 4 > _text.Length || !ushort.TryParse(_text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw Unexpected("four hexadecimal digits");
        _position += 4;
        return (char)code;
    }

    // Numbers keep their spelling.
    private JsonLiteral ReadLiteral()
    {
        var start = _position;
        while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] is '-' or '+' or '.'))
            _position++;
        var written = _text.Substring(start, _position - start);
        var isNumber = written.Length > 0 && (char.IsDigit(written[0]) || written[0] == '-')
            && double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        if (isNumber || written is "true" or "false" or "null")
            return new JsonLiteral(written);
        _position = start;
        throw Unexpected("a JSON value");
    }

    private char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private void Expect(char expected)
    {
        if (Peek() != expected)
            throw Unexpected($"'{expected}'");
        _position++;
    }

    private void SkipWhitespace()
    {
        while (Peek() is ' ' or '\t' or '\r' or '\n')
            _position++;
    }

    private FormatException Unexpected(string expected) => new(_position < _text.Length
        ? $"'{_text[_position]}' at character {_position + 1} stands where {expected} should"
        : $"the text ends where {expected} should stand");
}
