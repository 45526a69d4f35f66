using System.Globalization;
using System.Text;

namespace Aot.Local.Json;

/// <summary>Reads JSON in UTF-8 into values. Of members with the same name the last one counts, as in JavaScript.</summary>
/// <remarks>Not Utf8JsonReader, because that refuses the unpaired surrogates which "\ud800" may stand for.</remarks>
/// <param name="json">The text.</param>
/// <param name="isLiberal">Strings may stand in single quotes, but no object may have two members of one name.</param>
internal ref struct JsonReader(ReadOnlySpan<byte> json, bool isLiberal = false)
{
    private const int MaxDepth = 1000;

    private readonly ReadOnlySpan<byte> _json = json;
    private int _position;
    private int _depth;

    /// <summary>Reads JSON as Java programs tend to: see <c>isLiberal</c>.</summary>
    /// <exception cref="JsonFormatException">The text is not such JSON; the exception says where.</exception>
    public static Value ReadLiberally(string json) => new JsonReader(Encoding.UTF8.GetBytes(json), isLiberal: true).ReadDocument();

    public Value ReadDocument()
    {
        var value = ReadValue();
        SkipWhiteSpace();
        if (_position < _json.Length)
            throw Fail("There is text after the end of the JSON value");
        return value;
    }

    private Value ReadValue()
    {
        SkipWhiteSpace();
        if (_position >= _json.Length)
            throw Fail("The JSON text ends where a value is expected");
        switch (_json[_position])
        {
            case (byte)'{':
                return ReadObject();
            case (byte)'[':
                return ReadArray();
            case (byte)'"':
            case (byte)'\'' when isLiberal:
                return ReadString() is { Length: > 0 } text ? new StringValue(text) : StringValue.Empty;
            case (byte)'t' when Take("true"u8):
                return BooleanValue.True;
            case (byte)'f' when Take("false"u8):
                return BooleanValue.False;
            case (byte)'n' when Take("null"u8):
                return NullValue.Instance;
            default:
                return ReadNumber();
        }
    }

    private ObjectValue ReadObject()
    {
        Enter();
        var members = new ObjectValue();
        SkipWhiteSpace();
        if (!TakeByte('}'))
        {
            do
            {
                SkipWhiteSpace();
                if (_position >= _json.Length || (_json[_position] != '"' && !(isLiberal && _json[_position] == '\'')))
                    throw Fail("A member name in double quotes is expected", expected: "double-quote to start field name");
                var name = ReadString(isName: true);
                SkipWhiteSpace();
                if (!TakeByte(':'))
                    throw Fail("A colon is expected after a member name", expected: "a colon to separate field name and value");
                if (isLiberal && members.Has(name))
                    throw Fail($"The object has two members \"{name}\"");
                members[name] = ReadValue();
                SkipWhiteSpace();
            }
            while (TakeByte(','));
            if (!TakeByte('}'))
                throw Fail("A comma or } is expected in an object", expected: "comma to separate Object entries");
        }
        _depth--;
        return members;
    }

    private ArrayValue ReadArray()
    {
        Enter();
        var items = new ArrayValue();
        SkipWhiteSpace();
        if (!TakeByte(']'))
        {
            do
            {
                items.Add(ReadValue());
                SkipWhiteSpace();
            }
            while (TakeByte(','));
            if (!TakeByte(']'))
                throw Fail("A comma or ] is expected in an array", expected: "comma to separate Array entries");
        }
        _depth--;
        return items;
    }

    private NumberValue ReadNumber()
    {
        var start = _position;
        TakeByte('-');
        var firstDigit = _position;
        var digits = SkipDigits();
        if (digits == 0 || (digits > 1 && _json[firstDigit] == '0'))
            throw digits == 0
                ? Fail("A JSON value is expected", start, expected: "a valid value")
                : Fail("A number does not start with 0", start);
        var isWhole = true;
        if (TakeByte('.'))
        {
            isWhole = false;
            if (SkipDigits() == 0)
                throw Fail("A digit is expected after the decimal point");
        }
        if (_position < _json.Length && (_json[_position] | 0x20) == 'e')
        {
            isWhole = false;
            _position++;
            if (!TakeByte('+'))
                TakeByte('-');
            if (SkipDigits() == 0)
                throw Fail("A digit is expected in the exponent");
        }
        const int DigitsOfLong = 18;
        if (!isWhole || digits > DigitsOfLong)
            return NumberValue.Of(double.Parse(_json[start.._position], NumberStyles.Float, CultureInfo.InvariantCulture));
        long whole = 0;
        foreach (var digit in _json[firstDigit.._position])
            whole = whole * 10 + (digit - '0');
        return NumberValue.Of(firstDigit == start ? whole : -(double)whole);
    }

    private string ReadString(bool isName = false)
    {
        var quote = _json[_position];
        var start = ++_position;
        var length = _json[start..].IndexOfAny(quote, (byte)'\\');
        if (length < 0)
            throw Fail("A string is not closed", start - 1);
        var plain = _json.Slice(start, length);
        RefuseControls(plain, start);
        if (_json[start + length] == quote)
        {
            _position = start + length + 1;
            return isName ? NameCache.Get(plain) : Encoding.UTF8.GetString(plain);
        }
        return ReadEscapedString(start, quote);
    }

    private string ReadEscapedString(int start, byte quote)
    {
        var text = new StringBuilder();
        while (true)
        {
            var length = _json[_position..].IndexOfAny(quote, (byte)'\\');
            if (length < 0)
                throw Fail("A string is not closed", start - 1);
            RefuseControls(_json.Slice(_position, length), _position);
            text.Append(Encoding.UTF8.GetString(_json.Slice(_position, length)));
            _position += length + 1;
            if (_json[_position - 1] == quote)
                return text.ToString();
            text.Append(ReadEscape());
        }
    }

    private char ReadEscape()
    {
        var escape = _position < _json.Length ? (char)_json[_position++] : ' ';
        if (escape == 'u' && _position + 4 <= _json.Length
            && ushort.TryParse(_json.Slice(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            _position += 4;
            return (char)unit;
        }
        return escape switch
        {
            '"' or '\\' or '/' => escape,
            '\'' when isLiberal => escape,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Fail("The escape after the backslash is not one of JSON", _position - 2),
        };
    }

    private readonly void RefuseControls(ReadOnlySpan<byte> text, int start)
    {
        var at = text.IndexOfAnyInRange((byte)0, (byte)0x1f);
        if (at >= 0)
            throw Fail("A control character in a string must be escaped", start + at);
    }

    private void Enter()
    {
        _position++;
        if (++_depth > MaxDepth)
            throw Fail($"The value is nested more than {MaxDepth} levels deep");
    }

    private int SkipDigits()
    {
        var start = _position;
        while (_position < _json.Length && _json[_position] is >= (byte)'0' and <= (byte)'9')
            _position++;
        return _position - start;
    }

    private void SkipWhiteSpace()
    {
        while (_position < _json.Length && _json[_position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            _position++;
    }

    private bool TakeByte(char expected)
    {
        if (_position >= _json.Length || _json[_position] != expected)
            return false;
        _position++;
        return true;
    }

    private bool Take(ReadOnlySpan<byte> word)
    {
        if (!_json[_position..].StartsWith(word))
            return false;
        _position += word.Length;
        return true;
    }

    private readonly JsonFormatException Fail(string problem, int? at = null, string? expected = null)
    {
        var position = at ?? _position;
        var before = _json[..position];
        return new JsonFormatException(problem, position, before.Count((byte)'\n') + 1, position - before.LastIndexOf((byte)'\n')) { Expected = expected };
    }
}
