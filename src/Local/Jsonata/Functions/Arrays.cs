using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Functions on arrays.</summary>
internal static class Arrays
{
    public static readonly NativeFunction[] All =
    [
        new("append", "<xx:a>", 2, (a, _, frame) => Append(a[0], a[1], frame.Run)),
        new("reverse", "<a:a>", 1, (a, _, frame) => a[0] is ArrayValue items ? Reverse(items, frame.Run) : null),
        new("shuffle", "<a:a>", 1, (a, _, frame) => a[0] is ArrayValue items ? Shuffle(items, frame.Run) : null),
        new("distinct", "<x:x>", 1, (a, _, frame) => a[0] is ArrayValue { Count: > 1 } items ? Distinct(items, frame.Run) : a[0]),
        new("zip", "<a+>", 0, (a, _, frame) => Zip(a, frame.Run)),
        new("sort", "<af?:a>", 2, (a, _, frame) => a[0] is ArrayValue items ? Sort(items, a[1] as FunctionValue, frame) : null),
    ];

    /// <summary>One plain array of both; a value that is not an array counts as one of itself.</summary>
    public static ArrayValue Append(Value first, Value second)
    {
        var joined = new ArrayValue((first is ArrayValue a ? a.Count : 1) + (second is ArrayValue b ? b.Count : 1));
        foreach (var part in (ReadOnlySpan<Value>)[first, second])
        {
            if (part is ArrayValue items)
                joined.AddRange(items.Items);
            else
                joined.Add(part);
        }
        return joined;
    }

    /// <summary>Both joined, or the one that is not undefined.</summary>
    public static Value? AppendOrEither(Value? first, Value? second) =>
        first is null ? second : second is null ? first : Append(first, second);

    private static Value? Append(Value? first, Value? second, Run run)
    {
        run.Spend((first is ArrayValue a ? a.Count : 1) + (second is ArrayValue b ? b.Count : 1));
        return AppendOrEither(first, second);
    }

    private static ArrayValue Reverse(ArrayValue items, Run run)
    {
        if (items.Count <= 1)
            return items;
        run.Spend(items.Count);
        var reversed = new ArrayValue(items.Count);
        for (var i = items.Count - 1; i >= 0; i--)
            reversed.Add(items[i]);
        return reversed;
    }

    private static ArrayValue Shuffle(ArrayValue items, Run run)
    {
        if (items.Count <= 1)
            return items;
        run.Spend(items.Count);
        var shuffled = items.Items.ToArray();
        run.Bindings.Random.Shuffle(shuffled);
        return new ArrayValue(shuffled);
    }

    private static ArrayValue Distinct(ArrayValue items, Run run)
    {
        var distinct = new ArrayValue { Traits = items.Traits & ArrayTraits.Sequence };
        var seen = new HashSet<Value>();
        foreach (var item in items.Items)
        {
            run.Tick();
            run.SpendOn(item);
            if (seen.Add(item))
                distinct.Add(item);
        }
        return distinct;
    }

    private static ArrayValue Zip(Value?[] arguments, Run run)
    {
        var length = arguments.Min(a => a is ArrayValue items ? items.Count : 0);
        run.Spend((long)length * (arguments.Length + 1));
        var zipped = new ArrayValue(length);
        for (var i = 0; i < length; i++)
        {
            var tuple = new ArrayValue(arguments.Length);
            foreach (var argument in arguments)
                tuple.Add(((ArrayValue)argument!)[i]);
            zipped.Add(tuple);
        }
        return zipped;
    }

    private static ArrayValue Sort(ArrayValue items, FunctionValue? comparer, Frame frame)
    {
        if (items.Count <= 1)
            return items;
        if (comparer is not null)
        {
            return MergeSort.Sort(items, (a, b) =>
            {
                frame.Run.Tick();
                return HigherOrder.IsTrue(comparer.Call([a, b], NullValue.Instance, frame));
            });
        }
        var run = frame.Run;
        if (AllAre<NumberValue>(items))
        {
            return MergeSort.Sort(items, (a, b) =>
            {
                run.Tick();
                return ((NumberValue)a).Number > ((NumberValue)b).Number;
            });
        }
        if (AllAre<StringValue>(items))
        {
            return MergeSort.Sort(items, (a, b) =>
            {
                run.Tick();
                return string.CompareOrdinal(((StringValue)a).Text, ((StringValue)b).Text) > 0;
            });
        }
        throw new JsonataException("D3070") { Index = 1 };
    }

    private static bool AllAre<T>(ArrayValue items) where T : Value
    {
        foreach (var item in items.Items)
        {
            if (item is not T)
                return false;
        }
        return true;
    }
}
