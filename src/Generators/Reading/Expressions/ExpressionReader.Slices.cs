using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

// Parts of sequences by position.
internal sealed partial class ExpressionReader
{
    // xs.Take(n) ──▶ [$filter(xs, function($item, $i) { $i < n })]
    private Expr ReadSlice(IInvocationOperation call, Expr source, IOperation count, IReadScope scope)
    {
        var limit = Read(count, scope);
        if (limit is InvalidExpr || limit.Type is not { Kind: JsonKind.Integer, IsNullable: false })
            return limit is InvalidExpr ? limit : NoCounterpart(call, scope, "the count is a whole number");
        var isFromTheEnd = call.TargetMethod.Name.EndsWith("Last", StringComparison.Ordinal);
        var comparison = call.TargetMethod.Name is "Take" or "SkipLast" ? BinaryOperator.Less : BinaryOperator.GreaterOrEqual;
        return !isFromTheEnd
            ? Once(limit, "n", n => Kept(source, i => Binary(comparison, i, n)))
            : Once(source, "items", items =>
                Once(new BinaryExpr(BinaryOperator.Subtract, Count(items), limit, JsonType.Integer), "n", n => Kept(items, i => Binary(comparison, i, n))));
    }

    private CallExpr Kept(Expr source, Func<Expr, Expr> test)
    {
        var item = NewBound("item", source.Type.Element!);
        var index = NewBound("i", JsonType.Integer);
        return Call("filter", source.Type, source, new LambdaExpr([item, index], test(index)));
    }

    // xs.TakeWhile(p): how many items at the beginning match, counted without asking those behind
    //   ──▶
    // ($n := $reduce(xs, function($taken, $x, $i) { $taken = $i ? (p($x) ? $taken + 1 : $taken) : $taken }, 0); [$filter(xs, … $i < $n …)])
    private Expr ReadLeading(IInvocationOperation call, Expr source, IOperation predicate, IReadScope scope) => Once(source, "items", items =>
    {
        if (Lambda(predicate, [items.Type.Element!, JsonType.Integer], scope) is not { } lambda)
            return new InvalidExpr();
        var taken = NewBound("taken", JsonType.Integer);
        var item = lambda.Parameters.Count > 0 ? lambda.Parameters[0] : NewBound("item", items.Type.Element!);
        var index = lambda.Parameters.Count > 1 ? lambda.Parameters[1] : NewBound("i", JsonType.Integer);
        var more = new ConditionalExpr(lambda.Body, Times.Add(taken, ConstantExpr.Of(1), JsonType.Integer), taken, JsonType.Integer);
        var step = new ConditionalExpr(Binary(BinaryOperator.Equal, taken, index), more, taken, JsonType.Integer);
        var count = Call("reduce", JsonType.Integer, items, new LambdaExpr([taken, item, index], step), ConstantExpr.Of(0));
        var comparison = call.TargetMethod.Name == "TakeWhile" ? BinaryOperator.Less : BinaryOperator.GreaterOrEqual;
        return Once(count, "n", n => Kept(items, i => Binary(comparison, i, n)));
    });

    // xs.ElementAtOrDefault(i) ──▶ i >= 0 and i < $count(xs) ? (xs)[i] : the default
    private Expr ReadElementAt(IInvocationOperation call, Expr source, IOperation index, IReadScope scope)
    {
        if (call.TargetMethod.Name == "ElementAt")
            return ReadItem(call, source, index, scope);
        var position = Read(index, scope);
        if (position is InvalidExpr || position.Type is not { Kind: JsonKind.Integer, IsNullable: false })
            return position is InvalidExpr ? position : NoCounterpart(call, scope, "the index is a whole number");
        return Once(source, "items", items => Once(position, "i", i => Choose(
            Logic.And(AtLeastZero(i), Binary(BinaryOperator.Less, i, Count(items))),
            new ItemExpr(items, i, items.Type.Element!, IsPresent: true),
            Default(Types.Read(call.Type!)),
            call.Type)));
    }

    private Expr ReadDefaultIfEmpty(Expr source, JsonType element, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        var item = arguments.Count > 0 ? Read(arguments[0], scope) : Default(element);
        if (item is InvalidExpr)
            return item;
        var type = JsonType.Array(item.Type.IsNullable ? element.OrNull() : element);
        return Once(source, "items", items => new ConditionalExpr(
            Binary(BinaryOperator.Greater, Count(items), ConstantExpr.Of(0)), items, new ArrayExpr([new ArrayItem(item)], type), type));
    }

    // xs.Chunk(n) ──▶ $partition(xs, n)
    private Expr ReadChunk(IInvocationOperation call, Expr source, IOperation size, IReadScope scope)
    {
        var length = Read(size, scope);
        if (length is InvalidExpr || length.Type is not { Kind: JsonKind.Integer, IsNullable: false })
            return length is InvalidExpr ? length : NoCounterpart(call, scope, "the size is a whole number");
        return Once(length, "n", n =>
        {
            var chunks = Call("partition", JsonType.Array(source.Type), source, n);
            return n is ConstantExpr { Value: long and > 0 }
                ? chunks
                : new ConditionalExpr(
                    Binary(BinaryOperator.Greater, n, ConstantExpr.Of(0)), chunks, new FailExpr("ArgumentOutOfRangeException", chunks.Type), chunks.Type);
        });
    }

    // xs.FindIndex(p) ──▶ $reduce(xs, function($at, $x, $i) { $at >= 0 ? $at : p($x) ? $i : -1 }, -1)
    private Expr ReadFindIndex(Expr source, IOperation predicate, IReadScope scope)
    {
        if (Lambda(predicate, [source.Type.Element!], scope) is not { Parameters: [var item] } lambda)
            return new InvalidExpr();
        var at = NewBound("at", JsonType.Integer);
        var index = NewBound("i", JsonType.Integer);
        var none = ConstantExpr.Of(-1);
        var found = new ConditionalExpr(lambda.Body, index, none, JsonType.Integer);
        var step = new ConditionalExpr(Binary(BinaryOperator.GreaterOrEqual, at, ConstantExpr.Of(0)), at, found, JsonType.Integer);
        return Call("reduce", JsonType.Integer, source, new LambdaExpr([at, item, index], step), none);
    }

    // xs[a..b], s[a..b]: what lies outside fails, as it does in C#
    private Expr ReadRange(IOperation operation, Expr target, IRangeOperation range, IReadScope scope)
    {
        if (target.Type.Kind == JsonKind.String)
            scope.Report(Diagnostics.ExpressionDescriptors.TextPosition, operation.Syntax.GetLocation());
        else if (target.Type.Kind != JsonKind.Array)
            return NoCounterpart(operation, scope, "only arrays, lists and strings have parts");

        return Once(target, target.Type.Kind == JsonKind.String ? "text" : "items", t =>
        {
            var length = t.Type.Kind == JsonKind.String ? Length(t) : Count(t);
            var first = Bound(range.LeftOperand, ConstantExpr.Of(0), length, scope);
            var last = Bound(range.RightOperand, length, length, scope);
            if (first is InvalidExpr || last is InvalidExpr)
                return new InvalidExpr();
            return Once(first, "start", start => Once(last, "end", end =>
            {
                var isInside = Logic.And(
                    AtLeastZero(start),
                    Logic.And(
                        Binary(BinaryOperator.LessOrEqual, start, end),
                        range.RightOperand is null ? ConstantExpr.True : Binary(BinaryOperator.LessOrEqual, end, length)));
                Expr part = t.Type.Kind == JsonKind.String
                    ? Call("substring", JsonType.String, t, start, start is ConstantExpr { Value: 0L } ? end : new BinaryExpr(BinaryOperator.Subtract, end, start, JsonType.Integer))
                    : Kept(t, i => Logic.And(Binary(BinaryOperator.GreaterOrEqual, i, start), Binary(BinaryOperator.Less, i, end)));
                return new ConditionalExpr(isInside, part, new FailExpr("ArgumentOutOfRangeException", t.Type), t.Type);
            }));
        });
    }

    // n, or ^n, which counts from the end.
    private Expr Bound(IOperation? bound, Expr otherwise, Expr length, IReadScope scope)
    {
        switch (Unwrap(bound))
        {
            case null:
                return otherwise;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat:
                var fromEnd = Read(hat.Operand, scope);
                return fromEnd is InvalidExpr ? fromEnd : new BinaryExpr(BinaryOperator.Subtract, length, fromEnd, JsonType.Integer);
            case var position:
                return Read(position!, scope);
        }
    }
}
