using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Tests.Expressions;

public class ExprFactsTests
{
    private static readonly VariableExpr _a = new("a", JsonType.Integer);
    private static readonly VariableExpr _b = new("b", JsonType.Array(JsonType.Integer));

    [Fact]
    public void Free_variables_come_in_order_of_first_use() =>
        Assert.Equal(["b", "a"], new Snippet("b.Where(x => x > a).Count() + a", "int a = 1; int[] b = [];").Expr.FreeVariables());

    [Fact]
    public void A_use_in_a_lambda_counts_as_often_as_the_lambda_runs()
    {
        Assert.Equal(2, new Snippet("b.Count(x => x > a)", "int a = 1; int[] b = [];").Expr.CountUses("a"));
        Assert.Equal(1, new Snippet("b.Count(x => x > a)", "int a = 1; int[] b = [];").Expr.CountUses("b"));
    }

    [Fact]
    public void A_replacement_is_not_looked_into_again() =>
        Assert.Equal(new BinaryExpr(BinaryOperator.Add, _a, ConstantExpr.Of(1), JsonType.Integer), _a.Substitute(e => e is VariableExpr ? new BinaryExpr(BinaryOperator.Add, _a, ConstantExpr.Of(1), JsonType.Integer) : null));

    [Fact]
    public void A_member_of_a_substituted_literal_is_the_literal_s_own()
    {
        var member = new MemberExpr(new VariableExpr("pair", JsonType.Any), "a", JsonType.Integer);
        var pair = new ObjectExpr([new ObjectMember("a", _a), new ObjectMember("b", _b)], JsonType.Any);

        Assert.Equal(_a, member.Substitute(e => e is VariableExpr { Name: "pair" } ? pair : null));
    }

    [Theory]
    [InlineData("a / b", true)]
    [InlineData("a / 2", false)]
    [InlineData("xs[0]", true)]
    [InlineData("xs.Count()", false)]
    [InlineData("xs.First()", true)]
    [InlineData("int.Parse(s)", true)]
    [InlineData("s.Contains(\"x\")", false)]
    public void Failing_is_known_before_it_happens(string expression, bool canFail) =>
        Assert.Equal(canFail, new Snippet(expression, "int a = 1, b = 2; int[] xs = []; string s = \"\";").Expr.CanFail());

    [Theory]
    [InlineData("Guid.NewGuid()", true)]
    [InlineData("DateTimeOffset.UtcNow", true)]
    [InlineData("DateTimeOffset.UnixEpoch", false)]
    public void What_changes_from_one_evaluation_to_the_next_is_volatile(string expression, bool isVolatile) =>
        Assert.Equal(isVolatile, new Snippet(expression).Expr.IsVolatile());

    [Fact]
    public void Expressions_compare_by_value() =>
        Assert.Equal(new Snippet("b.Where(x => x > a)", "int a = 1; int[] b = [];").Expr, new Snippet("b.Where(x => x > a)", "int a = 1; int[] b = [];").Expr);
}
