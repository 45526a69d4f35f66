namespace Aot.Local.Services.DynamoDb.Expressions;

/// <summary>Update expressions: SET, REMOVE, ADD and DELETE, each at most once, in any order.</summary>
internal sealed partial class ExpressionParser
{
    private static readonly string[] Clauses = ["SET", "REMOVE", "ADD", "DELETE"];

    public static Update ParseUpdate(string text, ExpressionAttributes attributes)
    {
        var parser = new ExpressionParser(text, "UpdateExpression", attributes);
        var update = parser.ReadUpdate();
        RefuseOverlap([.. update.Paths], "UpdateExpression");
        return update;
    }

    private Update ReadUpdate()
    {
        var update = new Update([], [], [], []);
        var seen = new HashSet<string>();
        while (Current.Kind != TokenKind.End)
        {
            var clause = Clauses.FirstOrDefault(TakeKeyword) ?? throw SyntaxError();
            if (!seen.Add(clause))
                throw Errors.Validation($"Invalid UpdateExpression: The \"{clause}\" section can only be used once in an update expression;");
            update = clause switch
            {
                "SET" => update with { Set = ReadList(ReadAssignment) },
                "REMOVE" => update with { Remove = ReadList(ReadPath) },
                "ADD" => update with { Add = ReadList(() => ReadAmendment("ADD", "N", "SS", "NS", "BS")) },
                _ => update with { Delete = ReadList(() => ReadAmendment("DELETE", "SS", "NS", "BS")) },
            };
        }
        return update;
    }

    private Assignment ReadAssignment()
    {
        var path = ReadPath();
        ExpectSymbol("=");
        var value = ReadSetOperand();
        if (Current.Text is "+" or "-")
        {
            var isSubtraction = Take().Text == "-";
            value = new ArithmeticOperand(value, isSubtraction, ReadSetOperand());
        }
        return new Assignment(path, value);
    }

    private Operand ReadSetOperand()
    {
        if (!TakeSymbol("("))
            return ReadOperand();
        var operand = ReadSetOperand();
        if (Current.Text is "+" or "-")
        {
            var isSubtraction = Take().Text == "-";
            operand = new ArithmeticOperand(operand, isSubtraction, ReadSetOperand());
        }
        ExpectSymbol(")");
        return operand;
    }

    private Amendment ReadAmendment(string clause, params string[] types)
    {
        var path = ReadPath();
        if (Current.Kind != TokenKind.Value)
            throw SyntaxError();
        var value = attributes.Value(Take().Text, kind);
        if (!types.Contains(AttributeValue.TypeOf(value)))
            throw WrongType(clause, value);
        return new Amendment(path, value);
    }
}
