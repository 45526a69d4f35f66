using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Jsonata;

/// <summary>Writes expressions as JSONata 2.0.6 that means what the C# meant.</summary>
internal static partial class JsonataWriter
{
    /// <summary>The value as JSON with <c>{% … %}</c> leaves, for <c>Arguments</c>, <c>Output</c>, <c>Assign</c> and their like.</summary>
    public static JsonText Template(Expr expr) => JsonText.Of("{% " + Expression(expr) + " %}");

    /// <summary>The expression as one JSONata text without <c>{% %}</c>.</summary>
    public static string Expression(Expr expr) => expr is ConstantExpr { Value: null } ? "null" : throw new NotSupportedException(expr.GetType().Name);
}
