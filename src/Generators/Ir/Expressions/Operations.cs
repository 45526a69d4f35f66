namespace Aot.Generators.Ir.Expressions;

/// <summary>A member of an object: <c>target.name</c>.</summary>
/// <param name="Target">The object, or a task's result.</param>
/// <param name="Name">JSON name.</param>
/// <param name="Type">Type of the member; nullable members that may be absent from data of others are read as <c>null</c> there.</param>
internal sealed record MemberExpr(Expr Target, string Name, JsonType Type) : Expr(Type)
{
    public override IEnumerable<Expr> Children => [Target];

    public override Expr MapChildren(Func<Expr, Expr> change) => Access.Member(change(Target), Name, Type);
}

/// <summary>An item of an array: <c>(target)[index]</c>.</summary>
/// <param name="Target">The array.</param>
/// <param name="Index">Zero-based; a constant below zero counts from the end.</param>
/// <param name="Type">Type of the item.</param>
/// <param name="IsPresent">True where the index is known to lie inside the array, so that nothing needs a test.</param>
internal sealed record ItemExpr(Expr Target, Expr Index, JsonType Type, bool IsPresent = false) : Expr(Type)
{
    public override IEnumerable<Expr> Children => [Target, Index];

    public override Expr MapChildren(Func<Expr, Expr> change) => this with { Target = change(Target), Index = change(Index) };
}

/// <summary>The value of a dictionary's key; it fails where the key is absent.</summary>
internal sealed record LookupExpr(Expr Target, Expr Key, JsonType Type) : Expr(Type)
{
    public override IEnumerable<Expr> Children => [Target, Key];

    public override Expr MapChildren(Func<Expr, Expr> change) => this with { Target = change(Target), Key = change(Key) };
}

/// <summary>The whole numbers from <paramref name="First"/> to <paramref name="Last"/>; none where the last is less than the first.</summary>
internal sealed record RangeExpr(Expr First, Expr Last) : Expr(JsonType.Array(JsonType.Integer))
{
    public override IEnumerable<Expr> Children => [First, Last];

    public override Expr MapChildren(Func<Expr, Expr> change) => new RangeExpr(change(First), change(Last));
}

/// <summary>True where a value is null, or the opposite.</summary>
internal sealed record NullTestExpr(Expr Operand, bool IsNotNull = false) : Expr(JsonType.Boolean)
{
    public override IEnumerable<Expr> Children => [Operand];

    public override Expr MapChildren(Func<Expr, Expr> change) => this with { Operand = change(Operand) };
}

/// <summary>An operator over two operands.</summary>
internal sealed record BinaryExpr(BinaryOperator Operator, Expr Left, Expr Right, JsonType Type) : Expr(Type)
{
    public override IEnumerable<Expr> Children => [Left, Right];

    public override Expr MapChildren(Func<Expr, Expr> change) => this with { Left = change(Left), Right = change(Right) };
}

/// <summary>JSONata's own operators: <see cref="Divide"/> and <see cref="Remainder"/> test nothing.</summary>
internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
    In,
    Concat,
}
