using Aot.Local.Json;
using Aot.Local.Jsonata.Functions;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary>An operator with two operands that evaluates both.</summary>
internal abstract class BinaryNode(string symbol, Node left, Node right, int position) : Node(position)
{
    public sealed override Value? Evaluate(Value? input, Frame frame)
    {
        frame.Run.Enter();
        var leftValue = left.Evaluate(input, frame);
        var rightValue = right.Evaluate(input, frame);
        frame.Run.Leave();
        return Apply(leftValue, rightValue, frame.Run);
    }

    protected abstract Value? Apply(Value? left, Value? right, Run run);

    protected JsonataException Fail(string code, Value? value = null, Value? secondValue = null) =>
        new(code) { Position = Position, Token = symbol, Value = value, SecondValue = secondValue };

    /// <summary>Whether the operand is a number that can be calculated with: neither NaN nor, by an error, infinite.</summary>
    protected bool IsNumber(Value? operand)
    {
        if (operand is not NumberValue { Number: var number } || double.IsNaN(number))
            return false;
        return double.IsFinite(number) ? true : throw Fail("D1001", operand);
    }
}

/// <summary><c>+ - * / %</c></summary>
internal sealed class ArithmeticNode(char symbol, Node left, Node right, int position) : BinaryNode(symbol.ToString(), left, right, position)
{
    protected override Value? Apply(Value? left, Value? right, Run run)
    {
        if (left is not null && !IsNumber(left))
            throw Fail("T2001", left);
        if (right is not null && !IsNumber(right))
            throw Fail("T2002", right);
        if (left is null || right is null)
            return null;
        var (a, b) = (((NumberValue)left).Number, ((NumberValue)right).Number);
        return NumberValue.Of(symbol switch
        {
            '+' => a + b,
            '-' => a - b,
            '*' => a * b,
            '/' => a / b,
            _ => a % b,
        });
    }
}

/// <summary><c>= !=</c></summary>
internal sealed class EqualityNode(bool isNegated, Node left, Node right, int position) : BinaryNode(isNegated ? "!=" : "=", left, right, position)
{
    protected override Value? Apply(Value? left, Value? right, Run run)
    {
        run.SpendOn(left);
        return BooleanValue.Of(left is not null && right is not null && left.Equals(right) != isNegated);
    }
}

/// <summary><c>&lt; &lt;= &gt; &gt;=</c></summary>
internal sealed class ComparisonNode(string symbol, Node left, Node right, int position) : BinaryNode(symbol, left, right, position)
{
    private readonly bool _isLess = symbol[0] == '<';
    private readonly bool _takesEqual = symbol.Length == 2;

    protected override Value? Apply(Value? left, Value? right, Run run)
    {
        if (left is not (null or StringValue or NumberValue))
            throw Fail("T2010", left);
        if (right is not (null or StringValue or NumberValue))
            throw Fail("T2010", right);
        if (left is null || right is null)
            return null;
        if (left is NumberValue { Number: var a } && right is NumberValue { Number: var b })
            return BooleanValue.Of(_isLess ? (_takesEqual ? a <= b : a < b) : (_takesEqual ? a >= b : a > b));
        if (left is not StringValue { Text: var leftText } || right is not StringValue { Text: var rightText })
            throw Fail("T2009", left, right);
        var order = string.CompareOrdinal(leftText, rightText);
        return BooleanValue.Of((_takesEqual && order == 0) || (_isLess ? order < 0 : order > 0));
    }
}

/// <summary><c>in</c>: scalars are found by value, objects and arrays only as the same instance.</summary>
internal sealed class InclusionNode(Node left, Node right, int position) : BinaryNode("in", left, right, position)
{
    protected override Value? Apply(Value? left, Value? right, Run run)
    {
        if (left is null || right is null)
            return BooleanValue.False;
        var isScalar = left is not (ObjectValue or ArrayValue);
        foreach (var item in right is ArrayValue array ? array.Items : [right])
        {
            if (ReferenceEquals(item, left) || (isScalar && item.Equals(left)))
                return BooleanValue.True;
        }
        return BooleanValue.False;
    }
}

/// <summary><c>a..b</c>, which stands only in array constructors: a plain array that the constructor takes over or spreads.</summary>
internal sealed class RangeNode(Node left, Node right, int position) : BinaryNode("..", left, right, position)
{
    private const double LargestRange = 1e7;

    protected override Value? Apply(Value? left, Value? right, Run run)
    {
        if (left is not null && !IsInteger(left))
            throw Fail("T2003", left);
        if (right is not null && !IsInteger(right))
            throw Fail("T2004", right);
        if (left is null || right is null)
            return null;
        var (first, last) = (((NumberValue)left).Number, ((NumberValue)right).Number);
        if (first > last)
            return null;
        var size = last - first + 1;
        if (size > LargestRange)
            throw Fail("D2014", NumberValue.Of(size));
        run.Spend((long)size);
        return ArrayValue.OfRange(first, (int)size);
    }

    private static bool IsInteger(Value value) => value is NumberValue { Number: var number } && Math.Floor(number) == number && double.IsFinite(number);
}

/// <summary><c>and or</c></summary>
internal sealed class LogicNode(bool isAnd, Node left, Node right, int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame)
    {
        frame.Run.Enter();
        var result = Truth.Of(left.Evaluate(input, frame)) == isAnd ? Truth.Of(right.Evaluate(input, frame)) : !isAnd;
        frame.Run.Leave();
        return BooleanValue.Of(result);
    }
}

/// <summary><c>a &amp; b &amp; c</c> as one step.</summary>
internal sealed class ConcatenationNode(Node[] operands, int position) : Node(position)
{
    public Node[] Operands { get; } = operands;

    public override Value? Evaluate(Value? input, Frame frame)
    {
        frame.Run.Enter();
        var texts = new string[Operands.Length];
        long length = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Operands[i].Evaluate(input, frame) is { } value ? Texts.Of(value, frame.Run) : "";
            length += texts[i].Length;
        }
        frame.Run.Spend(length);
        frame.Run.Leave();
        return new StringValue(string.Concat(texts));
    }
}

/// <summary><c>-a</c></summary>
internal sealed class NegationNode(Node operand, int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame)
    {
        var value = operand.Evaluate(input, frame);
        if (value is null)
            return null;
        if (value is not NumberValue { Number: var number } || double.IsNaN(number))
            throw new JsonataException("D1002") { Position = Position, Token = "-", Value = value };
        return double.IsFinite(number) ? NumberValue.Of(-number) : throw new JsonataException("D1001") { Position = Position, Token = "-", Value = value };
    }
}
