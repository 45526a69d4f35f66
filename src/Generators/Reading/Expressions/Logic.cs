using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Reading.Expressions;

/// <summary>Builds conditions, leaving away what is decided.</summary>
internal static class Logic
{
    public static Expr And(Expr left, Expr right) =>
        left == ConstantExpr.True ? right
        : right == ConstantExpr.True || left == ConstantExpr.False ? left
        : new BinaryExpr(BinaryOperator.And, left, right, JsonType.Boolean);

    public static Expr Or(Expr left, Expr right) =>
        left == ConstantExpr.False ? right
        : right == ConstantExpr.False || left == ConstantExpr.True ? left
        : new BinaryExpr(BinaryOperator.Or, left, right, JsonType.Boolean);

    /// <summary>The opposite. Comparisons turn round: JSON has no NaN, for which that would be wrong.</summary>
    public static Expr Not(Expr condition) => condition switch
    {
        ConstantExpr { Value: bool value } => ConstantExpr.Of(!value),
        NullTestExpr test => test with { IsNotNull = !test.IsNotNull },
        BinaryExpr { Operator: BinaryOperator.And } both when HasNullTest(both.Left) => Or(Not(both.Left), Not(both.Right)),
        BinaryExpr { Operator: BinaryOperator.Or } either when HasNullTest(either.Left) => And(Not(either.Left), Not(either.Right)),
        BinaryExpr binary when Opposite(binary.Operator) is { } opposite => binary with { Operator = opposite },
        CallExpr { Function: "not", Arguments: [var inner] } => inner,
        _ => new CallExpr("not", [condition], JsonType.Boolean),
    };

    private static bool HasNullTest(Expr expr) => expr.Descendants().Any(e => e is NullTestExpr);

    private static BinaryOperator? Opposite(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Equal => BinaryOperator.NotEqual,
        BinaryOperator.NotEqual => BinaryOperator.Equal,
        BinaryOperator.Less => BinaryOperator.GreaterOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.LessOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.Less,
        _ => null,
    };
}
