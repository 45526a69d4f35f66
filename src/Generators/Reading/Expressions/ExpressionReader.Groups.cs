using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

// Groups and dictionaries.
internal sealed partial class ExpressionReader
{
    /// <summary>What a loop or query goes over: a group's items, a dictionary's entries; an array is itself.</summary>
    public Expr Sequence(Expr source) => source.Type switch
    {
        { Kind: JsonKind.Group, Element: { } item } => Access.Member(source, "items", JsonType.Array(item)),
        { Kind: JsonKind.Dictionary, Element: { } value } => Entries(source, value),
        _ => source,
    };

    // A dictionary's entries ──▶ [$each(d, function($value, $key) { {'key': $key, 'value': $value} })]
    private Expr Entries(Expr dictionary, JsonType valueType)
    {
        var value = NewBound("value", valueType);
        var key = NewBound("key", JsonType.String);
        return Call("each", JsonType.Array(JsonTypeReader.Pair(JsonType.String, valueType)), dictionary, new LambdaExpr([value, key], PairOf(key, value)));
    }

    private static ObjectExpr PairOf(Expr key, Expr value) =>
        new([new ObjectMember("key", key), new ObjectMember("value", value)], JsonTypeReader.Pair(key.Type, value.Type));

    private Expr Values(Expr dictionary, JsonType valueType)
    {
        var value = NewBound("value", valueType);
        return Call("each", JsonType.Array(valueType), dictionary, new LambdaExpr([value], value));
    }

    // xs.GroupBy(k)
    //   ──▶
    // $map([$distinct([$map(xs, k)])], function($key) { {'key': $key, 'items': [$filter(xs, function($x) { k($x) = $key })]} })
    private Expr ReadGroupBy(IInvocationOperation call, Expr source, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        arguments = WithoutOrdinal(arguments);
        var selectors = arguments.Select(a => Parameters(a)).ToList();
        if (selectors is not ([1] or [1, 1] or [1, 2] or [1, 1, 2]))
            return NoCounterpart(call, scope, "write GroupBy(x => key), with a second lambda for the items or the result; keys compare ordinally");
        return Grouped(call, source, arguments[0], scope, (key, items) =>
        {
            if (selectors.Count > 1 && selectors[1] == 1)
            {
                if (Lambda(arguments[1], [items.Type.Element!], scope) is not { } element)
                    return new InvalidExpr();
                items = Call("map", JsonType.Array(element.Body.Type), items, element);
            }

            if (selectors[^1] == 1)
                return new ObjectExpr([new ObjectMember("key", key), new ObjectMember("items", items)], JsonType.Group(key.Type, items.Type.Element!));
            return Lambda(arguments[^1], [key.Type, items.Type], scope) is { Parameters: [var k, var all] } result
                ? new LetExpr(all, items, Replace(result.Body, k, key))
                : new InvalidExpr();
        });
    }

    // xs.CountBy(k) ──▶ the same with $count of each group
    private Expr ReadCountBy(IInvocationOperation call, Expr source, IOperation selector, IReadScope scope) =>
        Grouped(call, source, selector, scope, (key, items) => PairOf(key, Count(items)));

    private Expr Grouped(IInvocationOperation call, Expr source, IOperation selector, IReadScope scope, Func<Expr, Expr, Expr> result) => Once(source, "items", items =>
    {
        if (Lambda(selector, [items.Type.Element!], scope) is not { Parameters: [var item] } by)
            return new InvalidExpr();
        if (by.IsVolatile() || Incomparable(by.Body.Type) is not null)
            return NoCounterpart(call, scope, Unkeyable(by.Body.NotNull()) ?? "use a string or number as the key");
        var keys = Call("distinct", JsonType.Array(by.Body.Type), Call("map", JsonType.Array(by.Body.Type), items, by));
        var key = NewBound("key", by.Body.Type);
        var same = Call("filter", items.Type, items, new LambdaExpr([item], Binary(BinaryOperator.Equal, by.Body, key)));
        var body = result(key, same);
        return body is InvalidExpr ? body : Call("map", JsonType.Array(body.Type), keys, new LambdaExpr([key], body));
    });

    // xs.ToDictionary(k, v)
    //   ──▶
    // ($names := [$map(xs, k)]; $count([$distinct($names)]) = $count($names) ? $merge([$map(xs, function($x) { {k($x): v($x)} })]) : $error('ArgumentException'))
    private Expr ReadToDictionary(IInvocationOperation call, Expr source, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        arguments = WithoutOrdinal(arguments);
        if (arguments.Count > 2 || arguments.Any(a => Parameters(a) != 1))
            return NoCounterpart(call, scope, "write ToDictionary(x => key, x => value); keys compare ordinally");
        return Once(source, "items", items =>
        {
            var item = NewBound("item", items.Type.Element!);
            if (Entry(items.Type.Element!, item, arguments, scope) is not { } entry)
                return arguments.Count == 0 ? NoCounterpart(call, scope, "write ToDictionary(x => key, x => value)") : new InvalidExpr();
            if (entry.Key.IsVolatile() || entry.Key.Type.Kind is not JsonKind.String)
                return NoCounterpart(call, scope, "the key of a dictionary is a string that is the same each time it is computed");

            var key = Require(entry.Key, "ArgumentNullException");
            var type = JsonType.Dictionary(entry.Value.Type);
            var merged = Call("merge", type, Call("map", JsonType.Array(type), items, new LambdaExpr([item], new EntryExpr(key, entry.Value))));
            return Once(Call("map", JsonType.Array(JsonType.String), items, new LambdaExpr([item], key)), "names", keys => new ConditionalExpr(
                Binary(BinaryOperator.Equal, Count(Call("distinct", keys.Type, keys)), Count(keys)), merged, new FailExpr("ArgumentException", type), type));
        });
    }

    // The key and value that an item becomes; an entry or pair is both already.
    private (Expr Key, Expr Value)? Entry(JsonType element, BoundExpr item, IReadOnlyList<IOperation> arguments, IReadScope scope)
    {
        if (arguments.Count == 0)
        {
            return element switch
            {
                { Kind: JsonKind.Object, Members: [{ Name: "key" } key, { Name: "value" } value] } => (Access.Member(item, "key", key.Type), Access.Member(item, "value", value.Type)),
                { Kind: JsonKind.Tuple, Members: [var key, var value] } => (Access.TupleItem(item, 0, key.Type), Access.TupleItem(item, 1, value.Type)),
                _ => null,
            };
        }

        if (Lambda(arguments[0], [element], scope) is not { Parameters: [var k] } by)
            return null;
        if (arguments.Count == 1)
            return (Replace(by.Body, k, item), item);
        return Lambda(arguments[1], [element], scope) is { Parameters: [var v] } value2 ? (Replace(by.Body, k, item), Replace(value2.Body, v, item)) : null;
    }

    // How many parameters a lambda has; 0 for what is none.
    private static int Parameters(IOperation argument) =>
        argument is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters.Length: var count } } ? count : 0;

    // Comparing ordinally is what a state machine does anyway.
    private static IReadOnlyList<IOperation> WithoutOrdinal(IReadOnlyList<IOperation> arguments) =>
        arguments.Count > 0 && Unwrap(arguments[^1]) is IPropertyReferenceOperation { Property.Name: "Ordinal" } ? [.. arguments.Take(arguments.Count - 1)] : arguments;
}
