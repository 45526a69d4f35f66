namespace Aot.Generators.Ir.Expressions;

/// <summary>A constant.</summary>
/// <param name="Value"><c>null</c>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/> (finite) or <see cref="string"/>.</param>
/// <param name="Type">Its type; an enum's constant is its member's name.</param>
internal sealed record ConstantExpr(object? Value, JsonType Type) : Expr(Type)
{
    public static readonly ConstantExpr Null = new(null, JsonType.Null);
    public static readonly ConstantExpr True = new(true, JsonType.Boolean);
    public static readonly ConstantExpr False = new(false, JsonType.Boolean);

    public static ConstantExpr Of(bool value) => value ? True : False;

    public static ConstantExpr Of(long value) => new(value, JsonType.Integer);

    public static ConstantExpr Of(double value) => new(value, JsonType.Number);

    public static ConstantExpr Of(string value) => new(value, JsonType.String);
}

/// <summary>A resource of the template: <c>${LogicalId}</c> in the definition.</summary>
/// <param name="Substitution">Name of the <c>DefinitionSubstitutions</c> entry.</param>
/// <param name="LogicalId">Logical id in the template.</param>
/// <param name="Value">What the substitution holds: <c>Ref</c> or <c>GetAtt:&lt;attribute&gt;</c>.</param>
/// <param name="Arn">How IAM names it: <c>Ref</c>, <c>GetAtt:&lt;attribute&gt;</c> or <c>Sub:&lt;text&gt;</c> in which <c>{id}</c> is the logical id.</param>
internal sealed record ResourceExpr(string Substitution, string LogicalId, string Value, string Arn) : Expr(new JsonType(JsonKind.Resource));

/// <summary>An object literal.</summary>
internal sealed record ObjectExpr(EquatableArray<ObjectMember> Members, JsonType Type) : Expr(Type)
{
    public override IEnumerable<Expr> Children => Members.Select(m => m.Value);

    public override Expr MapChildren(Func<Expr, Expr> change) => this with { Members = Members.Select(m => m with { Value = change(m.Value) }).ToEquatableArray() };
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
        new MergeExpr(change(Target), Members.Select(m => m with { Value = change(m.Value) }).ToEquatableArray());
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

/// <summary>What stands for C# that was reported as an error: the machine is not written.</summary>
internal sealed record InvalidExpr() : Expr(JsonType.Unknown);
