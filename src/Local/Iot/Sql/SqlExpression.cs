using Aot.Local.Json;

namespace Aot.Local.Iot.Sql;

/// <summary>An expression of a rule's SQL. What cannot be computed is undefined (null), never an error.</summary>
/// <remarks>Source: AWS IoT Core developer guide, "AWS IoT SQL reference".</remarks>
internal abstract record SqlExpression
{
    public abstract Value? Evaluate(SqlMessage message);
}

/// <summary>A number, a text, true, false or null.</summary>
internal sealed record SqlLiteral(Value Value) : SqlExpression
{
    public override Value? Evaluate(SqlMessage message) => Value;
}

/// <summary><c>*</c>: the whole payload.</summary>
internal sealed record SqlWhole : SqlExpression
{
    public override Value? Evaluate(SqlMessage message) => message.Payload;
}

/// <summary><c>a.b</c> or <c>a[0]</c>; without a source the member is the payload's.</summary>
internal sealed record SqlMember(SqlExpression Source, SqlExpression Key) : SqlExpression
{
    public override Value? Evaluate(SqlMessage message) => (Source.Evaluate(message), Key.Evaluate(message)) switch
    {
        (ObjectValue members, StringValue name) => members[name.Text],
        (ArrayValue items, NumberValue { Number: var index }) when index >= 0 && index < items.Count && index == Math.Floor(index) => items[(int)index],
        _ => null,
    };
}

/// <summary><c>not x</c>; of what is no boolean, undefined.</summary>
internal sealed record SqlNot(SqlExpression Operand) : SqlExpression
{
    public override Value? Evaluate(SqlMessage message) => Operand.Evaluate(message) is BooleanValue flag ? BooleanValue.Of(!flag.Boolean) : null;
}

/// <summary><c>and</c>, <c>or</c>, comparisons and arithmetic.</summary>
internal sealed record SqlBinary(string Operator, SqlExpression Left, SqlExpression Right) : SqlExpression
{
    public override Value? Evaluate(SqlMessage message) => Operator switch
    {
        "and" => And(Left.Evaluate(message) as BooleanValue, Right.Evaluate(message) as BooleanValue),
        "or" => Or(Left.Evaluate(message) as BooleanValue, Right.Evaluate(message) as BooleanValue),
        _ => Combine(Left.Evaluate(message), Right.Evaluate(message)),
    };

    private static Value? And(BooleanValue? left, BooleanValue? right) =>
        left is { Boolean: false } || right is { Boolean: false } ? BooleanValue.False : left is null || right is null ? null : BooleanValue.True;

    private static Value? Or(BooleanValue? left, BooleanValue? right) =>
        left is { Boolean: true } || right is { Boolean: true } ? BooleanValue.True : left is null || right is null ? null : BooleanValue.False;

    private Value? Combine(Value? left, Value? right)
    {
        if (left is null || right is null) return null;
        if (Operator == "=") return left.Equals(right);
        if (Operator is "<>" or "!=") return !left.Equals(right);
        if (Operator == "+" && (left is StringValue || right is StringValue)) return Text(left) + Text(right);
        if (left is StringValue { Text: var a } && right is StringValue { Text: var b })
            return Operator is "<" or "<=" or ">" or ">=" ? Order(string.CompareOrdinal(a, b)) : null;
        return left is NumberValue { Number: var x } && right is NumberValue { Number: var y } ? Compute(x, y) : null;
    }

    private Value? Compute(double x, double y) => Operator switch
    {
        "<" or "<=" or ">" or ">=" => Order(x.CompareTo(y)),
        "+" => x + y,
        "-" => x - y,
        "*" => x * y,
        "/" => y == 0 ? null : x / y,
        "%" => y == 0 ? null : x % y,
        _ => null,
    };

    private Value Order(int comparison) => Operator switch
    {
        "<" => comparison < 0,
        "<=" => comparison <= 0,
        ">" => comparison > 0,
        _ => comparison >= 0,
    };

    private static string Text(Value value) => value is StringValue text ? text.Text : value.ToJson();
}

/// <summary>A call of one of <see cref="SqlFunctions"/>.</summary>
internal sealed record SqlCall(SqlFunction Function, IReadOnlyList<SqlExpression> Arguments) : SqlExpression
{
    public override Value? Evaluate(SqlMessage message) => Function.Call(message, [.. Arguments.Select(argument => argument.Evaluate(message))]);
}
