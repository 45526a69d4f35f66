using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Jsonata;

/// <summary>Writes values in other encodings than their own JSON.</summary>
/// <param name="fresh">Makes variables.</param>
internal sealed class Encodings(Func<string, JsonType, BoundExpr> fresh)
{
    /// <summary>The encoded value as an ordinary expression.</summary>
    public Expr Expand(EncodedExpr encoded) =>
        encoded.Encoding == MemberEncoding.JsonText
            ? JsonText(encoded.Value)
            : new AttributeValues(fresh, encoded.Encoding == MemberEncoding.SdkAttributeValues).Item(encoded.Value);

    // $string of a text gives the text itself, so it is written inside an array and cut out of it.
    private Expr JsonText(Expr value)
    {
        if (value.Type is not { IsText: true } and not { Kind: JsonKind.Time or JsonKind.Any or JsonKind.Unknown })
            return Call("string", JsonType.String, value);

        var text = fresh("text", JsonType.String);
        var cut = Call(
            "substring",
            JsonType.String,
            text,
            ConstantExpr.Of(1),
            new BinaryExpr(BinaryOperator.Subtract, Call("length", JsonType.Integer, text), ConstantExpr.Of(2), JsonType.Integer));
        return new LetExpr(text, Call("string", JsonType.String, new ArrayExpr([new ArrayItem(value)], JsonType.Array(value.Type))), cut);
    }

    private static CallExpr Call(string function, JsonType type, params Expr[] arguments) => new(function, arguments.ToEquatableArray(), type);
}
