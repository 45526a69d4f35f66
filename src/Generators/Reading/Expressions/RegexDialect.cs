using System.Text;

namespace Aot.Generators.Reading.Expressions;

/// <summary>Reads a .NET regular expression and writes the one that means the same to JavaScript and Java; what has no common meaning is refused.</summary>
/// <remarks>
/// The three agree on literals, classes of listed characters, groups, alternatives, quantifiers and lookahead. They do not agree on <c>\d \w \s \b</c>,
/// on <c>.</c> and <c>$</c> near line ends, on named groups and on back references.
/// </remarks>
internal sealed class RegexDialect
{
    private readonly string _pattern;
    private readonly bool _isEcmaScript;
    private readonly bool _isSingleline;
    private readonly StringBuilder _text = new();
    private int _at;
    private string? _problem;

    private RegexDialect(string pattern, bool isEcmaScript, bool isSingleline)
    {
        _pattern = pattern;
        _isEcmaScript = isEcmaScript;
        _isSingleline = isSingleline;
    }

    /// <summary>Capturing groups.</summary>
    public int Groups { get; private set; }

    /// <summary>True where a group may take no part in a match, or several.</summary>
    public bool HasUncertainGroups { get; private set; }

    /// <summary>The common pattern.</summary>
    public string Text => _text.ToString();

    /// <summary>Why there is no common pattern, or null.</summary>
    public string? Problem => _problem;

    /// <param name="pattern">The pattern as .NET reads it.</param>
    /// <param name="isEcmaScript">True for <c>RegexOptions.ECMAScript</c>: <c>\d</c> and <c>\w</c> are ASCII.</param>
    /// <param name="isSingleline">True for <c>RegexOptions.Singleline</c>: a dot is any character.</param>
    public static RegexDialect Read(string pattern, bool isEcmaScript, bool isSingleline)
    {
        var dialect = new RegexDialect(pattern, isEcmaScript, isSingleline);
        var isEmpty = dialect.ReadAlternatives(isCertain: true);
        if (dialect._problem is null && dialect._at < pattern.Length)
            dialect.Refuse("')' has no '('");
        if (dialect._problem is null && isEmpty)
            dialect.Refuse("it matches the empty text, which fails there; make a part of it obligatory", position: 0);
        return dialect;
    }

    private char Current => _at < _pattern.Length ? _pattern[_at] : '\0';

    // a|b|c; true where one of them matches the empty text.
    private bool ReadAlternatives(bool isCertain)
    {
        var start = _text.Length;
        var groupsBefore = Groups;
        var isEmpty = ReadSequence(isCertain);
        while (_problem is null && Current == '|')
        {
            _at++;
            _text.Append('|');
            isEmpty |= ReadSequence(isCertain: false);
            HasUncertainGroups |= Groups > groupsBefore;
        }

        return isEmpty && _text.Length >= start;
    }

    private bool ReadSequence(bool isCertain)
    {
        var isEmpty = true;
        while (_problem is null && _at < _pattern.Length && Current is not ('|' or ')'))
        {
            var groupsBefore = Groups;
            var isAnchor = Current is '^' or '$' || (Current == '\\' && _pattern.Length > _at + 1 && _pattern[_at + 1] == 'z');
            var partIsEmpty = ReadAtom(isCertain);
            if (ReadQuantifier(isAnchor) is { } isOptional)
            {
                partIsEmpty |= isOptional;
                HasUncertainGroups |= Groups > groupsBefore;
            }

            isEmpty &= partIsEmpty;
        }

        return isEmpty;
    }

    private bool ReadAtom(bool isCertain)
    {
        var character = _pattern[_at];
        switch (character)
        {
            case '(':
                return ReadGroup(isCertain);
            case '[':
                ReadClass();
                return false;
            case '\\':
                return ReadEscape(isInClass: false);
            case '.':
                _at++;
                _text.Append(_isSingleline ? @"[\s\S]" : @"[^\n]");
                return false;
            case '^':
                _at++;
                _text.Append('^');
                return true;
            case '$':
                _at++;
                _text.Append(@"(?=\n?(?![\s\S]))"); // the end, or before a line feed that ends the text
                return true;
            case '*' or '+' or '?' or '{':
                Refuse($"'{character}' stands where there is nothing to repeat; write '\\{character}' for the character itself");
                return false;
            default:
                AppendLiteral(character);
                _at++;
                return false;
        }
    }

    private bool ReadGroup(bool isCertain)
    {
        var start = _at++;
        var kind = "";
        if (Current == '?')
        {
            kind = _pattern.Length > _at + 1 ? _pattern.Substring(_at, 2) : "?";
            if (kind is not ("?:" or "?=" or "?!"))
            {
                Refuse("of the groups with '?' only (?:…), (?=…) and (?!…) mean the same everywhere", start);
                return false;
            }

            _at += 2;
        }
        else
        {
            Groups++;
        }

        var groupsBefore = Groups;
        _text.Append('(').Append(kind);
        var isEmpty = ReadAlternatives(isCertain);
        if (_problem is null && Current != ')')
            Refuse("'(' has no ')'", start);
        _at++;
        _text.Append(')');
        if (kind == "?!")
            HasUncertainGroups |= Groups > groupsBefore;
        return isEmpty || kind is "?=" or "?!";
    }

    // Null without a quantifier; true where it allows none.
    private bool? ReadQuantifier(bool isAnchor)
    {
        if (_problem is not null || Current is not ('*' or '+' or '?' or '{'))
            return null;
        var start = _at;
        var isOptional = Current is '*' or '?';
        if (Current == '{')
        {
            var end = _pattern.IndexOf('}', _at);
            var bounds = end < 0 ? "" : _pattern.Substring(_at + 1, end - _at - 1);
            if (bounds.Length == 0 || !char.IsDigit(bounds[0]) || bounds.Any(c => c is not ((>= '0' and <= '9') or ',')) || bounds.Count(c => c == ',') > 1)
            {
                Refuse("'{' begins a number of repetitions; write '\\{' for the character itself");
                return null;
            }

            isOptional = bounds.Split(',')[0].TrimStart('0').Length == 0;
            _text.Append('{').Append(bounds).Append('}');
            _at = end + 1;
        }
        else
        {
            _text.Append(_pattern[_at++]);
        }

        if (isAnchor)
            Refuse("a place such as ^ or $ cannot be repeated", start);
        if (Current == '?')
            _text.Append(_pattern[_at++]);
        else if (Current == '+')
            Refuse("possessive quantifiers are Java's alone");
        return isOptional;
    }

    private void ReadClass()
    {
        var start = _at++;
        _text.Append('[');
        if (Current == '^')
            _text.Append(_pattern[_at++]);
        var isFirst = true;
        for (; _problem is null; isFirst = false)
        {
            if (_at >= _pattern.Length)
            {
                Refuse("'[' has no ']'", start);
            }
            else if (Current == ']')
            {
                if (isFirst)
                    Refuse("']' comes first in a class; write '\\]'");
                break;
            }
            else if (Current == '\\')
            {
                ReadEscape(isInClass: true);
            }
            else if (Current == '[')
            {
                Refuse("'[' in a class begins another class in Java; write '\\['");
            }
            else if (Current == '&' && _at + 1 < _pattern.Length && _pattern[_at + 1] == '&')
            {
                Refuse("'&&' in a class means an intersection in Java");
            }
            else
            {
                var isRange = Current == '-' && !isFirst && _at + 1 < _pattern.Length && _pattern[_at + 1] != ']';
                if (Current == '-')
                    _text.Append(isRange ? "-" : @"\-");
                else
                    AppendLiteral(Current);
                _at++;
            }
        }

        _at++;
        _text.Append(']');
    }

    private bool ReadEscape(bool isInClass)
    {
        var start = _at++;
        var character = Current;
        _at++;
        switch (character)
        {
            case 'n' or 'r' or 't' or 'f':
                _text.Append('\\').Append(character);
                return false;
            case 'z' when !isInClass:
                _text.Append(@"(?![\s\S])");
                return true;
            case 'd' or 'D' or 'w' or 'W' when _isEcmaScript:
                _text.Append('\\').Append(character);
                return false;
            case 'd' or 'D' or 'w' or 'W':
                Refuse($"'\\{character}' knows all scripts in .NET and ASCII elsewhere; write {(character is 'd' or 'D' ? "[0-9]" : "[A-Za-z0-9_]")}, or pass RegexOptions.ECMAScript", start);
                return false;
            case 's' or 'S':
                Refuse($"'\\{character}' means another set of blanks in each; list them: [ \\t\\r\\n]", start);
                return false;
            case '\0' when _at > _pattern.Length:
                Refuse("it ends with '\\'", start);
                return false;
            case >= '0' and <= '9':
                Refuse("a reference to a group means something else where the group took no part", start);
                return false;
            case (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'):
                Refuse($"'\\{character}' does not mean the same everywhere; write the characters themselves", start);
                return false;
            default:
                AppendLiteral(character);
                return false;
        }
    }

    // JSONata counts brackets to find the end of the pattern, and a backslash before one hides it, so brackets are always escaped and backslashes never are.
    private void AppendLiteral(char character)
    {
        if (char.IsSurrogate(character))
            Refuse("a character such as an emoji is two in .NET and one elsewhere");
        else if (character == '\\')
            _text.Append(@"\x5c");
        else if (character is '(' or ')' or '[' or ']' or '{' or '}' or '.' or '*' or '+' or '?' or '^' or '$' or '|' or '-')
            _text.Append('\\').Append(character);
        else if (character < ' ' || character == '\x7f')
            _text.Append(@"\x").Append(((int)character).ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        else
            _text.Append(character);
    }

    private void Refuse(string problem, int? position = null) => _problem ??= $"at position {position ?? _at}: {problem}";
}
