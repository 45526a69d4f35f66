using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace Aot.Local.Jsonata.Parsing;

/// <summary>A syntax tree with the variables that the expression binds and those that it mentions, binding or reading.</summary>
internal sealed record ParsedExpression(SyntaxNode Tree, IReadOnlySet<string> BoundNames, IReadOnlySet<string> UsedNames);

/// <summary>Parses an expression by operator precedence into the tree as it was written.</summary>
internal sealed partial class Parser
{
    private static readonly FrozenDictionary<string, int> BindingPowers = new Dictionary<string, int>
    {
        ["."] = 75, ["["] = 80, ["{"] = 70, ["("] = 80, ["@"] = 80, ["#"] = 80, ["?"] = 20, [":="] = 10, ["~>"] = 40, ["^"] = 40,
        ["+"] = 50, ["-"] = 50, ["&"] = 50, ["*"] = 60, ["/"] = 60, ["%"] = 60,
        ["="] = 40, ["!="] = 40, ["<"] = 40, [">"] = 40, ["<="] = 40, [">="] = 40, ["in"] = 40, ["and"] = 30, ["or"] = 25,
    }.ToFrozenDictionary();

    private const int PrefixPower = 70;

    private readonly Lexer _lexer;
    private readonly HashSet<string> _boundNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _usedNames = new(StringComparer.Ordinal);
    private int _parents;
    private Token _current;

    private Parser(string source)
    {
        _lexer = new Lexer(source);
        Advance(isAfterOperand: false);
    }

    /// <exception cref="JsonataException">The text is not an expression (S…).</exception>
    public static ParsedExpression Parse(string source)
    {
        var parser = new Parser(source);
        var tree = parser.ParseExpression(0);
        if (parser._current.Kind != SyntaxKind.End)
            throw new JsonataException("S0201") { Position = parser._current.Position, Token = parser._current.Text };
        return new ParsedExpression(tree, parser._boundNames, parser._usedNames);
    }

    private SyntaxNode ParseExpression(int power)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var token = _current;
        Advance(isAfterOperand: true);
        var left = ParsePrefix(token);
        while (_current.Kind == SyntaxKind.Operator && BindingPowers.TryGetValue(_current.Text, out var nextPower) && power < nextPower)
        {
            token = _current;
            Advance(isAfterOperand: false);
            left = ParseInfix(left, token, nextPower);
        }
        return left;
    }

    private SyntaxNode ParsePrefix(Token token)
    {
        if (token.Kind == SyntaxKind.Variable)
            _usedNames.Add(token.Text);
        if (token.Kind != SyntaxKind.Operator)
            return new SyntaxNode(token.Kind, token.Position) { Text = token.Text, Literal = token.Literal };
        switch (token.Text)
        {
            case "and" or "or" or "in":
                return new SyntaxNode(SyntaxKind.Name, token.Position) { Text = token.Text };
            case "-":
                return new SyntaxNode(SyntaxKind.Unary, token.Position) { Text = "-", Left = ParseExpression(PrefixPower) };
            case "*":
                return new SyntaxNode(SyntaxKind.Wildcard, token.Position) { Text = "*" };
            case "**":
                return new SyntaxNode(SyntaxKind.Descendant, token.Position) { Text = "**" };
            case "%":
                return new SyntaxNode(SyntaxKind.Parent, token.Position) { Text = "%", Slot = new ParentSlot("!" + _parents++) };
            case "(":
                return ParseBlock(token);
            case "[":
                return ParseArray(token);
            case "{":
                var constructor = new SyntaxNode(SyntaxKind.ObjectConstructor, token.Position) { Text = "{" };
                ParsePairs(constructor);
                return constructor;
            case "|":
                return ParseTransform(token);
            default:
                throw new JsonataException("S0211") { Position = token.Position, Token = token.Text };
        }
    }

    private SyntaxNode ParseInfix(SyntaxNode left, Token token, int power)
    {
        switch (token.Text)
        {
            case "(":
                return ParseCall(left, token);
            case "[":
                return ParsePredicate(left, token);
            case "{":
                var group = new SyntaxNode(SyntaxKind.Binary, token.Position) { Text = "{", Left = left };
                ParsePairs(group);
                return group;
            case "^":
                return ParseOrderBy(left, token);
            case "?":
                return ParseCondition(left, token);
            case ":=" when left.Kind != SyntaxKind.Variable:
                throw new JsonataException("S0212") { Position = left.Position, Token = left.Text };
            case ":=":
                _boundNames.Add(left.Text);
                power--; // right-associative
                break;
        }
        var node = new SyntaxNode(SyntaxKind.Binary, token.Position) { Text = token.Text, Left = left, Right = ParseExpression(power) };
        if (token.Text is "@" or "#")
        {
            if (node.Right.Kind != SyntaxKind.Variable)
                throw new JsonataException("S0214") { Position = node.Right.Position, Token = token.Text };
            _boundNames.Add(node.Right.Text);
        }
        return node;
    }

    private void Advance(bool isAfterOperand)
    {
        _current = _lexer.Next(isAfterOperand);
        if (_current.Kind == SyntaxKind.Operator && _current.Text is "!" or "~")
            throw new JsonataException("S0204") { Position = _current.Position, Token = _current.Text };
    }

    private void Expect(string symbol, bool isAfterOperand = false)
    {
        if (!_current.Is(symbol))
        {
            throw new JsonataException(_current.Kind == SyntaxKind.End ? "S0203" : "S0202")
            {
                Position = _current.Position,
                Token = _current.Text,
                Detail = symbol,
            };
        }
        Advance(isAfterOperand);
    }
}
