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
internal sealed record ResourceExpr(string Substitution, string LogicalId, string Value, string Arn) : Expr(JsonType.Resource);

/// <summary>What stands for C# that was reported as an error: the machine is not written.</summary>
internal sealed record InvalidExpr() : Expr(JsonType.Unknown);
