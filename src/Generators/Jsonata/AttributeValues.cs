using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Jsonata;

/// <summary>DynamoDB's form of values: <c>{"id":{"S":"a"},"count":{"N":"3"}}</c>.</summary>
internal static class AttributeValues
{
    private const int FirstId = -2; // bound variables of one nesting level each, so that none hides another in use

    /// <summary>A record as an item: one attribute value per member.</summary>
    public static Expr Item(Expr record) => Members(record, FirstId);

    private static Expr Members(Expr record, int id)
    {
        if (record is not ObjectExpr && !record.IsPath() && !(record is MergeExpr merge && merge.Target.IsPath() && !record.CanFail()))
        {
            var row = new BoundExpr(id, "row", record.Type);
            return new LetExpr(row, record, Members(row, id - 1));
        }

        var members = record is ObjectExpr literal
            ? literal.Members.Select(m => m with { Value = Value(m.Value, id) })
            : record.Type.Members.Select(m => new ObjectMember(m.Name, Value(Access.Member(record, m.Name, m.Type), id)));
        return new ObjectExpr(members.ToEquatableArray(), JsonType.Unknown);
    }

    private static Expr Value(Expr value, int id)
    {
        if (value is ConstantExpr { Value: null })
            return Tagged("NULL", ConstantExpr.True);
        if (value.Type.IsNullable)
            return OrNull(value, id);

        return value.Type.Kind switch
        {
            JsonKind.Boolean => Tagged("BOOL", value),
            JsonKind.Integer or JsonKind.Number or JsonKind.Decimal => Tagged("N", new CallExpr("string", [value], JsonType.String)),
            JsonKind.Array => Tagged("L", List(value, id)),
            JsonKind.Object => Tagged("M", Members(value, id)),
            _ => Tagged("S", value),
        };
    }

    private static Expr OrNull(Expr value, int id)
    {
        if (!value.IsPath())
        {
            var bound = new BoundExpr(id, "value", value.Type);
            return new LetExpr(bound, value, OrNull(bound, id - 1));
        }

        return new ConditionalExpr(new NullTestExpr(value, IsNotNull: true), Value(value.NotNull(), id), Tagged("NULL", ConstantExpr.True), JsonType.Unknown);
    }

    private static Expr List(Expr array, int id)
    {
        if (array is ArrayExpr literal && !literal.Items.Any(i => i.IsSpread))
            return literal with { Items = literal.Items.Select(i => new ArrayItem(Value(i.Value, id))).ToEquatableArray(), Type = JsonType.Array(JsonType.Object("", [])) };

        var item = new BoundExpr(id, "item", array.Type.Element!);
        return new CallExpr("map", [array, new LambdaExpr([item], Value(item, id - 1))], JsonType.Array(JsonType.Object("", [])));
    }

    private static ObjectExpr Tagged(string tag, Expr value) => new([new ObjectMember(tag, value)], JsonType.Object("", []));
}
