using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Jsonata;

internal sealed partial class JsonataWriter
{
    private JsonText WriteTemplate(Expr expr)
    {
        expr = expr is EncodedExpr encoded ? Expand(encoded) : expr;
        return expr switch
        {
            ConstantExpr { Value: null } => new JsonScalar("null"),
            ConstantExpr { Value: string text } when IsPlain(text) => JsonText.Of(text),
            ConstantExpr { Value: not string } constant => new JsonScalar(WriteConstant(constant.Value).Text),
            ResourceExpr resource => JsonText.Of($"${{{resource.Substitution}}}"),
            ObjectExpr literal when !literal.Members.Any(MayBeOmitted) => new JsonObject(
                literal.Members.Where(m => !IsOmitted(m)).Select(m => new JsonProperty(m.Name, WriteTemplate(m.Value))).ToEquatableArray()),
            ArrayExpr literal when !literal.Items.Any(i => i.IsSpread) => new JsonArray(literal.Items.Select(i => WriteTemplate(i.Value)).ToEquatableArray()),
            _ => JsonText.Of($"{{% {Write(expr).Text} %}}"),
        };
    }

    // Text that the engine would take for an expression, or the template for a substitution, becomes a JSONata string; so does what asl-validator refuses.
    private static bool IsPlain(string text) =>
        text.Length > 0
        && text.IndexOfAny(['\r', '\n']) < 0
        && !text.Contains("${")
        && !text.StartsWith("{%", StringComparison.Ordinal)
        && !text.EndsWith("%}", StringComparison.Ordinal);

    private Fragment WriteObject(ObjectExpr literal) =>
        literal.Members.Any(MayBeOmitted) ? Primary($"$merge([{WriteMembers(literal.Members)}])") : Primary(WriteMembers(literal.Members));

    // {'a': …, 'b': …}, and for a member that is left out where its value is null: {'a': …}, $b != null ? {'b': $b} : {}
    private string WriteMembers(EquatableArray<ObjectMember> members)
    {
        var always = members.Where(m => !m.OmitWhenNull || !MayBeOmitted(m)).Where(m => !IsOmitted(m)).Select(WriteProperty);
        var objects = new List<string> { $"{{{string.Join(", ", always)}}}" };
        foreach (var member in members.Where(MayBeOmitted))
        {
            var value = Inner(member);
            var name = value.IsPath() ? value : Fresh(member.Name, value.Type);
            var named = member.Value is EncodedExpr encoded ? encoded with { Value = name } : name;
            var kept = new ObjectExpr([member with { Value = Narrow(named), OmitWhenNull = false }], JsonType.Unknown);
            Expr omitted = new ConditionalExpr(new NullTestExpr(name, IsNotNull: true), kept, new ObjectExpr([], JsonType.Unknown), JsonType.Unknown);
            objects.Add(Write(name is BoundExpr bound && !ReferenceEquals(name, value) ? new LetExpr(bound, value, omitted) : omitted).Text);
        }

        return string.Join(", ", objects);
    }

    // Members that data of others may lack are there after a copy, as they are in C#.
    private Fragment WriteMerge(MergeExpr merge)
    {
        var absent = merge.Type.Members
            .Where(m => m.Type.IsNullable && !m.OmitWhenNull && merge.Members.All(n => n.Name != m.Name))
            .Select(m => new ObjectMember(m.Name, ConstantExpr.Null))
            .ToEquatableArray();
        var nulls = absent.Count == 0 ? "" : WriteMembers(absent) + ", ";
        return Primary($"$merge([{nulls}{WriteStrict(merge.Target).Text}, {WriteMembers(merge.Members)}])");
    }

    private string WriteProperty(ObjectMember member) => $"{JsonataText.String(member.Name).At(Precedence.Primary)}: {WriteStrict(member.Value).Text}";

    private static Expr Narrow(Expr value) => value is EncodedExpr encoded ? encoded with { Value = encoded.Value.NotNull() } : value.NotNull();

    private static bool MayBeOmitted(ObjectMember member) => member.OmitWhenNull && !IsOmitted(member) && Inner(member).Type.IsNullable;

    private static bool IsOmitted(ObjectMember member) => member.OmitWhenNull && Inner(member) is ConstantExpr { Value: null };

    private static Expr Inner(ObjectMember member) => member.Value is EncodedExpr encoded ? encoded.Value : member.Value;

    private Fragment WriteArray(ArrayExpr literal)
    {
        if (literal.Items.Count == 0)
            return Primary("[]");

        // [a, ..b, c] ──▶ $append($append([a], b), [c])
        var chunks = new List<string>();
        var own = new List<string>();
        foreach (var item in literal.Items)
        {
            if (!item.IsSpread && !MayBeArray(item.Value))
            {
                own.Add(WriteArrayItem(item.Value));
                continue;
            }

            Flush(chunks, own);
            chunks.Add(item.IsSpread ? WriteStrict(item.Value).Text : WriteUncertainItem(item.Value));
        }

        Flush(chunks, own);
        return Primary(chunks.Aggregate((left, right) => $"$append({left}, {right})"));
    }

    // An array constructor would insert the items of an array that is not a constructor itself.
    private string WriteArrayItem(Expr item)
    {
        var text = WriteStrict(item).Text;
        return item.Type.Kind is JsonKind.Array or JsonKind.Tuple && text[0] != '[' ? $"[{text}]" : text;
    }

    // What only the run knows to be an array is told apart there.
    private string WriteUncertainItem(Expr item)
    {
        var text = WriteStrict(item).Text;
        var variable = Fresh("item", item.Type);
        var name = "$" + _names.Open(variable);
        _names.Close(variable);
        return $"({name} := {text}; $type({name}) = 'array' ? [[{name}]] : [{name}])";
    }

    private static bool MayBeArray(Expr item) =>
        item.Type.Kind is JsonKind.Any or JsonKind.Unknown || item.Type is { IsNullable: true, Kind: JsonKind.Array or JsonKind.Tuple };

    private static void Flush(List<string> chunks, List<string> own)
    {
        if (own.Count > 0)
            chunks.Add($"[{string.Join(", ", own)}]");
        own.Clear();
    }
}
