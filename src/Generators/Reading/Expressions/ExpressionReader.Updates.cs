using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    /// <summary>The new value that <c>x += y</c>, <c>x++</c> or <c>x ??= y</c> gives its variable.</summary>
    public Expr ReadUpdate(IOperation update, IReadScope scope) => update switch
    {
        ICompoundAssignmentOperation compound => ReadCompound(compound, scope),
        IIncrementOrDecrementOperation increment => ReadIncrement(increment, scope),
        ICoalesceAssignmentOperation coalesce => ReadCoalesce(coalesce.Target, coalesce.Value, coalesce.Target.Type, scope),
        _ => NoCounterpart(update, scope, "write 'x = …'"),
    };

    private Expr ReadCompound(ICompoundAssignmentOperation operation, IReadScope scope)
    {
        if (operation.Type?.SpecialType == SpecialType.System_String)
            return Concat([ReadText(operation.Target, null, scope), ReadText(operation.Value, null, scope)]);

        var left = Read(operation.Target, scope);
        var right = Read(operation.Value, scope);
        if (left is InvalidExpr || right is InvalidExpr)
            return new InvalidExpr();
        if (IsBoolean(left, right))
        {
            return operation.OperatorKind switch
            {
                BinaryOperatorKind.And => Logic.And(left, right),
                BinaryOperatorKind.Or => Logic.Or(left, right),
                _ => new BinaryExpr(BinaryOperator.NotEqual, left, right, JsonType.Boolean),
            };
        }

        // `anInt += aDouble` rounds on its way back, and a small integer wraps.
        if (operation.OutConversion is { Exists: true, IsIdentity: false, IsImplicit: false })
            return NoCounterpart(operation, scope, "it converts its result back; write the conversion: 'x = (int)(x + y)'");
        if (operation.OperatorKind is not (BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder))
            return NoCounterpart(operation, scope, "JSONata has + - * / %, comparisons, && and ||; write it with those");
        return ReadArithmetic(new(operation.OperatorKind, operation.IsChecked, operation, operation.Value), left, right, scope);
    }

    private Expr ReadIncrement(IIncrementOrDecrementOperation operation, IReadScope scope)
    {
        var kind = operation.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var value = Read(operation.Target, scope);
        return value is InvalidExpr ? value : ReadArithmetic(new(kind, operation.IsChecked, operation, operation), value, ConstantExpr.Of(1L), scope);
    }
}
