using System.Globalization;

namespace Aot.Local.Services.DynamoDb.Expressions;

/// <summary>Reads paths and operands, which every kind of expression has; the other parts of the class read what each kind adds.</summary>
/// <param name="text">The expression.</param>
/// <param name="kind">The request's member that held it, for messages: <c>ConditionExpression</c>.</param>
/// <param name="attributes">Substitutions for #names and :values.</param>
internal sealed partial class ExpressionParser(string text, string kind, ExpressionAttributes attributes)
{
    private const int MaxBytes = 4096; // DynamoDB developer guide, "Quotas: expression parameters"; it also bounds how deep parentheses nest

    private readonly IReadOnlyList<Token> _tokens = text.Trim().Length == 0
        ? throw Errors.Validation($"Invalid {kind}: The expression can not be empty;")
        : System.Text.Encoding.UTF8.GetByteCount(text) > MaxBytes
        ? throw Errors.Validation($"Invalid {kind}: Expression size has exceeded the maximum allowed size;")
        : Lexer.Read(text, kind);

    private int _at;

    private Token Current => _tokens[_at];

    /// <summary>Reads a projection: paths with commas between.</summary>
    public static IReadOnlyList<DocumentPath> ParseProjection(string text, ExpressionAttributes attributes)
    {
        var parser = new ExpressionParser(text, "ProjectionExpression", attributes);
        var paths = parser.ReadList(parser.ReadPath);
        parser.ExpectEnd();
        RefuseOverlap(paths, "ProjectionExpression");
        return paths;
    }

    private static void RefuseOverlap(IReadOnlyList<DocumentPath> paths, string kind)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            for (var j = i + 1; j < paths.Count; j++)
            {
                if (paths[i].Overlaps(paths[j]))
                    throw Errors.Validation(
                        $"Invalid {kind}: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: {paths[i]}, path two: {paths[j]}");
            }
        }
    }

    private DocumentPath ReadPath()
    {
        var parts = new List<object> { ReadName() };
        while (true)
        {
            if (TakeSymbol("."))
            {
                parts.Add(ReadName());
            }
            else if (TakeSymbol("["))
            {
                if (Current.Kind != TokenKind.Integer || !int.TryParse(Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                    throw SyntaxError();
                _at++;
                ExpectSymbol("]");
                parts.Add(index);
            }
            else
            {
                return new DocumentPath(parts);
            }
        }
    }

    private string ReadName()
    {
        var token = Current;
        if (token.Kind is not (TokenKind.Word or TokenKind.Name))
            throw SyntaxError();
        _at++;
        if (token.Kind == TokenKind.Name)
            return attributes.Name(token.Text, kind);
        if (ReservedWords.Contains(token.Text))
            throw Errors.Validation($"Invalid {kind}: Attribute name is a reserved keyword; reserved keyword: {token.Text}");
        return token.Text;
    }

    private Operand ReadOperand()
    {
        if (Current.Kind == TokenKind.Value)
            return new LiteralOperand(attributes.Value(Take().Text, kind));
        if (Current.Kind == TokenKind.Word && Next.Text == "(")
            return ReadFunctionOperand();
        return new PathOperand(ReadPath());
    }

    private FunctionOperand ReadFunctionOperand()
    {
        var name = Take().Text;
        var arity = (name, kind) switch
        {
            ("size", not "UpdateExpression") => 1,
            ("if_not_exists" or "list_append", "UpdateExpression") => 2,
            ("attribute_exists" or "attribute_not_exists" or "attribute_type" or "begins_with" or "contains" or "size" or "if_not_exists" or "list_append", _) =>
                throw Errors.Validation($"Invalid {kind}: The function is not allowed to be used this way in an expression; function: {name}"),
            _ => throw Errors.Validation($"Invalid {kind}: Invalid function name; function: {name}"),
        };
        ExpectSymbol("(");
        var arguments = ReadList(ReadOperand);
        ExpectSymbol(")");
        ExpectArity(name, arity, arguments);
        if (name == "if_not_exists" && arguments[0] is not PathOperand)
            throw Errors.Validation($"Invalid {kind}: Operator or function requires a document path; operator or function: {name}");
        return new FunctionOperand(name, arguments);
    }

    private void ExpectArity(string function, int arity, IReadOnlyList<Operand> arguments)
    {
        if (arguments.Count != arity)
            throw Errors.Validation(
                $"Invalid {kind}: Incorrect number of operands for operator or function; operator or function: {function}, number of operands: {arguments.Count}");
    }

    private List<T> ReadList<T>(Func<T> readItem)
    {
        var items = new List<T> { readItem() };
        while (TakeSymbol(","))
            items.Add(readItem());
        return items;
    }

    private Token Next => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    private Token Take() => _tokens[_at++];

    private bool TakeSymbol(string symbol)
    {
        if (Current.Kind != TokenKind.Symbol || Current.Text != symbol)
            return false;
        _at++;
        return true;
    }

    private bool IsKeyword(string word) => Current.Kind == TokenKind.Word && Current.Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool TakeKeyword(string word)
    {
        if (!IsKeyword(word))
            return false;
        _at++;
        return true;
    }

    private void ExpectSymbol(string symbol)
    {
        if (!TakeSymbol(symbol))
            throw SyntaxError();
    }

    private void ExpectEnd()
    {
        if (Current.Kind != TokenKind.End)
            throw SyntaxError();
    }

    private ServiceException SyntaxError()
    {
        var near = string.Join(' ', _tokens.Skip(Math.Max(0, _at - 1)).Take(3).Where(token => token.Kind != TokenKind.End).Select(token => token.Text));
        return Errors.Validation($"Invalid {kind}: Syntax error; token: \"{Current.Text}\", near: \"{near}\"");
    }
}
