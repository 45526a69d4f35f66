using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private Expr ReadArithmetic(Arithmetic operation, Expr left, Expr right, IReadScope scope)
    {
        if (left.Type.Kind == JsonKind.Time || right.Type.Kind == JsonKind.Time)
            return ReadTimeArithmetic(operation, left, right, scope);
        if (left.Type.Kind == JsonKind.Decimal || right.Type.Kind == JsonKind.Decimal)
            return Invalid(scope, ExpressionDescriptors.DecimalArithmetic, operation.Whole.Syntax.GetLocation());
        if (!left.Type.IsNumeric && left is not ConstantExpr { Value: null } || !right.Type.IsNumeric && right is not ConstantExpr { Value: null })
            return NoCounterpart(operation.Whole, scope, "arithmetic works on int, long, double, DateTimeOffset and TimeSpan");
        if (operation is { Kind: BinaryOperatorKind.Multiply, IsChecked: false } && left is not ConstantExpr && right is not ConstantExpr && IsInt(operation.Whole.Type))
            scope.Report(ExpressionDescriptors.Overflow, operation.Whole.Syntax.GetLocation());

        var isDivision = operation.Kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder;
        if (isDivision && right is ConstantExpr { Value: 0L or 0d })
            return Invalid(scope, ExpressionDescriptors.DivisionByZero, operation.Right.Syntax.GetLocation());
        return LiftBoth(left, right, (_, _) => ConstantExpr.Null, (l, r) => Checked(Compute(operation.Kind, l, r, ResultType(operation, l, r)), operation));
    }

    private static JsonType ResultType(Arithmetic operation, Expr left, Expr right)
    {
        var isDuration = left.Type.Kind == JsonKind.Duration || right.Type.Kind == JsonKind.Duration;
        var isRatio = left.Type.Kind == JsonKind.Duration && right.Type.Kind == JsonKind.Duration && operation.Kind == BinaryOperatorKind.Divide;
        if (isDuration && !isRatio)
            return JsonType.Duration;
        return isRatio || left.Type.Kind == JsonKind.Number || right.Type.Kind == JsonKind.Number ? JsonType.Number : JsonType.Integer;
    }

    private Expr Compute(BinaryOperatorKind kind, Expr left, Expr right, JsonType type) => kind switch
    {
        BinaryOperatorKind.Add => new BinaryExpr(BinaryOperator.Add, left, right, type),
        BinaryOperatorKind.Subtract => new BinaryExpr(BinaryOperator.Subtract, left, right, type),
        BinaryOperatorKind.Multiply => new BinaryExpr(BinaryOperator.Multiply, left, right, type),
        BinaryOperatorKind.Remainder => NotByZero(left, right, (l, r) => new BinaryExpr(BinaryOperator.Remainder, l, r, type)),
        _ when type.Kind != JsonKind.Integer => NotByZero(left, right, (l, r) => new BinaryExpr(BinaryOperator.Divide, l, r, type)),
        _ => Once(left, "n", n => NotByZero(n, right, (l, r) => Truncated(l, r))),
    };

    // a / b ──▶ (a - a % b) / b, which rounds towards zero as C# does
    private static BinaryExpr Truncated(Expr left, Expr right)
    {
        var rest = new BinaryExpr(BinaryOperator.Remainder, left, right, JsonType.Integer);
        var multiple = new BinaryExpr(BinaryOperator.Subtract, left, rest, JsonType.Integer);
        return new BinaryExpr(BinaryOperator.Divide, multiple, right, JsonType.Integer);
    }

    // JSONata's x / 0 is no failure but the text "Infinity" in Step Functions.
    private Expr NotByZero(Expr left, Expr right, Func<Expr, Expr, Expr> divide)
    {
        if (right is ConstantExpr)
            return divide(left, right);
        return Once(right, "per", r =>
        {
            var quotient = divide(left, r);
            var isZero = Binary(BinaryOperator.Equal, r, ConstantExpr.Of(0));
            return new ConditionalExpr(isZero, new FailExpr("DivideByZeroException", quotient.Type), quotient, quotient.Type);
        });
    }

    private static bool IsInt(ITypeSymbol? type) => (type?.NullableValue() ?? type)?.SpecialType == SpecialType.System_Int32;

    private Expr Checked(Expr value, Arithmetic operation) => operation.IsChecked ? InRange(value, operation.Whole.Type) : value;

    // checked(a + b) ──▶ the sum where the type holds it, else OverflowException; a `long` is exact to 2^53 and fails beyond
    private Expr InRange(Expr value, ITypeSymbol? type)
    {
        (long Least, long Most)? range = (type?.NullableValue() ?? type)?.SpecialType switch
        {
            SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
            SpecialType.System_Int64 => (-LargestExact, LargestExact),
            SpecialType.System_UInt32 => (0, uint.MaxValue),
            SpecialType.System_UInt64 => (0, LargestExact),
            _ => null,
        };
        if (range is not { } limits)
            return value;
        return Once(value, "result", v => new ConditionalExpr(
            Logic.And(
                Binary(BinaryOperator.GreaterOrEqual, v, ConstantExpr.Of(limits.Least)),
                Binary(BinaryOperator.LessOrEqual, v, ConstantExpr.Of(limits.Most))),
            v,
            new FailExpr("OverflowException", value.Type),
            value.Type));
    }

    /// <summary>An operator with its place: <c>a + b</c>, <c>a += b</c> or <c>a++</c>.</summary>
    private sealed record Arithmetic(BinaryOperatorKind Kind, bool IsChecked, IOperation Whole, IOperation Right);
}
