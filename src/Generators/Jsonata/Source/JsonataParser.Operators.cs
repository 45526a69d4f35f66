namespace Aot.Generators.Jsonata.Source;

internal sealed partial class JsonataParser
{
    private Operand ReadOperator(Operand left, JsonataToken first, int power)
    {
        var token = _current;
        Advance(beginsOperand: true);
        switch (token.Text)
        {
            case "(":
                if (left == Operand.Name && first.Text is "function" or "λ")
                    ReadLambda();
                else
                    ReadList(")", ",", ReadArgument);
                return Operand.Primary;
            case "[":
                if (_current.Is("]"))
                    Advance(beginsOperand: false);
                else
                    InContext(() => ReadClosed(0, "]"));
                return Operand.Primary;
            case "{":
                InContext(() => ReadList("}", ",", ReadPair));
                return Operand.Primary;
            case ".":
                InContext(() => ReadExpression(power));
                return Operand.Primary;
            case "^":
                Expect("(", beginsOperand: true);
                InContext(() => ReadList(")", ",", ReadTerm));
                return Operand.Other;
            case "@" or "#":
                Bind($"'{token.Text}' binds a variable, such as {token.Text}$i");
                return Operand.Other;
            case ":=":
                if (left != Operand.Variable)
                    throw new JsonataSourceException(token.Position, "':=' stands behind a variable");
                _bound.Add(first.Text);
                ReadExpression(power - 1);
                return Operand.Other;
            case "?":
                ReadExpression(0);
                if (_current.Is(":"))
                {
                    Advance(beginsOperand: true);
                    ReadExpression(0);
                }

                return Operand.Other;
            default:
                ReadExpression(power);
                return Operand.Other;
        }
    }

    private void ReadClosed(int power, string close)
    {
        ReadExpression(power);
        Expect(close, beginsOperand: false);
    }

    // An argument, or the question mark that leaves it open.
    private void ReadArgument()
    {
        if (_current.Is("?"))
            Advance(beginsOperand: false);
        else
            ReadExpression(0);
    }

    // function($a, $b) <signature> { body }; the parenthesis was taken
    private void ReadLambda()
    {
        ReadList(")", ",", () => Bind("the parameters of a function are variables"));
        if (_current.Is("<"))
            SkipSignature();
        Expect("{", beginsOperand: true);
        ReadClosed(0, "}");
    }

    private void SkipSignature()
    {
        var start = _current.Position;
        var depth = 0;
        do
        {
            if (_current.Kind == JsonataTokenKind.End)
                throw new JsonataSourceException(start, "the signature has no end");
            depth += _current.Is("<") ? 1 : _current.Is(">") ? -1 : 0;
            Advance(beginsOperand: false);
        }
        while (depth > 0);
    }

    private void ReadTerm()
    {
        if (_current.Is("<") || _current.Is(">"))
            Advance(beginsOperand: true);
        ReadExpression(0);
    }

    // | pattern | update, delete |; the first bar was taken
    private void ReadTransform() => InContext(() =>
    {
        ReadExpression(0);
        Expect("|", beginsOperand: true);
        ReadExpression(0);
        if (_current.Is(","))
        {
            Advance(beginsOperand: true);
            ReadExpression(0);
        }

        Expect("|", beginsOperand: false);
    });

    private void Bind(string rule)
    {
        if (_current.Kind != JsonataTokenKind.Variable || _current.Text.Length == 0)
            throw new JsonataSourceException(_current.Position, rule);
        _bound.Add(_current.Text);
        Advance(beginsOperand: false);
    }
}
