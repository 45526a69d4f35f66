using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Jsonata;

internal sealed partial class JsonataWriter
{
    private Fragment WriteBinary(BinaryExpr binary)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.And:
                return IsGuard(binary)
                    ? WriteConditional(new ConditionalExpr(binary.Left, binary.Right, ConstantExpr.False, JsonType.Boolean))
                    : Join(binary, Precedence.And, Precedence.And);
            case BinaryOperator.Or:
                return IsGuard(binary)
                    ? WriteConditional(new ConditionalExpr(binary.Left, ConstantExpr.True, binary.Right, JsonType.Boolean))
                    : Join(binary, Precedence.Or, Precedence.Or);
            case BinaryOperator.Add or BinaryOperator.Subtract:
                return Join(binary, Precedence.Additive, Precedence.Multiplicative);
            case BinaryOperator.Concat:
                return Join(binary, Precedence.Additive, Precedence.Additive);
            case BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Remainder:
                return Join(binary, Precedence.Multiplicative, Precedence.Unary);
            default:
                var sides = Precedence.Additive;
                return new Fragment($"{Side(binary, binary.Left, sides)} {Symbol(binary.Operator)} {Side(binary, binary.Right, sides)}", Precedence.Comparison);
        }
    }

    private Fragment Join(BinaryExpr binary, Precedence own, Precedence right) =>
        new($"{Side(binary, binary.Left, own)} {Symbol(binary.Operator)} {Side(binary, binary.Right, right)}", own);

    // Numbers hand "nothing" on to the result, which the state then refuses; the other operators would make a value of it.
    private string Side(BinaryExpr binary, Expr operand, Precedence precedence) =>
        (binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Remainder
            or BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual
            ? Write(operand)
            : WriteStrict(operand)).At(precedence);

    // `and` and `or` need not keep the order that a test in front of its use relies on; `? :` does.
    private static bool IsGuard(BinaryExpr binary) => binary.Right.CanFail() || TestsNull(binary.Left, isSelfContained: binary.Operator == BinaryOperator.Or);

    // A false `a > 3` over a nullable `a` says nothing of null to what follows an `or`.
    private static bool TestsNull(Expr expr, bool isSelfContained) =>
        expr is NullTestExpr || (!(isSelfContained && expr is ConditionalExpr) && expr.Children.Any(c => TestsNull(c, isSelfContained)));

    private static string Symbol(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Remainder => "%",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.And => "and",
        BinaryOperator.Or => "or",
        BinaryOperator.In => "in",
        _ => "&",
    };

    private Fragment WriteConditional(ConditionalExpr conditional)
    {
        // "Nothing" as a condition is false: harmless where false fails too.
        var condition = (conditional.WhenFalse is FailExpr ? Write(conditional.Condition) : WriteStrict(conditional.Condition)).At(Precedence.Or);
        var whenTrue = Write(conditional.WhenTrue).At(Precedence.Or);
        return new Fragment($"{condition} ? {whenTrue} : {Write(conditional.WhenFalse).Text}", Precedence.Conditional);
    }

    // An absent member is neither equal nor unequal to null, so "not unequal" is the test that holds for it too.
    private Fragment WriteNullTest(NullTestExpr test)
    {
        var operand = _names.Resolve(test.Operand);
        if (operand is MemberExpr { Type.IsNullable: true } member)
        {
            var isNotNull = new Fragment($"{WritePath(member).At(Precedence.Additive)} != null", Precedence.Comparison);
            return test.IsNotNull ? isNotNull : Primary($"$not({isNotNull.Text})");
        }

        return new Fragment($"{WriteStrict(operand).At(Precedence.Additive)} {(test.IsNotNull ? "!=" : "=")} null", Precedence.Comparison);
    }
}
