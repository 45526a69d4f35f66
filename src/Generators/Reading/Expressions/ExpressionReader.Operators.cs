using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private Expr ReadBinary(IBinaryOperation operation, IReadScope scope)
    {
        if (operation.Type?.SpecialType == SpecialType.System_String)
            return ReadConcatenation(operation, scope);
        if (ReadOrdinalComparison(operation, scope) is { } comparison)
            return comparison;

        var left = Read(Character(operation, operation.LeftOperand), scope);
        var right = Read(Character(operation, operation.RightOperand), scope);
        if (left is InvalidExpr || right is InvalidExpr)
            return new InvalidExpr();

        if (IsEnum(left) || IsEnum(right))
        {
            if (operation.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals))
                return Invalid(scope, ExpressionDescriptors.EnumName, operation.Syntax.GetLocation(), (IsEnum(left) ? left : right).Type.Name, "compare with its members by ==, or use a switch expression");
        }

        switch (operation.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd:
                return Logic.And(left, right);
            case BinaryOperatorKind.ConditionalOr:
                return Logic.Or(left, right);
            case BinaryOperatorKind.And when IsBoolean(left, right):
                return Logic.And(left, right);
            case BinaryOperatorKind.Or when IsBoolean(left, right):
                return Logic.Or(left, right);
            case BinaryOperatorKind.ExclusiveOr when IsBoolean(left, right):
                return new BinaryExpr(BinaryOperator.NotEqual, left, right, JsonType.Boolean);
            case BinaryOperatorKind.Equals:
                return Equal(left, right, operation, scope);
            case BinaryOperatorKind.NotEquals:
                return Equal(left, right, operation, scope) is { } equal and not InvalidExpr ? Logic.Not(equal) : new InvalidExpr();
            case BinaryOperatorKind.LessThan:
                return Compare(BinaryOperator.Less, left, right, operation, scope);
            case BinaryOperatorKind.LessThanOrEqual:
                return Compare(BinaryOperator.LessOrEqual, left, right, operation, scope);
            case BinaryOperatorKind.GreaterThan:
                return Compare(BinaryOperator.Greater, left, right, operation, scope);
            case BinaryOperatorKind.GreaterThanOrEqual:
                return Compare(BinaryOperator.GreaterOrEqual, left, right, operation, scope);
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply:
            case BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder:
                return ReadArithmetic(new(operation.OperatorKind, operation.IsChecked, operation, operation.RightOperand), left, right, scope);
            default:
                return NoCounterpart(operation, scope, "JSONata has + - * / %, comparisons, && and ||; write it with those");
        }
    }

    // C# compares characters by their codes; in JSON they are text.
    private static IOperation Character(IBinaryOperation operation, IOperation operand) =>
        operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
        && operand is IConversionOperation { IsImplicit: true, Operand: { Type.SpecialType: SpecialType.System_Char } character }
            ? character
            : operand;

    private static bool IsEnum(Expr value) => value.Type.Kind == JsonKind.Enum;

    private static bool IsBoolean(Expr left, Expr right) =>
        left.Type is { Kind: JsonKind.Boolean, IsNullable: false } && right.Type is { Kind: JsonKind.Boolean, IsNullable: false };

    private Expr ReadUnary(IUnaryOperation operation, IReadScope scope)
    {
        var operand = Read(operation.Operand, scope);
        if (operand is InvalidExpr)
            return operand;
        switch (operation.OperatorKind)
        {
            case UnaryOperatorKind.Not when operand.Type is { Kind: JsonKind.Boolean, IsNullable: false }:
                return Logic.Not(operand);
            case UnaryOperatorKind.Plus when operand.Type.IsNumeric:
                return operand;
            case UnaryOperatorKind.Minus when operand.Type.Kind is JsonKind.Integer or JsonKind.Number or JsonKind.Duration:
                return Lift(operand, v => new BinaryExpr(BinaryOperator.Subtract, new ConstantExpr(0L, v.Type), v, v.Type));
            case UnaryOperatorKind.Minus when operand.Type.Kind == JsonKind.Decimal:
                return Invalid(scope, ExpressionDescriptors.DecimalArithmetic, operation.Syntax.GetLocation());
            default:
                return NoCounterpart(operation, scope, "JSONata has ! and - only, on values that are not null; write it with those");
        }
    }

    private Expr ReadConditional(IConditionalOperation operation, IReadScope scope)
    {
        var condition = Read(operation.Condition, scope);
        return Choose(condition, Read(operation.WhenTrue, scope), Read(operation.WhenFalse!, scope), operation.Type);
    }

    private Expr Choose(Expr condition, Expr whenTrue, Expr whenFalse, ITypeSymbol? declared)
    {
        if (condition is InvalidExpr || whenTrue is InvalidExpr || whenFalse is InvalidExpr)
            return new InvalidExpr();
        return new ConditionalExpr(condition, whenTrue, whenFalse, Common(declared, [whenTrue, whenFalse]));
    }

    // The declared type says what it is, the branches whether it may be null.
    private JsonType Common(ITypeSymbol? declared, IReadOnlyList<Expr> branches)
    {
        var type = declared is null ? JsonType.Unknown : Types.Read(declared);
        if (type.Kind is JsonKind.Unknown or JsonKind.Any)
            type = branches.FirstOrDefault(b => b is not FailExpr && b.Type.Kind != JsonKind.Null)?.Type ?? type;
        return branches.Any(b => b is not FailExpr && b.Type.IsNullable) ? type.OrNull() : type.NotNull();
    }

    // Only a Fail state reports an error under a name of its own; $error(…) is always States.QueryEvaluationError. That serves .NET's own
    // exceptions, which no catch clause can name, but not the author's.
    private static Expr ReadThrow(IThrowOperation operation, IReadScope scope) =>
        Unwrap(operation.Exception)?.Type is { } type && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
            ? new FailExpr(type.Name, JsonType.Unknown)
            : NoCounterpart(operation, scope, "an expression cannot fail under a name that a catch clause knows; write 'if (…) throw new …;' before it");
}
