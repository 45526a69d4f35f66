using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    /// <summary>C#'s <c>==</c>, which the types of both sides decide.</summary>
    private Expr Equal(Expr left, Expr right, IOperation operation, IReadScope scope)
    {
        if (left is ConstantExpr { Value: null })
            return new NullTestExpr(right);
        if (right is ConstantExpr { Value: null })
            return new NullTestExpr(left);
        if (left.Type.Kind == JsonKind.Time && right.Type.Kind == JsonKind.Time)
        {
            return LiftBoth(
                left,
                right,
                (l, r) => Logic.And(new NullTestExpr(l), new NullTestExpr(r)),
                (l, r) => Binary(BinaryOperator.Equal, Times.Milliseconds(l), Times.Milliseconds(r)));
        }

        return (Incomparable(left.Type) ?? Incomparable(right.Type)) is { } reason
            ? Invalid(scope, ExpressionDescriptors.ReferenceEquality, operation.Syntax.GetLocation(), reason)
            : Binary(BinaryOperator.Equal, left, right);
    }

    // (a, b) == (c, d) ──▶ a = c and b = d
    private Expr ReadTupleEquality(ITupleBinaryOperation operation, IReadScope scope)
    {
        var left = Read(operation.LeftOperand, scope);
        var right = Read(operation.RightOperand, scope);
        if (left is InvalidExpr || right is InvalidExpr)
            return new InvalidExpr();
        if (left.Type.Kind != JsonKind.Tuple || right.Type.Kind != JsonKind.Tuple)
            return NoCounterpart(operation, scope, "compare the items one by one");
        return Once(left, "left", l => Once(right, "right", r =>
        {
            var all = All(left.Type.Members.Select((m, i) => (m, i)), item =>
                Equal(Access.TupleItem(l, item.i, item.m.Type), Access.TupleItem(r, item.i, right.Type.Members[item.i].Type), operation, scope));
            return all is InvalidExpr || operation.OperatorKind == BinaryOperatorKind.Equals ? all : Logic.Not(all);
        }));
    }

    // What the two languages call equal: scalars, and records of them.
    private static string? Incomparable(JsonType type) => type.Kind switch
    {
        JsonKind.Boolean or JsonKind.Integer or JsonKind.Number or JsonKind.Decimal or JsonKind.Duration => null,
        JsonKind.String or JsonKind.Guid or JsonKind.Enum => null,
        JsonKind.Array or JsonKind.Dictionary => "arrays and dictionaries (by reference, or by content)",
        JsonKind.Object when type.Members.Count > 0 && type.Members.All(m => IsPlain(m.Type)) => null,
        JsonKind.Object => "records with nullable, array or time members",
        _ => "these values",
    };

    private static bool IsPlain(JsonType type) => !type.IsNullable && type.Kind != JsonKind.Time && Incomparable(type) is null;

    private Expr Compare(BinaryOperator comparison, Expr left, Expr right, IOperation operation, IReadScope scope)
    {
        if (left is ConstantExpr { Value: null } || right is ConstantExpr { Value: null })
            return ConstantExpr.False; // null has no order
        if (left.Type.Kind == JsonKind.Time && right.Type.Kind == JsonKind.Time)
            return LiftBoth(left, right, (_, _) => ConstantExpr.False, (l, r) => Binary(comparison, Times.Milliseconds(l), Times.Milliseconds(r)));
        if (left.Type.IsNumeric && right.Type.IsNumeric)
            return LiftBoth(left, right, (_, _) => ConstantExpr.False, (l, r) => Binary(comparison, l, r));
        return NoCounterpart(operation, scope, "only numbers and times have an order there; compare strings with string.CompareOrdinal(a, b) < 0");
    }

    private static BinaryExpr Binary(BinaryOperator comparison, Expr left, Expr right) => new(comparison, left, right, JsonType.Boolean);

    // string.CompareOrdinal(a, b) < 0 ──▶ a < b: only the sign of its result has a meaning.
    private Expr? ReadOrdinalComparison(IBinaryOperation operation, IReadScope scope)
    {
        if (operation is not { LeftOperand: IInvocationOperation call, RightOperand.ConstantValue: { HasValue: true, Value: 0 } } || !IsOrdinalCompare(call))
            return null;
        BinaryOperator? comparison = operation.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => BinaryOperator.Less,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperator.LessOrEqual,
            BinaryOperatorKind.GreaterThan => BinaryOperator.Greater,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOperator.GreaterOrEqual,
            BinaryOperatorKind.Equals => BinaryOperator.Equal,
            BinaryOperatorKind.NotEquals => BinaryOperator.NotEqual,
            _ => null,
        };
        if (comparison is null)
            return null;

        var left = Read(call.Arguments[0].Value, scope);
        var right = Read(call.Arguments[1].Value, scope);
        if (left is InvalidExpr || right is InvalidExpr)
            return new InvalidExpr();
        return left.Type.IsNullable || right.Type.IsNullable
            ? NoCounterpart(call, scope, "null has no place in the order of strings; test for null first")
            : Binary(comparison.Value, left, right);
    }

    private static bool IsOrdinalCompare(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String
        && ((call.TargetMethod.Name == "CompareOrdinal" && call.Arguments.Length == 2)
            || (call.TargetMethod.Name == "Compare" && call.Arguments is [_, _, { Value: var mode }] && IsOrdinal(mode)));

    /// <summary>An operation over a value that may be null: null then, as C# lifts it.</summary>
    private Expr Lift(Expr value, Func<Expr, Expr> operate) => value.Type.IsNullable
        ? Once(value, "value", v =>
        {
            var result = operate(v.NotNull());
            return new ConditionalExpr(new NullTestExpr(v, IsNotNull: true), result, ConstantExpr.Null, result.Type.OrNull());
        })
        : operate(value);

    private Expr LiftBoth(Expr left, Expr right, Func<Expr, Expr, Expr> whenOneIsNull, Func<Expr, Expr, Expr> operate)
    {
        if (!left.Type.IsNullable && !right.Type.IsNullable)
            return operate(left, right);
        return Once(left, "left", l => Once(right, "right", r =>
        {
            var present = Logic.And(
                l.Type.IsNullable ? new NullTestExpr(l, IsNotNull: true) : ConstantExpr.True,
                r.Type.IsNullable ? new NullTestExpr(r, IsNotNull: true) : ConstantExpr.True);
            var result = operate(l.NotNull(), r.NotNull());
            var otherwise = whenOneIsNull(l, r);
            return new ConditionalExpr(present, result, otherwise, otherwise is ConstantExpr { Value: null } ? result.Type.OrNull() : result.Type);
        }));
    }
}
