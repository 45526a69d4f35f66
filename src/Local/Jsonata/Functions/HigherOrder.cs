using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Functions that call a function for each item of an array.</summary>
internal static class HigherOrder
{
    public static readonly NativeFunction[] All =
    [
        new("map", "<af>", 2, (a, _, frame) => a[0] is ArrayValue items ? Map(items, (FunctionValue)a[1]!, frame) : null),
        new("filter", "<af>", 2, (a, _, frame) => a[0] is ArrayValue items ? Filter(items, (FunctionValue)a[1]!, frame) : null),
        new("single", "<af?>", 2, (a, _, frame) => a[0] is ArrayValue items ? Single(items, a[1] as FunctionValue, frame) : null),
        new("reduce", "<afj?:j>", 3, (a, _, frame) => a[0] is ArrayValue items ? Reduce(items, (FunctionValue)a[1]!, a[2], frame) : null),
    ];

    /// <summary>Calls a function with as many of the three arguments as it takes.</summary>
    public static Value? Call(FunctionValue function, Value item, Value key, Value whole, Frame frame)
    {
        var arguments = function.Arity switch
        {
            >= 3 => [item, key, whole],
            2 => [item, key],
            _ => new Value?[] { item },
        };
        return function.Call(arguments, NullValue.Instance, frame);
    }

    /// <summary>Whether the answer of a function counts as yes.</summary>
    public static bool IsTrue(Value? answer) => Truth.Of(answer);

    private static ArrayValue Map(ArrayValue items, FunctionValue function, Frame frame)
    {
        var results = new ArrayValue(items.Count) { Traits = ArrayTraits.Sequence };
        frame.Run.Spend(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (CallAt(function, items, i, frame) is { } result)
                results.Add(result);
        }
        return results;
    }

    private static ArrayValue Filter(ArrayValue items, FunctionValue function, Frame frame)
    {
        var kept = Sequences.New();
        for (var i = 0; i < items.Count; i++)
        {
            if (IsTrue(CallAt(function, items, i, frame)))
                kept.Add(items[i]);
        }
        frame.Run.Spend(kept.Count);
        return kept;
    }

    private static Value Single(ArrayValue items, FunctionValue? function, Frame frame)
    {
        Value? match = null;
        for (var i = 0; i < items.Count; i++)
        {
            if (function is not null && !IsTrue(CallAt(function, items, i, frame)))
                continue;
            if (match is not null)
                throw new JsonataException("D3138") { Index = i };
            match = items[i];
        }
        return match ?? throw new JsonataException("D3139");
    }

    private static Value? Reduce(ArrayValue items, FunctionValue function, Value? initial, Frame frame)
    {
        if (function.Arity < 2)
            throw new JsonataException("D3050") { Index = 1 };
        var result = initial;
        var next = 0;
        if (initial is null && items.Count > 0)
            result = items[next++];
        for (; next < items.Count; next++)
        {
            var arguments = function.Arity switch
            {
                2 => new[] { result, items[next] },
                3 => [result, items[next], NumberValue.Of(next)],
                _ => [result, items[next], NumberValue.Of(next), items],
            };
            result = function.Call(arguments, NullValue.Instance, frame);
        }
        return result;
    }

    // Most functions take the item alone: do not make a number of its position for those.
    private static Value? CallAt(FunctionValue function, ArrayValue items, int i, Frame frame) => function.Arity < 2
        ? function.Call([items[i]], NullValue.Instance, frame)
        : Call(function, items[i], NumberValue.Of(i), items, frame);
}
