using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private Expr ReadConversion(IConversionOperation operation, IReadScope scope)
    {
        var value = Read(operation.Operand, scope);
        if (value is InvalidExpr or FailExpr or ConstantExpr { Value: null } || operation.Type is null)
            return value;

        var target = Types.Read(operation.Type);
        if (target.Kind == JsonKind.Array && value.Type.Kind is JsonKind.Group or JsonKind.Dictionary)
            return Sequence(value);
        if (target.Kind is JsonKind.Unknown or JsonKind.Any && operation.IsImplicit)
            return value; // to an interface or object: what it holds stays what it is
        if (Tagged(operation, value, target, scope) is { } tagged)
            return tagged;
        if (value.Type.IsNullable && operation.Type is { IsValueType: true } && operation.Type.NullableValue() is null)
            return Convert(operation, Require(value, "InvalidOperationException"), target, scope);
        return Convert(operation, value, target, scope);
    }

    private Expr Convert(IConversionOperation operation, Expr value, JsonType target, IReadScope scope)
    {
        switch (value.Type.Kind, target.Kind)
        {
            case (JsonKind.Integer, JsonKind.Integer):
                return Narrows(operation) ? NoCounterpart(operation, scope, "whole numbers there have no size to wrap at; keep 'int' or 'long'")
                    : operation is { IsChecked: true, IsImplicit: false } ? Lift(value, v => InRange(v, operation.Type)) : value;
            case (JsonKind.Integer or JsonKind.Number or JsonKind.Decimal, JsonKind.Number or JsonKind.Decimal):
                return value with { Type = value.Type.IsNullable ? target.OrNull() : target.NotNull() };
            case (JsonKind.Number or JsonKind.Decimal, JsonKind.Integer):
                return Lift(value, v => operation.IsChecked ? InRange(Once(v, "n", Truncate), operation.Type) : Once(v, "n", Truncate));
            case (JsonKind.Object, JsonKind.Object) when operation.IsImplicit || operation.Conversion.IsIdentity:
                return value;
            case var (from, to) when from == to && from is not (JsonKind.Object or JsonKind.Unknown) && operation.OperatorMethod is null:
                return value;
            case (JsonKind.Array, JsonKind.Array) or (JsonKind.String, JsonKind.String):
                return value; // an array or string as a span
            case (JsonKind.Enum, JsonKind.Integer) or (JsonKind.Integer, JsonKind.Enum):
                var name = value.Type.Kind == JsonKind.Enum ? value.Type.Name : target.Name;
                return Invalid(scope, ExpressionDescriptors.EnumName, operation.Syntax.GetLocation(), name, "compare with its members, or use a switch expression");
            default:
                return operation.Operand.Type?.FullName() == "System.DateTime"
                    ? Invalid(scope, ExpressionDescriptors.LocalTime, operation.Syntax.GetLocation(), Spans.Text(operation), "use DateTimeOffset")
                    : NoCounterpart(operation, scope, "this conversion does not exist there; write what it computes");
        }
    }

    private static bool Narrows(IConversionOperation operation) =>
        !operation.IsImplicit
        && operation.Type?.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_UInt32 or SpecialType.System_UInt64;

    // Towards zero, as a cast does.
    private static Expr Truncate(Expr value) => new ConditionalExpr(
        Binary(BinaryOperator.Less, value, ConstantExpr.Of(0)),
        Call("ceil", JsonType.Integer, value),
        Call("floor", JsonType.Integer, value),
        JsonType.Integer);
}
