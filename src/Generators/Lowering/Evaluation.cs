using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Lowering;

/// <summary>What the merges ask of an expression besides <see cref="ExprFacts"/>.</summary>
internal static class Evaluation
{
    /// <summary>True where evaluating the expression always evaluates the part too, so that the part's failure is not lost.</summary>
    public static bool AlwaysEvaluates(this Expr expr, Expr part) => Certain(expr).Any(e => e.Equals(part));

    /// <summary>True where evaluating the expression always reads the variable.</summary>
    public static bool AlwaysEvaluates(this Expr expr, string variable) => Certain(expr).Any(e => e is VariableExpr v && v.Name == variable);

    private static IEnumerable<Expr> Certain(Expr expr)
    {
        yield return expr;
        var children = expr switch
        {
            ConditionalExpr conditional => [conditional.Condition],
            BinaryExpr { Operator: BinaryOperator.And or BinaryOperator.Or } binary => [binary.Left],
            LambdaExpr => [],
            _ => expr.Children,
        };
        foreach (var child in children)
        {
            foreach (var inner in Certain(child))
                yield return inner;
        }
    }
}
