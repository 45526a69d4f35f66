using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Reading.Expressions;

/// <summary>The border between a workflow's values and a service: inside it they are their plain JSON, on the wire members have the encodings of their attributes.</summary>
/// <param name="fresh">Makes variables.</param>
/// <param name="isSdk">True spells attribute values as SDK integrations do.</param>
internal sealed class ServiceWire(Func<string, JsonType, BoundExpr> fresh, bool isSdk)
{
    /// <summary>Why a request of this expression cannot be written; null where it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>A request as the service wants it.</summary>
    public Expr Encode(Expr value)
    {
        if (!IsEncoded(value.Type))
            return value;
        return value switch
        {
            ObjectExpr { Type.Kind: JsonKind.Dictionary } literal => literal with { Members = literal.Members.Select(m => m with { Value = Encode(m.Value) }).ToEquatableArray() },
            ObjectExpr literal => literal with { Members = literal.Members.Select(m => Encode(m, literal.Type)).ToEquatableArray() },
            ArrayExpr literal => literal with { Items = literal.Items.Select(i => i with { Value = Encode(i.Value) }).ToEquatableArray() },
            ConditionalExpr conditional => conditional with { WhenTrue = Encode(conditional.WhenTrue), WhenFalse = Encode(conditional.WhenFalse) },
            LetExpr let => new LetExpr(let.Variable, let.Value, Encode(let.Body)),
            CallExpr { Function: "map", Arguments: [var items, LambdaExpr each] } map => map with { Arguments = [items, new LambdaExpr(each.Parameters, Encode(each.Body))] },
            _ => EncodeVariable(value),
        };
    }

    /// <summary>A response as the workflow sees it.</summary>
    /// <param name="value">The response; evaluating it twice costs nothing.</param>
    public Expr Decode(Expr value)
    {
        var type = value.Type;
        if (!IsEncoded(type))
            return value;
        if (type.IsNullable)
            return OrNull(value, Decode);
        if (type.Kind == JsonKind.Array)
            return Each(value, Decode);
        return new ObjectExpr(type.Members.Select(m => new ObjectMember(m.Name, Decode(value, m), m.OmitWhenNull)).ToEquatableArray(), type);
    }

    // What is no literal: its members by their type.
    private Expr EncodeVariable(Expr value)
    {
        if (value.Type.IsNullable)
            return Once(value, v => OrNull(v, Encode));
        switch (value.Type.Kind)
        {
            case JsonKind.Array:
                return Each(value, Encode);
            case JsonKind.Object:
                return Once(value, v => new ObjectExpr(value.Type.Members.Select(m => Encode(new ObjectMember(m.Name, Access.Member(v, m.Name, m.Type), m.OmitWhenNull), value.Type)).ToEquatableArray(), value.Type));
            default:
                Problem = "a dictionary whose values have encoded members is written out in the call; build it there";
                return new InvalidExpr();
        }
    }

    private ObjectMember Encode(ObjectMember member, JsonType owner)
    {
        var encoding = owner.Members.FirstOrDefault(m => m.Name == member.Name);
        if (encoding is null || encoding.Encoding == MemberEncoding.Json)
            return member with { Value = Encode(member.Value) };
        if (member.Value is ConstantExpr { Value: null })
            return member;
        if (encoding.Encoding == MemberEncoding.JsonText)
            return member with { Value = new EncodedExpr(member.Value, MemberEncoding.JsonText) };
        if (member.Value is not InvalidExpr)
            Problem ??= AttributeTypes.Problem(member.Value.Type, isItem: true);
        var item = encoding.Prefix.Length == 0 ? member.Value : Prefixed(member.Value, encoding.Prefix);
        return member with { Value = new EncodedExpr(item, isSdk ? MemberEncoding.SdkAttributeValues : MemberEncoding.AttributeValues) };
    }

    // new { cutoff } with the prefix ":" ──▶ {':cutoff': …}
    private Expr Prefixed(Expr values, string prefix)
    {
        if (values.Type.IsNullable)
            return values is ConstantExpr ? values : Once(values, v => OrNull(v, x => Prefixed(x, prefix)));
        var members = values is ObjectExpr literal
            ? literal.Members.Zip(literal.Type.Members, (m, t) => (Member: m, Type: t))
            : values.Type.Members.Select(m => (Member: new ObjectMember(m.Name, Access.Member(values, m.Name, m.Type)), Type: m));
        string Name(string name) => name.StartsWith(prefix, StringComparison.Ordinal) ? name : prefix + name;
        var renamed = members.Select(m => (Member: m.Member with { Name = Name(m.Member.Name) }, Type: m.Type with { Name = Name(m.Type.Name) })).ToArray();
        var type = values.Type with { Members = renamed.Select(m => m.Type).ToEquatableArray() };
        return new ObjectExpr(renamed.Select(m => m.Member).ToEquatableArray(), type);
    }

    private Expr Decode(Expr owner, JsonMember member)
    {
        var value = new MemberExpr(owner, member.Name, member.Type);
        return member.Encoding switch
        {
            MemberEncoding.AttributeValues => new AttributeReader(fresh, isSdk).Item(value),
            MemberEncoding.JsonText => member.Type.IsNullable ? OrNull(value, Parse) : Parse(value),
            _ => Decode(value),
        };
    }

    private static Expr Parse(Expr text) => new CallExpr("parse", [text], text.Type, CallTraits.CanFail);

    private Expr Each(Expr items, Func<Expr, Expr> body)
    {
        var item = fresh("item", items.Type.Element!);
        return new CallExpr("map", [items, new LambdaExpr([item], body(item))], items.Type);
    }

    private static Expr OrNull(Expr value, Func<Expr, Expr> body) =>
        new ConditionalExpr(new NullTestExpr(value, IsNotNull: true), body(value.NotNull()), ConstantExpr.Null, value.Type);

    private Expr Once(Expr value, Func<Expr, Expr> body)
    {
        if (value.IsPath())
            return body(value);
        var variable = fresh("request", value.Type);
        return new LetExpr(variable, value, body(variable));
    }

    private static bool IsEncoded(JsonType type) => type.Kind switch
    {
        JsonKind.Object => type.Members.Any(m => m.Encoding != MemberEncoding.Json || IsEncoded(m.Type)),
        JsonKind.Array or JsonKind.Dictionary => type.Element is { } element && IsEncoded(element),
        _ => false,
    };
}
