using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private Expr ReadCollectionCall(IInvocationOperation call, Expr owner, IReadScope scope)
    {
        if (owner.Type.Kind == JsonKind.Array)
            return ReadQuery(call, owner, [.. InOrder(call).Select(a => a.Value)], scope);
        switch (call.TargetMethod.Name, call.Arguments)
        {
            case ("ContainsKey", [{ Value: var asked }]):
                return Read(asked, scope) is { } key and not InvalidExpr
                    ? Call("exists", JsonType.Boolean, new LookupExpr(owner, key, owner.Type.Element!))
                    : new InvalidExpr();
            case ("TryGetValue", [{ Value: var tried }, { Value: IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: var local } } }]):
                return ReadTryGet(call, owner, Read(tried, scope), local, scope);
            default:
                return NoCounterpart(call, scope, "a dictionary has [key], ContainsKey and TryGetValue there; its content does not change");
        }
    }

    // The variable lives on behind this expression, so nothing in its value may be bound to a name that does not.
    private static Expr ReadTryGet(IInvocationOperation call, Expr owner, Expr key, ILocalSymbol local, IReadScope scope)
    {
        if (key is InvalidExpr)
            return key;
        if (!key.IsPath() || !owner.IsPath())
            return NoCounterpart(call, scope, "assign the dictionary and the key to variables first");
        var value = new LookupExpr(owner, key, owner.Type.Element!);
        var exists = Call("exists", JsonType.Boolean, value);
        scope.Declare(local, new ConditionalExpr(exists, value, ConstantExpr.Null, value.Type.OrNull()));
        return exists;
    }

    private Expr ReadGenerated(IInvocationOperation call, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        var values = arguments.Select(a => Read(a, scope)).ToList();
        if (values.Any(v => v is InvalidExpr))
            return new InvalidExpr();
        switch (call.TargetMethod.Name, values)
        {
            case ("Empty", []):
                return new ArrayExpr([], Types.Read(call.Type!).NotNull());
            case ("Range", [var start, var count]):
                return Once(start, "start", s => NotNegative(count, n => new RangeExpr(s, Last(s, n))));
            case ("Repeat", [var item, var count]):
                var index = NewBound("i", JsonType.Integer);
                return Once(item, "item", v => NotNegative(count, n =>
                    Call("map", JsonType.Array(v.Type), new RangeExpr(ConstantExpr.Of(1), n), new LambdaExpr([index], v))));
            default:
                return NoCounterpart(call, scope, Advice.Query(call.TargetMethod.Name));
        }
    }

    // s + n - 1
    private static Expr Last(Expr start, Expr count)
    {
        if (start is ConstantExpr { Value: long first })
        {
            return count is ConstantExpr { Value: long many } ? ConstantExpr.Of(first + many - 1)
                : first == 1 ? count
                : Times.Add(count, ConstantExpr.Of(first - 1), JsonType.Integer);
        }

        return Times.Add(new BinaryExpr(BinaryOperator.Add, start, count, JsonType.Integer), ConstantExpr.Of(-1), JsonType.Integer);
    }

    private Expr NotNegative(Expr count, Func<Expr, Expr> generate)
    {
        if (count is ConstantExpr { Value: long and >= 0 } or CallExpr { Function: "count" or "length" })
            return generate(count);
        return Once(count, "n", n =>
        {
            var items = generate(n);
            var isNegative = Binary(BinaryOperator.Less, n, ConstantExpr.Of(0));
            return new ConditionalExpr(isNegative, new FailExpr("ArgumentOutOfRangeException", items.Type), items, items.Type);
        });
    }

    // xs.First(p) fails where there is none; xs.FirstOrDefault(p, d) gives d
    private Expr ReadPick(IInvocationOperation call, Expr source, JsonType element, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        var name = call.TargetMethod.Name;
        if (arguments.Count > 0 && call.TargetMethod.Parameters[call.TargetMethod.Parameters.Length - arguments.Count].Type.TypeKind == TypeKind.Delegate)
        {
            source = Filtered(source, arguments[0], scope);
            arguments = [.. arguments.Skip(1)];
        }

        var otherwise = arguments.Count > 0 ? Read(arguments[0], scope) : Default(Types.Read(call.Type!));
        if (source is InvalidExpr || otherwise is InvalidExpr)
            return new InvalidExpr();

        var position = ConstantExpr.Of(name.StartsWith("Last", StringComparison.Ordinal) || name == "FindLast" ? -1 : 0);
        return Once(source, "found", found =>
        {
            var item = new ItemExpr(found, position, element, IsPresent: true);
            var fail = new FailExpr("InvalidOperationException", element);
            var isDefault = name.EndsWith("OrDefault", StringComparison.Ordinal) || name is "Find" or "FindLast";
            Expr none = isDefault ? otherwise : fail;
            var type = isDefault && otherwise.Type.IsNullable ? element.OrNull() : element;
            if (!name.StartsWith("Single", StringComparison.Ordinal))
                return new ConditionalExpr(Binary(BinaryOperator.Greater, Count(found), ConstantExpr.Of(0)), item, none, type);

            var isOne = Binary(BinaryOperator.Equal, Count(found), ConstantExpr.Of(1));
            var isNone = Binary(BinaryOperator.Equal, Count(found), ConstantExpr.Of(0));
            return new ConditionalExpr(isOne, item, isDefault ? new ConditionalExpr(isNone, none, fail, type) : fail, type);
        });
    }

    private Expr ReadAggregate(IInvocationOperation call, Expr source, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        if (arguments.Count == 1)
        {
            if (Lambda(arguments[0], [source.Type.Element!], scope) is not { } selector)
                return new InvalidExpr();
            source = Call("map", JsonType.Array(selector.Body.Type), source, selector);
        }

        var name = call.TargetMethod.Name;
        if (source.Type.Element is { Kind: JsonKind.Decimal })
            return Invalid(scope, ExpressionDescriptors.DecimalArithmetic, Spans.Narrowest(call));
        if (source.Type.Element is { Kind: JsonKind.Time, IsNullable: false } time && name is "Min" or "Max")
        {
            var instant = NewBound("time", time);
            var instants = Call("map", JsonType.Array(JsonType.Duration), source, new LambdaExpr([instant], Times.Milliseconds(instant)));
            return Once(instants, "instants", i => new ConditionalExpr(
                Binary(BinaryOperator.Greater, Count(i), ConstantExpr.Of(0)),
                Times.FromMilliseconds(Call(name.ToLowerInvariant(), JsonType.Duration, i), time),
                new FailExpr("InvalidOperationException", time),
                time));
        }

        if (source.Type.Element is not { Kind: JsonKind.Integer or JsonKind.Number or JsonKind.Duration, IsNullable: false } number)
            return NoCounterpart(call, scope, "only int, long, double and DateTimeOffset that are not null can be summed or compared there; filter null out first");
        if (name == "Sum")
            return Call("sum", number, source);

        var type = name == "Average" ? JsonType.Number : number;
        return Once(source, "numbers", n => new ConditionalExpr(
            Binary(BinaryOperator.Greater, Count(n), ConstantExpr.Of(0)),
            Call(name.ToLowerInvariant(), type, n),
            new FailExpr("InvalidOperationException", type),
            type));
    }

    private static bool IsOrdering(string name) => name is "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Order" or "OrderDescending";

    // xs.OrderBy(f).ThenByDescending(g) ──▶ $sort(xs, function($l, $r) { f($l) != f($r) ? f($l) > f($r) : g($l) < g($r) })
    private Expr ReadOrdering(IInvocationOperation call, IReadScope scope)
    {
        var keys = new Stack<IInvocationOperation>();
        IOperation start = call;
        while (start is IInvocationOperation step && IsOrdering(step.TargetMethod.Name) && step.TargetMethod.ContainingType.FullName() == "System.Linq.Enumerable")
        {
            keys.Push(step);
            start = InOrder(step).First().Value;
            if (!step.TargetMethod.Name.StartsWith("ThenBy", StringComparison.Ordinal))
                break;
        }

        if (keys.Peek().TargetMethod.Name.StartsWith("ThenBy", StringComparison.Ordinal))
            return NoCounterpart(keys.Peek(), scope, "write ThenBy directly behind OrderBy");
        var source = Require(Read(start is IConversionOperation { IsImplicit: true, Operand: var array } ? array : start, scope), "ArgumentNullException");
        if (source is InvalidExpr || source.Type is not { Kind: JsonKind.Array, Element: { } element })
            return source is InvalidExpr ? source : NoCounterpart(call, scope, "only arrays and lists can be ordered");

        var left = NewBound("l", element);
        var right = NewBound("r", element);
        Expr? order = null;
        foreach (var key in keys.Reverse())
        {
            if (Key(key, left, scope) is not { } l || l is InvalidExpr)
                return new InvalidExpr();
            var r = l.Substitute(e => e is BoundExpr bound && bound.Id == left.Id ? right : null);
            var comparison = key.TargetMethod.Name.EndsWith("Descending", StringComparison.Ordinal) ? BinaryOperator.Less : BinaryOperator.Greater;
            Expr isAfter = Binary(comparison, l, r);
            order = order is null ? isAfter : new ConditionalExpr(Binary(BinaryOperator.NotEqual, l, r), isAfter, order, JsonType.Boolean);
        }

        return Call("sort", source.Type, source, new LambdaExpr([left, right], order!));
    }

    private Expr Key(IInvocationOperation ordering, Expr item, IReadScope scope)
    {
        var arguments = InOrder(ordering).Select(a => a.Value).ToList();
        Expr key = item;
        if (ordering.TargetMethod.Name.EndsWith("By", StringComparison.Ordinal) || ordering.TargetMethod.Name.Contains("By"))
        {
            if (Lambda(arguments[1], [item.Type], scope) is not { } selector)
                return new InvalidExpr();
            key = selector.Body.Substitute(e => e is BoundExpr bound && bound.Id == selector.Parameters[0].Id ? item : null);
        }

        var isOrdinal = Unwrap(arguments[^1]) is IPropertyReferenceOperation { Property.Name: "Ordinal" };
        return key.Type switch
        {
            { IsNullable: true } => NoCounterpart(ordering, scope, "null has no place in the order there; filter it out first"),
            { Kind: JsonKind.String } when !isOrdinal => Invalid(scope, ExpressionDescriptors.StringOrder, Spans.Narrowest(ordering), Spans.Text(ordering)),
            { Kind: JsonKind.String or JsonKind.Integer or JsonKind.Number } => key,
            { Kind: JsonKind.Time } => Times.Milliseconds(key),
            _ => NoCounterpart(ordering, scope, "order by a number, a DateTimeOffset or a string with StringComparer.Ordinal"),
        };
    }
}
