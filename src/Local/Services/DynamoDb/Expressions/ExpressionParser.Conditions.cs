namespace Aot.Local.Services.DynamoDb.Expressions;

/// <summary>Conditions: OR binds weaker than AND, AND weaker than NOT.</summary>
internal sealed partial class ExpressionParser
{
    private static readonly string[] Comparators = ["=", "<>", "<", "<=", ">", ">="];

    /// <summary>Reads a condition.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="kind">ConditionExpression, FilterExpression or KeyConditionExpression.</param>
    /// <param name="attributes">Substitutions.</param>
    public static Condition ParseCondition(string text, string kind, ExpressionAttributes attributes)
    {
        var parser = new ExpressionParser(text, kind, attributes);
        var condition = parser.ReadOr();
        parser.ExpectEnd();
        return condition;
    }

    private Condition ReadOr()
    {
        var condition = ReadAnd();
        while (TakeKeyword("OR"))
            condition = new OrCondition(condition, ReadAnd());
        return condition;
    }

    private Condition ReadAnd()
    {
        var condition = ReadNot();
        while (TakeKeyword("AND"))
            condition = new AndCondition(condition, ReadNot());
        return condition;
    }

    private Condition ReadNot()
    {
        if (TakeKeyword("NOT"))
            return new NotCondition(ReadNot());
        if (TakeSymbol("("))
        {
            var inner = ReadOr();
            ExpectSymbol(")");
            return inner;
        }
        if (Current.Kind == TokenKind.Word && Next.Text == "(" && ArityOf(Current.Text) is { } arity)
            return ReadFunctionCondition(arity);
        return ReadComparison();
    }

    private FunctionCondition ReadFunctionCondition(int arity)
    {
        var name = Take().Text;
        ExpectSymbol("(");
        var arguments = ReadList(ReadOperand);
        ExpectSymbol(")");
        ExpectArity(name, arity, arguments);
        if (name.StartsWith("attribute_", StringComparison.Ordinal) && arguments[0] is not PathOperand)
            throw Errors.Validation($"Invalid {kind}: Operator or function requires a document path; operator or function: {name}");
        if (name is "begins_with" && arguments[1] is LiteralOperand { Value: var prefix } && AttributeValue.TypeOf(prefix) is not ("S" or "B"))
            throw WrongType(name, prefix);
        if (name is "attribute_type" && arguments[1] is LiteralOperand { Value: var type } && AttributeValue.TypeOf(type) != "S")
            throw WrongType(name, type);
        return new FunctionCondition(name, arguments);
    }

    private Condition ReadComparison()
    {
        var left = ReadOperand();
        if (TakeKeyword("BETWEEN"))
        {
            var low = ReadOperand();
            if (!TakeKeyword("AND"))
                throw SyntaxError();
            return new BetweenCondition(left, low, ReadOperand());
        }
        if (TakeKeyword("IN"))
        {
            ExpectSymbol("(");
            var candidates = ReadList(ReadOperand);
            ExpectSymbol(")");
            return new InCondition(left, candidates);
        }
        if (Current.Kind != TokenKind.Symbol || !Comparators.Contains(Current.Text))
            throw SyntaxError();
        var comparator = Take().Text;
        var right = ReadOperand();
        if (comparator is not ("=" or "<>"))
        {
            foreach (var operand in new[] { left, right })
            {
                if (operand is LiteralOperand { Value: var value } && AttributeValue.TypeOf(value) is not ("S" or "N" or "B"))
                    throw WrongType(comparator, value);
            }
        }
        return new CompareCondition(left, comparator, right);
    }

    private ServiceException WrongType(string function, Json.Value value) => Errors.Validation(
        $"Invalid {kind}: Incorrect operand type for operator or function; operator or function: {function}, operand type: {AttributeValue.TypeOf(value)}");

    private static int? ArityOf(string function) => function switch
    {
        "attribute_exists" or "attribute_not_exists" => 1,
        "attribute_type" or "begins_with" or "contains" => 2,
        _ => null,
    };
}
