namespace Aot.Generators.Jsonata.Source;

/// <summary>Checks an author's text against the grammar of JSONata 2.0.6, and that it reads nothing of the state it will stand in.</summary>
/// <remarks>Operator precedence parsing: an operand, then operators as long as they bind tighter than the one in front.</remarks>
internal sealed partial class JsonataParser
{
    private const int MaxDepth = 100;

    private static readonly Dictionary<string, int> _bindingPower = new(StringComparer.Ordinal)
    {
        ["."] = 75, ["["] = 80, ["{"] = 70, ["("] = 80, ["@"] = 80, ["#"] = 80, ["?"] = 20, ["+"] = 50, ["-"] = 50, ["*"] = 60, ["/"] = 60, ["%"] = 60,
        ["="] = 40, ["<"] = 40, [">"] = 40, ["^"] = 40, [":="] = 10, ["!="] = 40, ["<="] = 40, [">="] = 40, ["~>"] = 40, ["and"] = 30, ["or"] = 25,
        ["in"] = 40, ["&"] = 50,
    };

    private readonly JsonataLexer _lexer;
    private readonly List<JsonataToken> _tokens = [];
    private readonly HashSet<string> _bound = new(StringComparer.Ordinal);
    private JsonataToken _current;
    private int _contexts; // how many steps, predicates and the like are around: inside them a name belongs to what is in front
    private int _depth;

    private JsonataParser(string text)
    {
        _lexer = new JsonataLexer(text);
        _current = _lexer.Next(beginsOperand: true);
    }

    /// <exception cref="JsonataSourceException">The text is not an expression, or not one that Step Functions takes here.</exception>
    public static JsonataSource Parse(string text)
    {
        if (text.IndexOf("${", StringComparison.Ordinal) is >= 0 and var at)
            throw new JsonataSourceException(at, "'${' begins a substitution of the template; put a blank between the two");
        var parser = new JsonataParser(text);
        var kind = parser.ReadExpression(0);
        if (parser._current.Kind != JsonataTokenKind.End)
            throw new JsonataSourceException(parser._current.Position, $"'{Show(parser._current)}' is not expected here");
        return new JsonataSource(text, parser._tokens, parser._bound, kind is Operand.Primary or Operand.Variable or Operand.Array, kind == Operand.Array);
    }

    private Operand ReadExpression(int power)
    {
        if (++_depth > MaxDepth)
            throw new JsonataSourceException(_current.Position, "the expression is nested too deeply");
        var first = _tokens.Count;
        var left = ReadOperand();
        while (_current.Kind == JsonataTokenKind.Operator && _bindingPower.TryGetValue(_current.Text, out var next) && power < next)
            left = ReadOperator(left, _tokens[first], next);
        if (_current.Kind is not (JsonataTokenKind.Operator or JsonataTokenKind.End))
            throw new JsonataSourceException(_current.Position, $"'{Show(_current)}' follows an operand; an operator is missing");
        _depth--;
        return left;
    }

    private Operand ReadOperand()
    {
        var token = _current;
        switch (token.Kind)
        {
            case JsonataTokenKind.Value:
                Advance(beginsOperand: false);
                return Operand.Primary;
            case JsonataTokenKind.Variable:
                Advance(beginsOperand: false);
                if (token.Text.Length == 0)
                    NeedContext(token, "'$' is the context");
                return Operand.Variable;
            case JsonataTokenKind.Name:
                Advance(beginsOperand: false);
                if (!(token.Text is "function" or "λ" && _current.Is("(")))
                    NeedContext(token, $"'{token.Text}' is read from the context");
                return Operand.Name;
            case JsonataTokenKind.End:
                throw new JsonataSourceException(token.Position, "an operand is missing at the end");
        }

        Advance(beginsOperand: token.Text is not ("and" or "or" or "in" or "*" or "**" or "%"));
        switch (token.Text)
        {
            case "and" or "or" or "in": // a name where an operand begins
            case "*" or "**" or "%":
                NeedContext(token, $"'{token.Text}' is read from the context");
                return Operand.Other;
            case "-":
                ReadExpression(70);
                return Operand.Other;
            case "(":
                ReadList(")", ";", () => ReadExpression(0), mayEndWithSeparator: true);
                return Operand.Primary;
            case "[":
                ReadList("]", ",", ReadItem);
                return Operand.Array;
            case "{":
                ReadList("}", ",", ReadPair);
                return Operand.Primary;
            case "|":
                ReadTransform();
                return Operand.Primary;
            default:
                throw new JsonataSourceException(token.Position, $"'{Show(token)}' cannot begin an operand");
        }
    }

    private void NeedContext(JsonataToken token, string problem)
    {
        if (_contexts == 0)
            throw new JsonataSourceException(token.Position, $"{problem}, and there is none here; give the value as a variable");
    }

    private void InContext(Action read)
    {
        _contexts++;
        read();
        _contexts--;
    }

    // Items until the closing symbol, which is taken too.
    private void ReadList(string close, string separator, Action readItem, bool mayEndWithSeparator = false)
    {
        while (!_current.Is(close))
        {
            readItem();
            if (!_current.Is(separator))
                break;
            Advance(beginsOperand: true);
            if (_current.Is(close) && !mayEndWithSeparator)
                throw new JsonataSourceException(_current.Position, $"something is missing before '{close}'");
        }

        Expect(close, beginsOperand: false);
    }

    private void ReadItem()
    {
        ReadExpression(0);
        if (!_current.Is(".."))
            return;
        Advance(beginsOperand: true);
        ReadExpression(0);
    }

    private void ReadPair()
    {
        ReadExpression(0);
        Expect(":", beginsOperand: true);
        ReadExpression(0);
    }

    private void Expect(string symbol, bool beginsOperand)
    {
        if (!_current.Is(symbol))
            throw new JsonataSourceException(_current.Position, $"'{symbol}' is expected here instead of '{Show(_current)}'");
        Advance(beginsOperand);
    }

    private void Advance(bool beginsOperand)
    {
        _tokens.Add(_current);
        _current = _lexer.Next(beginsOperand);
    }

    private static string Show(JsonataToken token) => token.Kind == JsonataTokenKind.Variable ? "$" + token.Text : token.Text;

    /// <summary>What kind of operand was read, as far as what follows depends on it.</summary>
    private enum Operand
    {
        Primary,
        Array,
        Variable,
        Name,
        Other,
    }
}
