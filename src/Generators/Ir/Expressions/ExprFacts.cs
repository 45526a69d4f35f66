namespace Aot.Generators.Ir.Expressions;

/// <summary>What a pass may want to know of an expression before it moves, copies or drops it.</summary>
internal static class ExprFacts
{
    /// <summary>Names of the workflow variables it reads, in order of first use.</summary>
    public static EquatableArray<string> FreeVariables(this Expr expr) =>
        expr.Descendants().OfType<VariableExpr>().Select(v => v.Name).Distinct().ToEquatableArray();

    /// <summary>How often it names a workflow variable; a use inside a lambda counts as two, since it may run often.</summary>
    public static int CountUses(this Expr expr, string variable) => expr switch
    {
        VariableExpr v => v.Name == variable ? 1 : 0,
        LambdaExpr lambda => lambda.Body.CountUses(variable) > 0 ? 2 : 0,
        _ => expr.Children.Sum(c => c.CountUses(variable)),
    };

    /// <summary>How often it names a variable of its own; a use inside a lambda counts as two.</summary>
    public static int CountUses(this Expr expr, BoundExpr variable) => expr switch
    {
        BoundExpr bound => bound.Id == variable.Id ? 1 : 0,
        LambdaExpr lambda => lambda.Body.CountUses(variable) > 0 ? 2 : 0,
        _ => expr.Children.Sum(c => c.CountUses(variable)),
    };

    /// <summary>Replaces parts, from the outside in; a replacement is not looked into again.</summary>
    /// <param name="expr">Where to replace.</param>
    /// <param name="replace">The replacement of a part, or null to look inside it.</param>
    public static Expr Substitute(this Expr expr, Func<Expr, Expr?> replace) => replace(expr) ?? expr.MapChildren(c => c.Substitute(replace));

    /// <summary>True where evaluation may fail the state even though every value has its declared type.</summary>
    public static bool CanFail(this Expr expr) => expr.Descendants().Any(e => e switch
    {
        FailExpr => true,
        ItemExpr item => !item.IsPresent,
        LookupExpr or JsonataTextExpr => true,
        CallExpr call => (call.Traits & CallTraits.CanFail) != 0,
        _ => false,
    });

    /// <summary>True where a second evaluation may give another value: the clock, new ids, random numbers.</summary>
    public static bool IsVolatile(this Expr expr) =>
        expr.Descendants().Any(e => e is CallExpr { Traits: var traits } ? (traits & CallTraits.IsVolatile) != 0 : e is JsonataTextExpr { IsVolatile: true });

    /// <summary>True where writing it twice is as good as binding it: a variable, constant, resource or one of the roots of <c>$states</c>.</summary>
    public static bool IsSimple(this Expr expr) => expr is VariableExpr or BoundExpr or ConstantExpr or ResourceExpr or StateInputExpr or TaskResultExpr;

    /// <summary>True where evaluating it twice costs nothing: something simple, the workflow's input, or a member of one.</summary>
    public static bool IsPath(this Expr expr) => expr switch
    {
        MemberExpr member => member.Target.IsPath(),
        LookupExpr { Key: ConstantExpr } lookup => lookup.Target.IsPath(),
        ItemExpr { IsPresent: true } item => item.Target.IsPath() && item.Index.IsSimple(),
        _ => expr is InputExpr || expr.IsSimple(),
    };

    /// <summary>The same value where it is known not to be null.</summary>
    public static Expr NotNull(this Expr expr) => expr.Type.IsNullable ? expr with { Type = expr.Type.NotNull() } : expr;

    /// <summary>True where it reads the result or error of the state it stands in, so that it cannot move to another.</summary>
    public static bool IsBoundToState(this Expr expr) => expr.Descendants().Any(e => e is TaskResultExpr or ErrorExpr or StateInputExpr);

    /// <summary>True where operands have operands of their own over more than so many levels.</summary>
    public static bool IsDeeperThan(this Expr expr, int levels) => levels == 0 || expr.Children.Any(c => c.IsDeeperThan(levels - 1));

    /// <summary>The expression and everything in it, outermost first.</summary>
    public static IEnumerable<Expr> Descendants(this Expr expr)
    {
        yield return expr;
        foreach (var child in expr.Children)
        {
            foreach (var inner in child.Descendants())
                yield return inner;
        }
    }
}
