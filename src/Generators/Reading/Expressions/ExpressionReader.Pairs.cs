using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

// Queries that combine items with each other.
internal sealed partial class ExpressionReader
{
    // xs.SelectMany(f) ──▶ $reduce(xs, function($all, $x) { $append($all, f($x)) }, [])
    private Expr ReadSelectMany(Expr source, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        if (Lambda(arguments[0], [source.Type.Element!, JsonType.Integer], scope) is not { } lambda)
            return new InvalidExpr();
        var inner = Sequence(Require(lambda.Body));
        if (inner.Type is not { Kind: JsonKind.Array, IsNullable: false, Element: { } element })
            return NoCounterpart(arguments[0], scope, "each item gives an array that is not null");
        if (lambda.Parameters.Count == 0)
            return NoCounterpart(arguments[0], scope, "name the item: x => …");
        if (arguments.Count == 2)
        {
            if (Lambda(arguments[1], [source.Type.Element!, element], scope) is not { Parameters: [var outer, var item] } result)
                return new InvalidExpr();
            inner = Call("map", JsonType.Array(result.Body.Type), inner, new LambdaExpr([item], Replace(result.Body, outer, lambda.Parameters[0])));
        }

        var all = NewBound("all", inner.Type);
        var step = new LambdaExpr([all, .. lambda.Parameters], Call("append", inner.Type, all, inner));
        return Call("reduce", inner.Type, source, step, new ArrayExpr([], inner.Type));
    }

    // xs.Zip(ys, f) ──▶ [$map([0..$min([$count(xs), $count(ys)]) - 1], function($i) { f((xs)[$i], (ys)[$i]) })]
    private Expr ReadZip(IInvocationOperation call, Expr source, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        var other = Require(Read(arguments[0], scope), "ArgumentNullException");
        if (other is InvalidExpr)
            return other;
        other = Sequence(other);
        if (other.Type is not { Kind: JsonKind.Array, Element: { } element })
            return NoCounterpart(call, scope, "only arrays and lists can be zipped");
        if (arguments.Count == 2 && arguments[1].Type?.TypeKind != TypeKind.Delegate && arguments[1] is not IDelegateCreationOperation)
            return NoCounterpart(call, scope, "zip two sequences at a time");

        return Once(source, "left", left => Once(other, "right", right =>
        {
            var index = NewBound("i", JsonType.Integer);
            Expr first = new ItemExpr(left, index, left.Type.Element!, IsPresent: true);
            Expr second = new ItemExpr(right, index, element, IsPresent: true);
            Expr body = new ArrayExpr([new ArrayItem(first), new ArrayItem(second)], Types.Read(call.Type!).NotNull().Element!);
            if (arguments.Count == 2)
            {
                if (Lambda(arguments[1], [left.Type.Element!, element], scope) is not { Parameters: [var a, var b] } result)
                    return new InvalidExpr();
                body = new LetExpr(a, first, new LetExpr(b, second, result.Body));
            }

            var last = new BinaryExpr(BinaryOperator.Subtract, Pick("min", JsonType.Integer, Count(left), Count(right)), ConstantExpr.Of(1), JsonType.Integer);
            return Call("map", JsonType.Array(body.Type), new RangeExpr(ConstantExpr.Of(0), last), new LambdaExpr([index], body));
        }));
    }

    // xs.Index() ──▶ $map(xs, function($x, $i) { [$i, $x] })
    private Expr ReadIndex(Expr source, JsonType element)
    {
        var item = NewBound("item", element);
        var index = NewBound("i", JsonType.Integer);
        var type = JsonType.Tuple([new JsonMember("Index", "0", JsonType.Integer), new JsonMember("Item", "1", element)]);
        return Call("map", JsonType.Array(type), source, new LambdaExpr([item, index], new ArrayExpr([new ArrayItem(index), new ArrayItem(item)], type)));
    }

    // xs.Aggregate(seed, f) ──▶ $reduce(xs, function($a, $x) { f }, seed)
    private Expr ReadFold(IInvocationOperation call, Expr source, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        if (arguments.Count == 0)
            return NoCounterpart(call, scope, "write Aggregate(seed, (all, item) => …)");
        var seed = arguments.Count > 1 ? Read(arguments[0], scope) : null;
        if (seed is InvalidExpr)
            return seed;
        var total = seed is null ? source.Type.Element! : Types.Read(call.TargetMethod.TypeArguments[1]);
        if (Lambda(arguments[arguments.Count > 1 ? 1 : 0], [total, source.Type.Element!], scope) is not { Parameters.Count: 2 } step)
            return new InvalidExpr();
        if (seed is null)
        {
            return Once(source, "items", items => new ConditionalExpr(
                Binary(BinaryOperator.Greater, Count(items), ConstantExpr.Of(0)),
                Call("reduce", total, items, step),
                new FailExpr("InvalidOperationException", total),
                total));
        }

        var folded = Call("reduce", total, source, step, seed);
        if (arguments.Count < 3)
            return folded;
        return Lambda(arguments[2], [total], scope) is { Parameters: [var all] } last ? new LetExpr(all, folded, last.Body) : new InvalidExpr();
    }

    // xs.Join(ys, k, l, f) ──▶ for each x the ys of the same key
    private Expr ReadJoin(IInvocationOperation call, Expr source, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        var other = Require(Read(arguments[0], scope), "ArgumentNullException");
        if (other is InvalidExpr)
            return other;
        other = Sequence(other);
        if (other.Type is not { Kind: JsonKind.Array, Element: { } element })
            return NoCounterpart(call, scope, "only arrays and lists can be joined");
        return Once(other, "others", others =>
        {
            if (Lambda(arguments[1], [source.Type.Element!], scope) is not { Parameters: [var outer] } outerKey
                || Lambda(arguments[2], [element], scope) is not { Parameters: [var inner] } innerKey
                || Lambda(arguments[3], [source.Type.Element!, element], scope) is not { Parameters: [var left, var right] } result)
                return new InvalidExpr();
            if ((Unkeyable(outerKey.Body) ?? Unkeyable(innerKey.Body)) is { } reason)
                return NoCounterpart(call, scope, reason);

            var matches = Once(outerKey.Body, "key", key =>
            {
                var same = Call("filter", others.Type, others, new LambdaExpr([inner], Binary(BinaryOperator.Equal, innerKey.Body, key)));
                return Call("map", JsonType.Array(result.Body.Type), same, new LambdaExpr([right], Replace(result.Body, left, outer)));
            });
            var all = NewBound("all", matches.Type);
            return Call("reduce", matches.Type, source, new LambdaExpr([all, outer], Call("append", matches.Type, all, matches)), new ArrayExpr([], matches.Type));
        });
    }

    // Why a key cannot be compared twice; null where it can.
    private static string? Unkeyable(Expr key) =>
        key.IsVolatile() ? "the key must be the same each time it is computed"
        : key.Type.IsNullable ? "the key must not be null; filter such items out first"
        : Incomparable(key.Type) is { } reason ? $"a key cannot be one of {reason}; use a string or number"
        : null;

    private static Expr Replace(Expr body, BoundExpr variable, Expr value) => body.Substitute(e => e is BoundExpr bound && bound.Id == variable.Id ? value : null);
}
