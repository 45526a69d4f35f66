using System.Buffers;
using System.Globalization;
using Aot.Local.Json;

namespace Aot.Local.Jsonata.Parsing;

/// <summary>Splits an expression into tokens.</summary>
internal sealed partial class Lexer(string source)
{
    private const string WhiteSpace = " \t\n\r\v";

    private static readonly string[] LongOperators = ["..", ":=", "!=", ">=", "<=", "**", "~>"];
    private static readonly SearchValues<char> Operators = SearchValues.Create(".[]{}(),@#;:?+-*/%|=<>^&!~");
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(".[]{}(),@#;:?+-*/%|=<>^&!~" + WhiteSpace);

    private int _position;

    /// <summary>The next token. After an operand a slash divides, elsewhere it opens a regular expression.</summary>
    public Token Next(bool isAfterOperand)
    {
        SkipBlanks();
        if (_position >= source.Length)
            return new Token(SyntaxKind.End, "(end)", source.Length);
        var current = source[_position];
        if (current == '/' && !isAfterOperand)
        {
            _position++;
            return ReadRegex();
        }
        foreach (var symbol in LongOperators)
        {
            if (string.CompareOrdinal(source, _position, symbol, 0, 2) == 0)
            {
                _position += 2;
                return Create(SyntaxKind.Operator, symbol);
            }
        }
        if (Operators.Contains(current))
        {
            _position++;
            return Create(SyntaxKind.Operator, string.Intern(current.ToString()));
        }
        if (current is '"' or '\'')
            return ReadString(current);
        if (char.IsAsciiDigit(current))
            return ReadNumber();
        return current == '`' ? ReadQuotedName() : ReadName();
    }

    private Token Create(SyntaxKind kind, string text, Value? literal = null) => new(kind, text, _position, literal);

    private void SkipBlanks()
    {
        while (_position < source.Length)
        {
            if (WhiteSpace.Contains(source[_position]))
            {
                _position++;
            }
            else if (string.CompareOrdinal(source, _position, "/*", 0, 2) == 0)
            {
                var end = source.IndexOf("*/", _position + 2, StringComparison.Ordinal);
                if (end < 0)
                    throw new JsonataException("S0106") { Position = _position };
                _position = end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private Token ReadNumber()
    {
        var start = _position;
        // A number has no leading zero, so 05 is the two tokens 0 and 5.
        if (source[_position++] != '0')
            SkipDigits();
        if (At(0) == '.' && char.IsAsciiDigit(At(1)))
        {
            _position++;
            SkipDigits();
        }
        if (At(0) is 'e' or 'E' && char.IsAsciiDigit(At(1) is '+' or '-' ? At(2) : At(1)))
        {
            _position += 2;
            SkipDigits();
        }
        var text = source[start.._position];
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
            throw new JsonataException("S0102") { Position = start, Token = text };
        return Create(SyntaxKind.Number, text, NumberValue.Of(number));
    }

    private Token ReadQuotedName()
    {
        var end = source.IndexOf('`', _position + 1);
        if (end < 0)
            throw new JsonataException("S0105") { Position = source.Length };
        var name = source[(_position + 1)..end];
        _position = end + 1;
        return Create(SyntaxKind.Name, string.Intern(name));
    }

    private Token ReadName()
    {
        var length = source.AsSpan(_position).IndexOfAny(NameEnds);
        var name = string.Intern(length < 0 ? source[_position..] : source.Substring(_position, length));
        _position += name.Length;
        if (name[0] == '$')
            return Create(SyntaxKind.Variable, string.Intern(name[1..]));
        return name switch
        {
            "and" or "or" or "in" => Create(SyntaxKind.Operator, name),
            "true" => Create(SyntaxKind.Constant, name, BooleanValue.True),
            "false" => Create(SyntaxKind.Constant, name, BooleanValue.False),
            "null" => Create(SyntaxKind.Constant, name, NullValue.Instance),
            _ => Create(SyntaxKind.Name, name),
        };
    }

    private char At(int offset) => _position + offset < source.Length ? source[_position + offset] : '\0';

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(At(0)))
            _position++;
    }
}
