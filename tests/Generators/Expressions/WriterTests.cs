using Aot.Generators.Ir.Expressions;
using Aot.Generators.Jsonata;

namespace Aot.Generators.Tests.Expressions;

public class WriterTests
{
    private static readonly VariableExpr _n = new("n", JsonType.Integer);
    private static readonly CallExpr _id = new("uuid", [], JsonType.Guid, CallTraits.IsVolatile);

    [Fact]
    public void A_volatile_value_used_twice_is_bound_once()
    {
        var id = new BoundExpr(1, "id", JsonType.Guid);

        Assert.Equal("($id := $uuid(); $id & $id)", Written(new LetExpr(id, _id, Concat(id, id))));
    }

    [Fact]
    public void A_binding_of_a_variable_is_left_away_even_if_it_became_one_later()
    {
        var bound = new BoundExpr(1, "value", JsonType.Integer);
        var let = new LetExpr(bound, new CallExpr("abs", [_n], JsonType.Integer), new BinaryExpr(BinaryOperator.Multiply, bound, bound, JsonType.Integer));

        Assert.Equal("($value := $abs($n); $value * $value)", Written(let));
        Assert.Equal("$m * $m", Written(let.Substitute(e => e is CallExpr ? new VariableExpr("m", JsonType.Integer) : null)));
    }

    [Fact]
    public void A_bound_name_hides_neither_function_nor_workflow_variable_nor_another_in_use()
    {
        var outer = new BoundExpr(1, "n", JsonType.Integer);
        var inner = new BoundExpr(2, "count", JsonType.Integer);
        var sum = new BinaryExpr(BinaryOperator.Add, new BinaryExpr(BinaryOperator.Add, outer, inner, JsonType.Integer), _n, JsonType.Integer);
        var map = new CallExpr("map", [new VariableExpr("xs", JsonType.Array(JsonType.Integer)), new LambdaExpr([outer, inner], sum)], JsonType.Array(JsonType.Integer));

        Assert.Equal("[$map($xs, function($n_2, $count_2) { $n_2 + $count_2 + $n })]", Written(map));
    }

    [Theory]
    [InlineData("name", "$o.name")]
    [InlineData("and", "$o.`and`")]
    [InlineData("null", "$o.`null`")]
    [InlineData("a b", "$o.`a b`")]
    [InlineData("1st", "$o.`1st`")]
    [InlineData("a`b", "$lookup($o, 'a`b')")]
    public void A_member_name_is_quoted_where_it_is_no_plain_word(string name, string expected) =>
        Assert.Equal(expected, Written(new MemberExpr(new VariableExpr("o", JsonType.Any), name, JsonType.String)));

    [Theory]
    [InlineData("it's", "\"it's\"")]
    [InlineData("a\\b", "\"a\\\\b\"")]
    [InlineData("plain", "'plain'")]
    [InlineData("a ${b} c", "'a $' & '{b} c'")]
    public void A_string_is_written_so_that_neither_JSONata_nor_the_template_changes_it(string text, string expected) =>
        Assert.Equal(expected, Written(ConstantExpr.Of(text)));

    [Fact]
    public void Half_a_character_survives_the_way_through_a_file()
    {
        Assert.Equal("\"\\ud83d\"", JsonString.Quote("\ud83d"));
        Assert.Equal("\"😀\"", JsonString.Quote("😀"));
    }

    [Fact]
    public void Operands_get_parentheses_only_where_the_meaning_needs_them()
    {
        var difference = new BinaryExpr(BinaryOperator.Subtract, _n, ConstantExpr.Of(1), JsonType.Integer);

        Assert.Equal("$n - 1 - ($n - 1)", Written(new BinaryExpr(BinaryOperator.Subtract, difference, difference, JsonType.Integer)));
        Assert.Equal("($n - 1) * -2", Written(new BinaryExpr(BinaryOperator.Multiply, difference, ConstantExpr.Of(-2), JsonType.Integer)));
    }

    [Fact]
    public void The_roots_of_a_state_are_the_context_s_own()
    {
        Assert.Equal("$states.context.Execution.Input.id", Written(new MemberExpr(new InputExpr(JsonType.Any), "id", JsonType.String)));
        Assert.Equal("($states.result)[0].Payload", Written(new MemberExpr(new ItemExpr(new TaskResultExpr(JsonType.Any), ConstantExpr.Of(0), JsonType.Any, IsPresent: true), "Payload", JsonType.Any)));
        Assert.Equal("$states.errorOutput.Cause", Written(new MemberExpr(new ErrorExpr(), "Cause", JsonType.String)));
        Assert.Equal("$states.context.Execution.Id", Written(new MemberExpr(new MemberExpr(new ContextExpr(), "Execution", JsonType.Any), "Id", JsonType.String)));
        Assert.Equal("$states.input", Written(new StateInputExpr(JsonType.Any)));
    }

    private static BinaryExpr Concat(Expr left, Expr right) => new(BinaryOperator.Concat, left, right, JsonType.String);

    private static string Written(Expr expr) => JsonataWriter.Expression(expr);
}
