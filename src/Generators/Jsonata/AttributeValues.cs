using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Jsonata;

/// <summary>DynamoDB's form of values: <c>{"id":{"S":"a"},"count":{"N":"3"}}</c>.</summary>
/// <param name="fresh">Makes variables.</param>
/// <param name="isSdk">True spells the tags as SDK integrations do; they follow the Java SDK, optimized integrations the API.</param>
internal sealed class AttributeValues(Func<string, JsonType, BoundExpr> fresh, bool isSdk)
{
    private readonly string _boolean = isSdk ? "Bool" : "BOOL";
    private readonly string _null = isSdk ? "Nul" : "NULL";

    /// <summary>A record as an item: one attribute value per member.</summary>
    public Expr Item(Expr record) => Members(record);

    private Expr Members(Expr record)
    {
        if (record is not ObjectExpr && !record.IsPath() && !(record is MergeExpr merge && merge.Target.IsPath() && !record.CanFail()))
        {
            var row = fresh("row", record.Type);
            return new LetExpr(row, record, Members(row));
        }

        var members = record is ObjectExpr literal
            ? literal.Members.Select(m => m with { Value = Value(m.Value) })
            : record.Type.Members.Select(m => new ObjectMember(m.Name, Value(Access.Member(record, m.Name, m.Type))));
        return new ObjectExpr(members.ToEquatableArray(), JsonType.Unknown);
    }

    private Expr Value(Expr value)
    {
        if (value is ConstantExpr { Value: null })
            return Tagged(_null, ConstantExpr.True);
        if (value.Type.IsNullable)
            return OrNull(value);

        return value.Type.Kind switch
        {
            JsonKind.Boolean => Tagged(_boolean, value),
            JsonKind.Integer or JsonKind.Number or JsonKind.Decimal => Tagged("N", new CallExpr("string", [value], JsonType.String)),
            JsonKind.Array => Tagged("L", List(value)),
            JsonKind.Object => Tagged("M", Members(value)),
            _ => Tagged("S", value),
        };
    }

    private Expr OrNull(Expr value)
    {
        if (!value.IsPath())
        {
            var bound = fresh("value", value.Type);
            return new LetExpr(bound, value, OrNull(bound));
        }

        return new ConditionalExpr(new NullTestExpr(value, IsNotNull: true), Value(value.NotNull()), Tagged(_null, ConstantExpr.True), JsonType.Unknown);
    }

    private Expr List(Expr array)
    {
        if (array is ArrayExpr literal && !literal.Items.Any(i => i.IsSpread))
            return new ArrayExpr(literal.Items.Select(i => new ArrayItem(Value(i.Value))).ToEquatableArray(), JsonType.Array(JsonType.Object("", [])));

        var item = fresh("item", array.Type.Element!);
        return new CallExpr("map", [array, new LambdaExpr([item], Value(item))], JsonType.Array(JsonType.Object("", [])));
    }

    private static ObjectExpr Tagged(string tag, Expr value) => new([new ObjectMember(tag, value)], JsonType.Object("", []));
}
