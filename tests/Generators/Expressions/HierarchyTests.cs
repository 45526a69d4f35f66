namespace Aot.Generators.Tests.Expressions;

/// <summary>Closed hierarchies, told apart by their discriminator.</summary>
public class HierarchyTests
{
    [Theory]
    [InlineData("""Shape s = new Circle("a", 2);""", "s is Circle", "true")]
    [InlineData("""Shape s = new Ring("a", 2, 1);""", "s is Circle", "true")]
    [InlineData("""Shape s = new Ring("a", 2, 1);""", "s is Square", "false")]
    [InlineData("""Shape? s = null;""", "s is Circle", "false")]
    [InlineData("""Shape s = new Circle("a", 2);""", "s switch { Ring r => r.Hole, Circle c => c.Radius * 2, Square q => q.Side, _ => 0 }", "4")]
    [InlineData("""Shape s = new Ring("a", 2, 1);""", "s switch { Ring r => r.Hole, Circle c => c.Radius * 2, Square q => q.Side, _ => 0 }", "1")]
    [InlineData("""Shape s = new Square("a", 3);""", "s switch { Circle { Radius: > 1 } => 1, Square { Side: 3, Note: null } q => q.Side, _ => 0 }", "3")]
    [InlineData("""Shape s = new Circle("a", 1);""", "s switch { Circle { Radius: > 1 } => 1, Square { Side: > 3 } => 2, _ => 0 }", "0")]
    [InlineData("""Shape s = new Square("a", 3, "n");""", "s is Square q ? new { Q = q } : null", """{"q":{"id":"a","note":"n","side":3}}""")]
    [InlineData("""Shape s = new Square("a", 3);""", "s is not Circle", "true")]
    [InlineData("""Shape s = new Square("a", 3);""", "s.Id", @"""a""")]
    [InlineData("double n = 3;", """new Shape[] { new Circle("a", n), new Square("b", n) }.Count(s => s is Circle)""", "1")]
    [InlineData("double n = 3;", """new Shape[] { new Circle("a", n) }""", """[{"id":"a","kind":"circle","radius":3}]""")]
    [InlineData("""var c = new Circle("a", 2);""", "new Shape[] { c }", """[{"id":"a","kind":"circle","radius":2}]""")]
    [InlineData("""Shape[] xs = [new Circle("a", 2), new Square("b", 3)];""", "xs.Select(x => x switch { Circle c => c.Radius, Square q => q.Side, _ => 0 }).Sum()", "5")]
    public void Types_mean_the_same(string locals, string expression, string outcome) => Meaning.Same(locals, expression, outcome);

    [Theory]
    [InlineData("""Shape s = new Circle("a", 2);""", "s switch { Square q => q.Side, _ => 0 }", "$s.kind = 'square' ? $s.side : 0")]
    [InlineData("""Shape s = new Circle("a", 2);""", "s is Circle", "$s.kind = 'circle' or $s.kind = 'ring'")]
    public void The_discriminator_is_asked(string locals, string expression, string jsonata) =>
        Assert.Equal(jsonata, Jsonata.JsonataWriter.Expression(new Snippet(expression, locals).Expr));
}
