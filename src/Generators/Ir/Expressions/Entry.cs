namespace Aot.Generators.Ir.Expressions;

/// <summary>An object with one member whose name is computed: <c>{key: value}</c>, what <c>$merge</c> makes a dictionary of.</summary>
internal sealed record EntryExpr(Expr Key, Expr Value) : Expr(JsonType.Dictionary(Value.Type))
{
    public override IEnumerable<Expr> Children => [Key, Value];

    public override Expr MapChildren(Func<Expr, Expr> change) => new EntryExpr(change(Key), change(Value));
}
