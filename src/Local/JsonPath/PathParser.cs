using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Aot.Local.Json;

namespace Aot.Local.JsonPath;

/// <summary>Reads the steps of a path. Every method returns null, and the whole path is none, at the first thing that is not JSONPath.</summary>
internal sealed class PathParser
{
    private readonly string _text;
    private int _at;

    private PathParser(string text, int at) => (_text, _at) = (text, at);

    /// <summary>The steps from a position to the end of the text.</summary>
    public static IReadOnlyList<PathStep>? Parse(string text, int at)
    {
        var parser = new PathParser(text, at);
        var steps = parser.Steps();
        return parser._at == text.Length ? steps : null;
    }

    private List<PathStep>? Steps()
    {
        List<PathStep> steps = [];
        while (_at < _text.Length)
        {
            if (Take(".."))
            {
                steps.Add(new DescendStep());
                if (Peek == '[') continue;
                if (NameOrWildcard() is not { } below) return null;
                steps.Add(below);
            }
            else if (Take("."))
            {
                if (NameOrWildcard() is not { } step) return null;
                steps.Add(step);
            }
            else if (Peek == '[')
            {
                if (Bracket() is not { } step) return null;
                steps.Add(step);
            }
            else break;
        }
        return steps;
    }

    private char Peek => _at < _text.Length ? _text[_at] : '\0';

    private PathStep? NameOrWildcard()
    {
        if (Take("*")) return new WildcardStep();
        var start = _at;
        while (_at < _text.Length && !".[]() ,=<>!&|'\"".Contains(_text[_at])) _at++;
        return _at > start ? new NameStep(_text[start.._at]) : null;
    }

    private PathStep? Bracket()
    {
        _at++;
        Blanks();
        PathStep? step;
        if (Take("*")) step = new WildcardStep();
        else if (Take("?("))
        {
            if (Either() is not { } filter || !Take(")")) return null;
            step = new FilterStep(filter);
        }
        else step = Peek is '\'' or '"' ? Names() : Positions();
        Blanks();
        return Take("]") ? step : null;
    }

    private PathStep? Names()
    {
        List<PathStep> names = [];
        do
        {
            Blanks();
            if (Quoted() is not { } name) return null;
            names.Add(new NameStep(name));
            Blanks();
        }
        while (Take(","));
        return names.Count == 1 ? names[0] : new UnionStep(names);
    }

    private PathStep? Positions()
    {
        var first = Integer();
        if (Take(":")) return new SliceStep(first, Integer());
        if (first is not { } index) return null;
        List<PathStep> positions = [new IndexStep(index)];
        while (Take(","))
        {
            Blanks();
            if (Integer() is not { } next) return null;
            positions.Add(new IndexStep(next));
        }
        return positions.Count == 1 ? positions[0] : new UnionStep(positions);
    }

    private PathFilter? Either()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return null; // nested beyond all use
        var left = Both();
        while (left is not null && TakeOperator("||")) left = Both() is { } right ? new EitherFilter(left, right) : null;
        return left;
    }

    private PathFilter? Both()
    {
        var left = Condition();
        while (left is not null && TakeOperator("&&")) left = Condition() is { } right ? new BothFilter(left, right) : null;
        return left;
    }

    private PathFilter? Condition()
    {
        Blanks();
        if (Take("(")) return Either() is { } inner && TakeOperator(")") ? inner : null;
        if (Peek == '!' && !_text.AsSpan(_at).StartsWith("!="))
        {
            _at++;
            return Condition() is { } denied ? new NotFilter(denied) : null;
        }
        if (Operand() is not { } left) return null;
        foreach (var name in (ReadOnlySpan<string>)["==", "!=", "<=", ">=", "<", ">"])
        {
            if (TakeOperator(name)) return Operand() is { } right ? new ComparisonFilter(left, name, right) : null;
        }
        return new PresenceFilter(left);
    }

    private FilterOperand? Operand()
    {
        Blanks();
        if (Peek is '@' or '$')
        {
            var isFromRoot = _text[_at++] == '$';
            return Steps() is { } steps ? new FilterOperand(null, steps, isFromRoot) : null;
        }
        if (Peek is '\'' or '"') return Quoted() is { } text ? new FilterOperand(text, [], false) : null;
        var start = _at;
        while (_at < _text.Length && !" )&|=<>!".Contains(_text[_at])) _at++;
        return _text[start.._at] switch
        {
            "true" => new FilterOperand(true, [], false),
            "false" => new FilterOperand(false, [], false),
            "null" => new FilterOperand(NullValue.Instance, [], false),
            var number when double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => new FilterOperand(parsed, [], false),
            _ => null,
        };
    }

    private string? Quoted()
    {
        var quote = Peek;
        if (quote is not ('\'' or '"')) return null;
        var text = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            // Before anything but the quote and itself a backslash is a character like any other.
            if (_text[_at] == '\\' && _at + 1 < _text.Length && (_text[_at + 1] == quote || _text[_at + 1] == '\\')) text.Append(_text[++_at]);
            else if (_text[_at] == quote)
            {
                _at++;
                return text.ToString();
            }
            else text.Append(_text[_at]);
        }
        return null;
    }

    private int? Integer()
    {
        var start = _at;
        if (Peek == '-') _at++;
        while (char.IsAsciiDigit(Peek)) _at++;
        if (int.TryParse(_text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        _at = start;
        return null;
    }

    private bool TakeOperator(string text)
    {
        Blanks();
        return Take(text);
    }

    private bool Take(string text)
    {
        if (!_text.AsSpan(_at).StartsWith(text)) return false;
        _at += text.Length;
        return true;
    }

    private void Blanks()
    {
        while (Peek == ' ') _at++;
    }
}
