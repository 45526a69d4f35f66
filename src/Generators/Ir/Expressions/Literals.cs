namespace Aot.Generators.Ir.Expressions;

/// <summary>An object literal.</summary>
internal sealed record ObjectExpr(EquatableArray<ObjectMember> Members, JsonType Type) : Expr(Type)
{
    public override IEnumerable<Expr> Children => Members.Select(m => m.Value);

    public override Expr MapChildren(Func<Expr, Expr> change) =>
        this with { Members = Members.Select(m => m with { Value = change(m.Value) }).ToEquatableArray() };
}

/// <summary>One member of an object literal.</summary>
/// <param name="Name">Name in JSON.</param>
/// <param name="Value">Its value.</param>
/// <param name="OmitWhenNull">True leaves the member out where the value is null.</param>
internal sealed record ObjectMember(string Name, Expr Value, bool OmitWhenNull = false);

/// <summary>A copy of an object with some members replaced: <c>target with { … }</c>.</summary>
internal sealed record MergeExpr(Expr Target, EquatableArray<ObjectMember> Members) : Expr(Target.Type)
{
    public override IEnumerable<Expr> Children => [Target, .. Members.Select(m => m.Value)];

    public override Expr MapChildren(Func<Expr, Expr> change) =>
        Access.Merge(change(Target), Members.Select(m => m with { Value = change(m.Value) }).ToEquatableArray());
}

/// <summary>An array literal.</summary>
internal sealed record ArrayExpr(EquatableArray<ArrayItem> Items, JsonType Type) : Expr(Type)
{
    public override IEnumerable<Expr> Children => Items.Select(i => i.Value);

    public override Expr MapChildren(Func<Expr, Expr> change) => this with { Items = Items.Select(i => i with { Value = change(i.Value) }).ToEquatableArray() };
}

/// <summary>One item of an array literal.</summary>
/// <param name="Value">The item, or the array whose items are inserted.</param>
/// <param name="IsSpread">True for <c>..value</c>.</param>
internal sealed record ArrayItem(Expr Value, bool IsSpread = false);

/// <summary>A value in another encoding than JSON.</summary>
internal sealed record EncodedExpr(Expr Value, MemberEncoding Encoding) : Expr(Encoding == MemberEncoding.JsonText ? JsonType.String : Value.Type)
{
    public override IEnumerable<Expr> Children => [Value];

    public override Expr MapChildren(Func<Expr, Expr> change) => this with { Value = change(Value) };
}
