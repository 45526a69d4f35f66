using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private readonly Stack<Expr> _accessed = new();

    // a ?? b ──▶ a != null ? a : b
    private Expr ReadCoalesce(IOperation nullable, IOperation whenNull, ITypeSymbol? type, IReadScope scope)
    {
        var value = Read(nullable, scope);
        var otherwise = Read(whenNull, scope);
        if (value is InvalidExpr || otherwise is InvalidExpr)
            return new InvalidExpr();
        if (value is ConstantExpr { Value: null })
            return otherwise;
        if (!value.Type.IsNullable)
            return value;
        return Once(value, "value", v => Choose(new NullTestExpr(v, IsNotNull: true), v.NotNull(), otherwise, type));
    }

    // a?.B ──▶ a != null ? a.B : null
    private Expr ReadConditionalAccess(IConditionalAccessOperation operation, IReadScope scope)
    {
        var value = Read(operation.Operation, scope);
        if (value is InvalidExpr)
            return value;
        if (value is ConstantExpr { Value: null })
            return ConstantExpr.Null;

        if (!value.Type.IsNullable)
            return Accessed(operation, value, scope);
        return Once(value, "value", v =>
            Choose(new NullTestExpr(v, IsNotNull: true), Accessed(operation, v.NotNull(), scope), ConstantExpr.Null, operation.Type));
    }

    private Expr Accessed(IConditionalAccessOperation operation, Expr instance, IReadScope scope)
    {
        _accessed.Push(instance);
        var result = Read(operation.WhenNotNull, scope);
        _accessed.Pop();
        return result;
    }

    /// <summary>The value, or the failure that C# throws where it is null.</summary>
    private Expr Require(Expr value, string exception = "NullReferenceException") => value switch
    {
        InvalidExpr => value,
        { Type.IsNullable: false } => value,
        ConstantExpr => new FailExpr(exception, JsonType.Unknown),
        _ => Once(value, "value", v => new ConditionalExpr(
            new NullTestExpr(v, IsNotNull: true), v.NotNull(), new FailExpr(exception, value.Type.NotNull()), value.Type.NotNull())),
    };
}
