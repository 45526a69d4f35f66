using System.Globalization;
using Aot.Local.Json;

namespace Aot.Local.Iot.Sql;

/// <summary>Reads a rule's SQL: <c>SELECT … FROM 'filter' WHERE …</c>.</summary>
/// <remarks>Source: AWS IoT Core developer guide, "AWS IoT SQL reference".</remarks>
internal sealed class SqlParser
{
    // From the loosest to the tightest.
    private static readonly string[][] Precedence = [["or"], ["and"], ["=", "<>", "!=", "<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"]];
    private const int BelowNot = 2;

    private readonly string _sql;
    private readonly IReadOnlyList<SqlToken> _tokens;
    private int _position;

    private SqlParser(string sql) => (_sql, _tokens) = (sql, SqlLexer.Read(sql));

    private SqlToken Current => _tokens[_position];

    /// <summary>Reads a statement.</summary>
    /// <exception cref="SqlException">It is not understood; the message says where and what was expected.</exception>
    public static SqlStatement Parse(string sql) => new SqlParser(sql).Statement();

    private SqlStatement Statement()
    {
        Expect("SELECT");
        var items = new List<SqlSelectItem> { Item() };
        while (TakeSymbol(",")) items.Add(Item());
        Expect("FROM");
        var filter = Current;
        if (filter.Kind != SqlTokenKind.Text) throw Fail("a topic filter in quotes");
        if (TopicFilter.Problem(filter.Text) is { } problem) throw new SqlException($"'{filter.Text}' is no topic filter: {problem}", filter.Start);
        _position++;
        var where = TakeKeyword("WHERE") ? Expression(0) : null;
        return Current.Kind == SqlTokenKind.End ? new SqlStatement(items, filter.Text, where) : throw Fail(where is null ? "WHERE or the end" : "an operator or the end");
    }

    private SqlSelectItem Item()
    {
        if (Current.IsSymbol("*") && TakeSymbol("*")) return new SqlSelectItem(TakeKeyword("AS") ? Name() : null, new SqlWhole());
        var start = Current.Start;
        var expression = Expression(0);
        var text = _sql[start.._tokens[_position - 1].End];
        if (TakeKeyword("AS")) return new SqlSelectItem(Name(), expression);
        return new SqlSelectItem(expression is SqlMember { Key: SqlLiteral { Value: StringValue last } } ? last.Text : text, expression);
    }

    private SqlExpression Expression(int level)
    {
        if (level == BelowNot && TakeKeyword("NOT")) return new SqlNot(Expression(level));
        if (level == Precedence.Length) return Unary();
        var left = Expression(level + 1);
        while (Operator(level) is { } symbol) left = new SqlBinary(symbol, left, Expression(level + 1));
        return left;
    }

    private string? Operator(int level)
    {
        var symbol = Array.Find(Precedence[level], symbol => Current.IsSymbol(symbol) || Current.IsKeyword(symbol));
        if (symbol is not null) _position++;
        return symbol;
    }

    private SqlExpression Unary()
    {
        if (TakeSymbol("-")) return new SqlBinary("-", new SqlLiteral(0), Unary());
        return Postfix(Primary());
    }

    private SqlExpression Postfix(SqlExpression source)
    {
        while (true)
        {
            if (TakeSymbol("."))
            {
                source = new SqlMember(source, new SqlLiteral(Name()));
            }
            else if (TakeSymbol("["))
            {
                source = new SqlMember(source, Expression(0));
                ExpectSymbol("]");
            }
            else
            {
                return source;
            }
        }
    }

    private SqlExpression Primary()
    {
        var token = Current;
        _position++;
        switch (token.Kind)
        {
            case SqlTokenKind.Text:
                return new SqlLiteral(token.Text);
            case SqlTokenKind.Number when double.TryParse(token.Text, CultureInfo.InvariantCulture, out var number):
                return new SqlLiteral(new NumberValue(number));
            case SqlTokenKind.Symbol when token.Text == "(":
                var inner = Expression(0);
                ExpectSymbol(")");
                return inner;
            case SqlTokenKind.Name when Current.IsSymbol("("):
                return Call(token);
            case SqlTokenKind.Name when token.IsKeyword("true") || token.IsKeyword("false"):
                return new SqlLiteral(token.IsKeyword("true"));
            case SqlTokenKind.Name when token.IsKeyword("null"):
                return new SqlLiteral(NullValue.Instance);
            case SqlTokenKind.Name when !IsReserved(token):
                return new SqlMember(new SqlWhole(), new SqlLiteral(token.Text));
            default:
                _position--;
                throw Fail("a value");
        }
    }

    private SqlCall Call(SqlToken name)
    {
        var function = SqlFunctions.Find(name.Text)
            ?? throw new SqlException($"The function {name.Text} is not supported here. Supported: {SqlFunctions.Names}", name.Start);
        ExpectSymbol("(");
        var arguments = new List<SqlExpression>();
        if (!Current.IsSymbol(")"))
        {
            do arguments.Add(Expression(0));
            while (TakeSymbol(","));
        }
        ExpectSymbol(")");
        return arguments.Count >= function.Least && arguments.Count <= function.Most
            ? new SqlCall(function, arguments)
            : throw new SqlException($"{function.Name} takes {function.Most} argument(s), not {arguments.Count}", name.Start);
    }

    private static bool IsReserved(SqlToken token) => token.IsKeyword("SELECT") || token.IsKeyword("FROM") || token.IsKeyword("WHERE") || token.IsKeyword("AS");

    private string Name()
    {
        if (Current.Kind != SqlTokenKind.Name) throw Fail("a name");
        return _tokens[_position++].Text;
    }

    private bool TakeKeyword(string keyword)
    {
        if (!Current.IsKeyword(keyword)) return false;
        _position++;
        return true;
    }

    private bool TakeSymbol(string symbol)
    {
        if (!Current.IsSymbol(symbol)) return false;
        _position++;
        return true;
    }

    private void Expect(string keyword)
    {
        if (!TakeKeyword(keyword)) throw Fail(keyword);
    }

    private void ExpectSymbol(string symbol)
    {
        if (!TakeSymbol(symbol)) throw Fail($"'{symbol}'");
    }

    private SqlException Fail(string expected) => new($"Expected {expected}, found {Current}", Current.Start);
}
