using System.Globalization;
using System.Text;
using Aot.Local.Json;
using Aot.Local.Jsonata.Functions;

namespace Aot.Local.Jsonata.Parsing;

internal sealed partial class Lexer
{
    private Token ReadString(char quote)
    {
        var text = new StringBuilder();
        for (_position++; _position < source.Length; _position++)
        {
            var current = source[_position];
            if (current == quote)
            {
                _position++;
                return Create(SyntaxKind.String, text.ToString(), new StringValue(text.ToString()));
            }
            if (current == '\\')
            {
                _position++;
                text.Append(ReadEscape());
            }
            else
            {
                text.Append(current);
            }
        }
        throw new JsonataException("S0101") { Position = _position };
    }

    // Leaves the position on the last character of the escape.
    private char ReadEscape()
    {
        var escape = At(0);
        switch (escape)
        {
            case '"' or '\\' or '/':
                return escape;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                var digits = source.AsSpan(_position + 1, Math.Min(4, source.Length - _position - 1));
                if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                    throw new JsonataException("S0104") { Position = _position };
                _position += 4;
                return (char)unit;
            default:
                throw new JsonataException("S0103") { Position = _position, Token = _position < source.Length ? escape.ToString() : "" };
        }
    }

    private Token ReadRegex()
    {
        var start = _position;
        var depth = 0;
        for (; _position < source.Length; _position++)
        {
            var current = source[_position];
            if (current == '/' && depth == 0 && !IsEscaped(start))
            {
                var pattern = source[start.._position];
                if (pattern.Length == 0)
                    throw new JsonataException("S0301") { Position = _position };
                _position++;
                var (ignoresCase, isMultiline) = ReadRegexFlags();
                return Create(SyntaxKind.Regex, pattern, new RegexValue(pattern, ignoresCase, isMultiline, _position));
            }
            var isFirst = _position == start;
            if (current is '(' or '[' or '{' && (isFirst || source[_position - 1] != '\\'))
                depth++;
            if (current is ')' or ']' or '}' && (isFirst || source[_position - 1] != '\\'))
                depth--;
        }
        throw new JsonataException("S0302") { Position = _position };
    }

    private bool IsEscaped(int start)
    {
        var backslashes = 0;
        while (_position - backslashes - 1 >= start && source[_position - backslashes - 1] == '\\')
            backslashes++;
        return backslashes % 2 == 1;
    }

    private (bool IgnoresCase, bool IsMultiline) ReadRegexFlags()
    {
        var (ignoresCase, isMultiline) = (false, false);
        while (At(0) is 'i' or 'm')
        {
            ignoresCase |= At(0) == 'i';
            isMultiline |= At(0) == 'm';
            _position++;
        }
        return (ignoresCase, isMultiline);
    }
}
