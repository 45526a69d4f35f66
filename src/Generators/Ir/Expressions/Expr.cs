namespace Aot.Generators.Ir.Expressions;

/// <summary>A typed expression: what the reader makes of C# and the writer turns into JSONata. Immutable; compares by value.</summary>
/// <param name="Type">Static type of the value.</param>
internal abstract record Expr(JsonType Type)
{
    /// <summary>Direct operands in the order of their evaluation.</summary>
    public virtual IEnumerable<Expr> Children => [];

    /// <summary>The same expression over other operands.</summary>
    /// <param name="change">Gives the new operand for each of <see cref="Children"/>.</param>
    public virtual Expr MapChildren(Func<Expr, Expr> change) => this;
}
