using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Jsonata;

/// <summary>DynamoDB's form of values: <c>{"id":{"S":"a"},"count":{"N":"3"}}</c>.</summary>
/// <param name="fresh">Makes variables.</param>
/// <param name="isSdk">True spells the tags as SDK integrations do; they follow the Java SDK, optimized integrations the API.</param>
internal sealed class AttributeValues(Func<string, JsonType, BoundExpr> fresh, bool isSdk)
{
    private readonly string _boolean = isSdk ? "Bool" : "BOOL";
    private readonly string _null = isSdk ? "Nul" : "NULL";

    /// <summary>A record as an item: one attribute value per member; a list of records as a list of items.</summary>
    public Expr Item(Expr record) => record.Type.Kind == JsonKind.Array ? List(record, Item) : Members(record);

    private Expr Members(Expr record)
    {
        if (record is not ObjectExpr && !record.IsPath() && !(record is MergeExpr merge && merge.Target.IsPath() && !record.CanFail()))
        {
            var row = fresh("row", record.Type);
            return new LetExpr(row, record, Members(row));
        }

        var members = record is ObjectExpr literal
            ? literal.Members.Select(m => m with { Value = Value(m.Value, literal.Type.Members.Any(t => t.Name == m.Name && t.IsSet)) })
            : record.Type.Members.Select(m => new ObjectMember(m.Name, Value(Access.Member(record, m.Name, m.Type), m.IsSet)));
        return new ObjectExpr(members.ToEquatableArray(), JsonType.Unknown);
    }

    private Expr Value(Expr value, bool isSet = false)
    {
        if (value is ConstantExpr { Value: null })
            return Tagged(_null, ConstantExpr.True);
        if (value.Type.IsNullable)
            return OrNull(value, isSet);

        return value.Type.Kind switch
        {
            JsonKind.Boolean => Tagged(_boolean, value),
            JsonKind.Integer or JsonKind.Number or JsonKind.Decimal => Tagged("N", Text(value)),
            JsonKind.Array when isSet => value.Type.Element!.IsNumeric ? Tagged(isSdk ? "Ns" : "NS", List(value, Text)) : Tagged(isSdk ? "Ss" : "SS", value),
            JsonKind.Array => Tagged("L", List(value, v => Value(v))),
            JsonKind.Object => Tagged("M", Members(value)),
            _ => Tagged("S", value),
        };
    }

    private static CallExpr Text(Expr number) => new("string", [number], JsonType.String);

    private Expr OrNull(Expr value, bool isSet)
    {
        if (!value.IsPath())
        {
            var bound = fresh("value", value.Type);
            return new LetExpr(bound, value, OrNull(bound, isSet));
        }

        return new ConditionalExpr(new NullTestExpr(value, IsNotNull: true), Value(value.NotNull(), isSet), Tagged(_null, ConstantExpr.True), JsonType.Unknown);
    }

    private Expr List(Expr array, Func<Expr, Expr> each)
    {
        if (array is ArrayExpr literal && !literal.Items.Any(i => i.IsSpread))
            return new ArrayExpr(literal.Items.Select(i => new ArrayItem(each(i.Value))).ToEquatableArray(), JsonType.Array(JsonType.Object("", [])));

        var item = fresh("item", array.Type.Element!);
        return new CallExpr("map", [array, new LambdaExpr([item], each(item))], JsonType.Array(JsonType.Object("", [])));
    }

    private static ObjectExpr Tagged(string tag, Expr value) => new([new ObjectMember(tag, value)], JsonType.Object("", []));
}
