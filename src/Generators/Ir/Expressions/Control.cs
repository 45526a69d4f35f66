namespace Aot.Generators.Ir.Expressions;

/// <summary><c>condition ? whenTrue : whenFalse</c>; only one of the two is evaluated.</summary>
internal sealed record ConditionalExpr(Expr Condition, Expr WhenTrue, Expr WhenFalse, JsonType Type) : Expr(Type)
{
    public override IEnumerable<Expr> Children => [Condition, WhenTrue, WhenFalse];

    public override Expr MapChildren(Func<Expr, Expr> change) =>
        this with { Condition = change(Condition), WhenTrue = change(WhenTrue), WhenFalse = change(WhenFalse) };
}

/// <summary>Evaluates a value once for a body that uses it more than once: <c>($v := value; body)</c>.</summary>
/// <remarks>The writer leaves the binding away where the value is a variable or constant, whatever it was when the expression was built.</remarks>
internal sealed record LetExpr(BoundExpr Variable, Expr Value, Expr Body) : Expr(Body.Type)
{
    public override IEnumerable<Expr> Children => [Value, Body];

    public override Expr MapChildren(Func<Expr, Expr> change) => new LetExpr(Variable, change(Value), change(Body));
}

/// <summary>A function value, the argument of <c>$map</c> and its like.</summary>
internal sealed record LambdaExpr(EquatableArray<BoundExpr> Parameters, Expr Body) : Expr(Body.Type)
{
    public override IEnumerable<Expr> Children => [Body];

    public override Expr MapChildren(Func<Expr, Expr> change) => new LambdaExpr(Parameters, change(Body));
}

/// <summary>A call of a JSONata or Step Functions function.</summary>
/// <param name="Function">Name without <c>$</c>.</param>
/// <param name="Arguments">Arguments.</param>
/// <param name="Type">Type of the result; an array type means an array for no, one and many items.</param>
/// <param name="Traits">What the call may do besides giving a value.</param>
internal sealed record CallExpr(string Function, EquatableArray<Expr> Arguments, JsonType Type, CallTraits Traits = CallTraits.None) : Expr(Type)
{
    public override IEnumerable<Expr> Children => Arguments;

    public override Expr MapChildren(Func<Expr, Expr> change) => this with { Arguments = Arguments.Select(change).ToEquatableArray() };
}

/// <summary>What a call may do besides giving a value.</summary>
[Flags]
internal enum CallTraits
{
    None = 0,

    /// <summary>The call may fail for some arguments of the right type.</summary>
    CanFail = 1,

    /// <summary>Two evaluations may give two values.</summary>
    IsVolatile = 2,
}

/// <summary>Fails the state with the name of the exception that C# would throw: <c>$error('…')</c>.</summary>
internal sealed record FailExpr(string Message, JsonType Type) : Expr(Type);

/// <summary>A regular expression, the argument of <c>$replace</c> and <c>$contains</c>.</summary>
/// <param name="Pattern">Text between the slashes.</param>
/// <param name="IgnoresCase">True for the flag <c>i</c>.</param>
internal sealed record RegexExpr(string Pattern, bool IgnoresCase = false) : Expr(JsonType.Unknown);
