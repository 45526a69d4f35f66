using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

// Queries that compare items with each other.
internal sealed partial class ExpressionReader
{
    private Expr ReadSets(IInvocationOperation call, Expr source, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        arguments = WithoutOrdinal(arguments);
        if (arguments is not [var argument])
            return NoCounterpart(call, scope, "values compare ordinally there; leave the comparer away");
        var other = Require(Read(argument, scope), "ArgumentNullException");
        if (other is InvalidExpr)
            return other;
        other = Sequence(other);
        var element = source.Type.Element!;
        if (other.Type.Kind != JsonKind.Array)
            return NoCounterpart(call, scope, "only arrays and lists can be compared");
        if (Incomparable(element) is { } reason || (element.Kind == JsonKind.Object && Incomparable(other.Type.Element!) is not null))
            return Invalid(scope, ExpressionDescriptors.ReferenceEquality, Spans.Narrowest(call), Incomparable(element) ?? "these values");
        if (call.TargetMethod.Name == "SequenceEqual")
            return Binary(BinaryOperator.Equal, source, other);
        if (call.TargetMethod.Name == "Union")
            return Call("distinct", source.Type, new ArrayExpr([new ArrayItem(source, IsSpread: true), new ArrayItem(other, IsSpread: true)], source.Type));
        if (element.Kind == JsonKind.Object)
            return NoCounterpart(call, scope, "records are found by a member: xs.Where(x => keys.Contains(x.Id))");

        // xs.Except(ys) ──▶ [$distinct([$filter(xs, function($x) { $not($x in ys) })])]
        return Once(other, "others", others =>
        {
            var item = NewBound("item", element);
            Expr isThere = new BinaryExpr(BinaryOperator.In, item, others, JsonType.Boolean);
            var test = call.TargetMethod.Name == "Except" ? Logic.Not(isThere) : isThere;
            return Call("distinct", source.Type, Call("filter", source.Type, source, new LambdaExpr([item], test)));
        });
    }

    private Expr ReadBy(IInvocationOperation call, Expr source, IReadOnlyList<IOperation> arguments, IReadScope scope) =>
        call.TargetMethod.Name == "DistinctBy" ? ReadDistinctBy(call, source, WithoutOrdinal(arguments), scope) : ReadExtreme(call, source, scope);

    // xs.DistinctBy(k) ──▶ $reduce(xs, function($kept, $x) { k($x) in [$map($kept, k)] ? $kept : $append($kept, [$x]) }, [])
    private Expr ReadDistinctBy(IInvocationOperation call, Expr source, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        if (arguments is not [var selector])
            return NoCounterpart(call, scope, "values compare ordinally there; leave the comparer away");
        if (Lambda(selector, [source.Type.Element!], scope) is not { Parameters: [var item] } by)
            return new InvalidExpr();
        if (by.IsVolatile() || by.Body.Type.Kind is not (JsonKind.Boolean or JsonKind.Integer or JsonKind.Number or JsonKind.String or JsonKind.Guid or JsonKind.Enum))
            return NoCounterpart(call, scope, "the key is a string, number, bool, enum or Guid that is the same each time it is computed");

        var kept = NewBound("kept", source.Type);
        var other = NewBound("other", source.Type.Element!);
        var keys = Call("map", JsonType.Array(by.Body.Type), kept, new LambdaExpr([other], Replace(by.Body, item, other)));
        var longer = new ArrayExpr([new ArrayItem(kept, IsSpread: true), new ArrayItem(item)], source.Type);
        var step = new ConditionalExpr(new BinaryExpr(BinaryOperator.In, by.Body, keys, JsonType.Boolean), kept, longer, source.Type);
        return Call("reduce", source.Type, source, new LambdaExpr([kept, item], step), new ArrayExpr([], source.Type));
    }

    // xs.MinBy(k) ──▶ $reduce(xs, function($best, $x) { k($x) < k($best) ? $x : $best }): the first of several
    private Expr ReadExtreme(IInvocationOperation call, Expr source, IReadScope scope)
    {
        var element = source.Type.Element!;
        if (element.IsNullable)
            return NoCounterpart(call, scope, "null has no place in the order there; filter it out first");
        var best = NewBound("best", element);
        var item = NewBound("item", element);
        if (Key(call, best, scope) is not { } bestKey || bestKey is InvalidExpr)
            return new InvalidExpr();
        if (bestKey.IsVolatile())
            return NoCounterpart(call, scope, "the key must be the same each time it is computed");

        var isBetter = Binary(call.TargetMethod.Name == "MinBy" ? BinaryOperator.Less : BinaryOperator.Greater, Replace(bestKey, best, item), bestKey);
        var step = new LambdaExpr([best, item], new ConditionalExpr(isBetter, item, best, element));
        var type = Types.Read(call.Type!);
        return Once(source, "items", items => Choose(
            Binary(BinaryOperator.Greater, Count(items), ConstantExpr.Of(0)),
            Call("reduce", element, items, step),
            type.IsNullable ? ConstantExpr.Null : new FailExpr("InvalidOperationException", element),
            call.Type));
    }
}
