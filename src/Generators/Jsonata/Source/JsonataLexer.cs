using System.Text.RegularExpressions;

namespace Aot.Generators.Jsonata.Source;

/// <summary>Cuts an author's JSONata into words by the rules of version 2.0.6.</summary>
internal sealed class JsonataLexer(string source)
{
    private const string Blanks = " \t\n\r\v";
    private const string Symbols = ".[]{}(),@#;:?+-*/%|=<>^&!~";

    private static readonly string[] _pairs = ["..", ":=", "!=", ">=", "<=", "**", "~>"];
    private static readonly Regex _number = new(@"\G(0|[1-9][0-9]*)(\.[0-9]+)?([Ee][-+]?[0-9]+)?", RegexOptions.CultureInvariant);

    private int _at;

    /// <summary>The next word.</summary>
    /// <param name="beginsOperand">True where an operand may begin, so that a slash begins a regular expression.</param>
    /// <exception cref="JsonataSourceException">There is no such word.</exception>
    public JsonataToken Next(bool beginsOperand)
    {
        SkipBlanks();
        var start = _at;
        if (_at >= source.Length)
            return new JsonataToken(JsonataTokenKind.End, "(end)", source.Length, 0);

        var character = source[_at];
        if (beginsOperand && character == '/')
            return Regex(start);
        if (_pairs.FirstOrDefault(p => string.CompareOrdinal(source, start, p, 0, 2) == 0) is { } pair)
            return Operator(pair);
        if (string.CompareOrdinal(source, start, "??", 0, 2) == 0 || string.CompareOrdinal(source, start, "?:", 0, 2) == 0)
            throw new JsonataSourceException(start, $"'{source.Substring(start, 2)}' came after JSONata 2.0.6; write '$exists(a) ? a : b'");
        if (Symbols.IndexOf(character) >= 0)
            return Operator(character.ToString());
        if (character is '"' or '\'')
            return String(start, character);
        if (character == '`')
            return Quoted(start);
        if (_number.Match(source, start) is { Success: true } number)
            return Word(JsonataTokenKind.Value, number.Value, number.Length);
        return Name(start);
    }

    private void SkipBlanks()
    {
        while (_at < source.Length)
        {
            if (Blanks.IndexOf(source[_at]) >= 0)
            {
                _at++;
            }
            else if (string.CompareOrdinal(source, _at, "/*", 0, 2) == 0)
            {
                var end = source.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                if (end < 0)
                    throw new JsonataSourceException(_at, "the comment has no end");
                _at = end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private JsonataToken Name(int start)
    {
        var end = start;
        while (end < source.Length && Blanks.IndexOf(source[end]) < 0 && Symbols.IndexOf(source[end]) < 0)
            end++;
        var text = source.Substring(start, end - start);
        if (text[0] == '$')
        {
            return text == "$$"
                ? throw new JsonataSourceException(start, "'$$' is the input of whatever state the text ends up in; give the value as a variable")
                : Word(JsonataTokenKind.Variable, text.Substring(1), text.Length);
        }

        var kind = text switch
        {
            "and" or "or" or "in" => JsonataTokenKind.Operator,
            "true" or "false" or "null" => JsonataTokenKind.Value,
            _ => JsonataTokenKind.Name,
        };
        return Word(kind, text, text.Length);
    }

    private JsonataToken Quoted(int start)
    {
        var end = source.IndexOf('`', start + 1);
        return end < 0
            ? throw new JsonataSourceException(start, "the quoted name has no end")
            : Word(JsonataTokenKind.Name, source.Substring(start + 1, end - start - 1), end + 1 - start);
    }

    private JsonataToken String(int start, char quote)
    {
        for (var i = start + 1; i < source.Length; i++)
        {
            if (source[i] == quote)
                return Word(JsonataTokenKind.Value, "", i + 1 - start);
            if (source[i] != '\\')
                continue;
            i++;
            var isCode = i + 4 < source.Length && source[i] == 'u' && source.Substring(i + 1, 4).All(Uri.IsHexDigit);
            if (i >= source.Length || (!isCode && "\"\\/bfnrt".IndexOf(source[i]) < 0))
                throw new JsonataSourceException(i - 1, "JSONata knows no such escape; in a string there are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX");
        }

        throw new JsonataSourceException(start, "the string has no end");
    }

    private JsonataToken Regex(int start)
    {
        var depth = 0;
        for (var i = start + 1; i < source.Length; i++)
        {
            if (source[i] == '\\')
            {
                i++;
            }
            else if (source[i] == '/' && depth == 0)
            {
                if (i == start + 1)
                    throw new JsonataSourceException(start, "the regular expression is empty");
                var end = i + 1;
                while (end < source.Length && source[end] is 'i' or 'm')
                    end++;
                return Word(JsonataTokenKind.Value, "", end - start);
            }
            else
            {
                depth += source[i] is '(' or '[' or '{' ? 1 : source[i] is ')' or ']' or '}' ? -1 : 0;
            }
        }

        throw new JsonataSourceException(start, "the regular expression has no end");
    }

    private JsonataToken Operator(string text) => Word(JsonataTokenKind.Operator, text, text.Length);

    private JsonataToken Word(JsonataTokenKind kind, string text, int length)
    {
        var token = new JsonataToken(kind, text, _at, length);
        _at += length;
        return token;
    }
}
