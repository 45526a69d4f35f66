namespace Aot.Local.Jsonata.Parsing;

internal sealed partial class Parser
{
    // (a; b; c)
    private SyntaxNode ParseBlock(Token token)
    {
        var block = new SyntaxNode(SyntaxKind.Block, token.Position);
        while (!_current.Is(")"))
        {
            block.Items.Add(ParseExpression(0));
            if (!_current.Is(";"))
                break;
            Advance(isAfterOperand: false);
        }
        Expect(")", isAfterOperand: true);
        return block;
    }

    // [a, b..c]
    private SyntaxNode ParseArray(Token token)
    {
        var array = new SyntaxNode(SyntaxKind.ArrayConstructor, token.Position) { Text = "[" };
        while (!_current.Is("]"))
        {
            var item = ParseExpression(0);
            if (_current.Is(".."))
            {
                var position = _current.Position;
                Advance(isAfterOperand: false);
                item = new SyntaxNode(SyntaxKind.Binary, position) { Text = "..", Left = item, Right = ParseExpression(0) };
            }
            array.Items.Add(item);
            if (!_current.Is(","))
                break;
            Advance(isAfterOperand: false);
            if (_current.Is("]"))
                throw new JsonataException("S0211") { Position = _current.Position, Token = "]" };
        }
        Expect("]", isAfterOperand: true);
        return array;
    }

    // {k: v, k: v}
    private void ParsePairs(SyntaxNode node)
    {
        while (!_current.Is("}"))
        {
            var key = ParseExpression(0);
            Expect(":");
            node.Pairs.Add((key, ParseExpression(0)));
            if (!_current.Is(","))
                break;
            Advance(isAfterOperand: false);
            if (_current.Is("}"))
                throw new JsonataException("S0211") { Position = _current.Position, Token = "}" };
        }
        Expect("}", isAfterOperand: true);
    }

    // a[b], and a[] which keeps the array of a single item
    private SyntaxNode ParsePredicate(SyntaxNode left, Token token)
    {
        if (_current.Is("]"))
        {
            var step = left;
            while (step is { Kind: SyntaxKind.Binary, Text: "[" })
                step = step.Left!;
            step.KeepsArray = true;
            Advance(isAfterOperand: true);
            return left;
        }
        var node = new SyntaxNode(SyntaxKind.Binary, token.Position) { Text = "[", Left = left, Right = ParseExpression(0) };
        Expect("]", isAfterOperand: true);
        return node;
    }

    // a^(<b, >c)
    private SyntaxNode ParseOrderBy(SyntaxNode left, Token token)
    {
        var sort = new SyntaxNode(SyntaxKind.Binary, token.Position) { Text = "^", Left = left };
        Expect("(");
        while (true)
        {
            var isDescending = _current.Is(">");
            if (isDescending || _current.Is("<"))
                Advance(isAfterOperand: false);
            sort.Terms.Add(new SortTermSyntax(ParseExpression(0), isDescending));
            if (!_current.Is(","))
                break;
            Advance(isAfterOperand: false);
        }
        Expect(")", isAfterOperand: true);
        return sort;
    }

    // a ? b : c
    private SyntaxNode ParseCondition(SyntaxNode left, Token token)
    {
        var condition = new SyntaxNode(SyntaxKind.Condition, token.Position) { Left = left, Right = ParseExpression(0) };
        if (_current.Is(":"))
        {
            Advance(isAfterOperand: false);
            condition.Third = ParseExpression(0);
        }
        return condition;
    }

    // |where|update, delete|
    private SyntaxNode ParseTransform(Token token)
    {
        var transform = new SyntaxNode(SyntaxKind.Transform, token.Position) { Left = ParseExpression(0) };
        Expect("|");
        transform.Right = ParseExpression(0);
        if (_current.Is(","))
        {
            Advance(isAfterOperand: false);
            transform.Third = ParseExpression(0);
        }
        Expect("|");
        return transform;
    }

    // f(a, ?), or the definition function($a, $b)<nn:n>{ body }
    private SyntaxNode ParseCall(SyntaxNode procedure, Token token)
    {
        var arguments = new List<SyntaxNode>();
        var isPartial = false;
        if (!_current.Is(")"))
        {
            while (true)
            {
                if (_current.Is("?"))
                {
                    isPartial = true;
                    arguments.Add(new SyntaxNode(SyntaxKind.Operator, _current.Position) { Text = "?" });
                    Advance(isAfterOperand: false);
                }
                else
                {
                    arguments.Add(ParseExpression(0));
                }
                if (!_current.Is(","))
                    break;
                Advance(isAfterOperand: false);
            }
        }
        Expect(")", isAfterOperand: true);
        if (procedure is { Kind: SyntaxKind.Name, Text: "function" or "λ" })
            return ParseLambda(arguments, token);
        return new SyntaxNode(isPartial ? SyntaxKind.PartialCall : SyntaxKind.Call, token.Position) { Text = "(", Left = procedure, Items = arguments };
    }

    private SyntaxNode ParseLambda(List<SyntaxNode> parameters, Token token)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Kind != SyntaxKind.Variable)
                throw new JsonataException("S0208") { Position = parameters[i].Position, Token = parameters[i].Text, Index = i + 1 };
            _boundNames.Add(parameters[i].Text);
        }
        var lambda = new SyntaxNode(SyntaxKind.Lambda, token.Position) { Items = parameters };
        if (_current.Is("<"))
            lambda.Signature = ParseSignature();
        Expect("{");
        lambda.Left = ParseExpression(0);
        Expect("}", isAfterOperand: true);
        return lambda;
    }

    private Signature ParseSignature()
    {
        var start = _current.Position;
        var text = "<";
        for (var depth = 1; depth > 0 && !_current.Is("{") && _current.Kind != SyntaxKind.End;)
        {
            Advance(isAfterOperand: false);
            depth += _current.Is(">") ? -1 : _current.Is("<") ? 1 : 0;
            text += _current.Text;
        }
        Expect(">");
        return Signature.Parse(text, start);
    }
}
