using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Reading.Expressions;

/// <summary>Reads DynamoDB's form of values as records: <c>{"id":{"S":"a"},"count":{"N":"3"}}</c> ──▶ <c>{"id":"a","count":3}</c>.</summary>
/// <param name="fresh">Makes variables.</param>
/// <param name="isSdk">True where the tags are spelled as SDK integrations do.</param>
internal sealed class AttributeReader(Func<string, JsonType, BoundExpr> fresh, bool isSdk)
{
    /// <summary>An item, or a list of items, by the type it is read as; null where it is absent.</summary>
    public Expr Item(Expr item)
    {
        if (item.Type.IsNullable)
            return new ConditionalExpr(new NullTestExpr(item, IsNotNull: true), Item(item.NotNull()), ConstantExpr.Null, item.Type);
        return item.Type.Kind == JsonKind.Array
            ? Each(item, item.Type.Element!, Item)
            : Record(item, item.Type);
    }

    private ObjectExpr Record(Expr attributes, JsonType type) => new(
        type.Members.Select(m => new ObjectMember(m.Name, Value(new MemberExpr(attributes, m.Name, JsonType.Object("", [])), m.Type, m.IsSet))).ToEquatableArray(),
        type);

    // Absent and {"NULL": true} both have no tag of the type's own.
    private Expr Value(Expr attribute, JsonType type, bool isSet = false)
    {
        var tag = new MemberExpr(attribute, Tag(type, isSet), Tagged(type));
        if (!type.IsNullable)
            return Content(tag, type, isSet);
        return tag.Type.Kind == type.Kind
            ? tag
            : new ConditionalExpr(new NullTestExpr(tag, IsNotNull: true), Content(tag.NotNull(), type.NotNull(), isSet), ConstantExpr.Null, type);
    }

    private Expr Content(Expr tag, JsonType type, bool isSet) => type.Kind switch
    {
        JsonKind.Integer or JsonKind.Number or JsonKind.Decimal => Number(tag, type),
        JsonKind.Array when isSet => type.Element!.IsNumeric ? Each(tag, JsonType.String, n => Number(n, type.Element)) : tag with { Type = type },
        JsonKind.Array => Each(tag, JsonType.Object("", []), item => Value(item, type.Element!)),
        JsonKind.Object => Record(tag, type),
        _ => tag,
    };

    private string Tag(JsonType type, bool isSet) => type.Kind switch
    {
        JsonKind.Boolean => isSdk ? "Bool" : "BOOL",
        JsonKind.Integer or JsonKind.Number or JsonKind.Decimal => "N",
        JsonKind.Array when isSet => (type.Element!.IsNumeric ? "N" : "S") + (isSdk ? "s" : "S"),
        JsonKind.Array => "L",
        JsonKind.Object => "M",
        _ => "S",
    };

    // What stands behind the tag: numbers are text, lists and records hold attribute values themselves.
    private static JsonType Tagged(JsonType type) => type.Kind switch
    {
        JsonKind.Integer or JsonKind.Number or JsonKind.Decimal => type.IsNullable ? JsonType.String.OrNull() : JsonType.String,
        JsonKind.Object => JsonType.Any with { IsNullable = type.IsNullable },
        JsonKind.Array => new JsonType(JsonKind.Any) { IsNullable = type.IsNullable },
        _ => type,
    };

    private static CallExpr Number(Expr text, JsonType type) => new("number", [text], type.NotNull());

    private CallExpr Each(Expr items, JsonType element, Func<Expr, Expr> body)
    {
        var item = fresh("item", element);
        var value = body(item);
        return new CallExpr("map", [items, new LambdaExpr([item], value)], JsonType.Array(value.Type));
    }
}
