using Aot.Local.Json;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary>A predicate: picks items by position where it is a number (or numbers), otherwise those for which it is true.</summary>
internal sealed class Filter(Node predicate)
{
    private readonly double? _fixedPosition = predicate is LiteralNode { Value: NumberValue number } ? Math.Floor(number.Number) : null;

    public Value Apply(Value? input, Frame frame)
    {
        if (_fixedPosition is { } position)
            return At(input, position);
        var isStream = input is ArrayValue stream && stream.IsTupleStream();
        var results = new ArrayValue { Traits = isStream ? ArrayTraits.Sequence | ArrayTraits.TupleStream : ArrayTraits.Sequence };
        var many = input as ArrayValue;
        var count = many?.Count ?? 1;
        for (var i = 0; i < count; i++)
        {
            frame.Run.Tick();
            var item = many is null ? input : many[i];
            var result = item is TupleValue tuple && isStream
                ? predicate.Evaluate(tuple.Item, tuple.ToFrame(frame))
                : predicate.Evaluate(item, frame);
            if (item is not null)
                AddPicked(result, item, i, count, results);
        }
        frame.Run.Spend(results.Count);
        return results;
    }

    private static Value At(Value? input, double position)
    {
        var many = input as ArrayValue;
        var count = many?.Count ?? 1;
        if (position < 0)
            position += count;
        if (!(position >= 0 && position < count) || (many is null && input is null))
            return Sequences.New();
        var item = many is null ? input! : many[(int)position];
        if (item is ArrayValue)
            return item;
        var result = Sequences.Of(item);
        result.Traits |= many is null ? ArrayTraits.None : many.Traits & ArrayTraits.TupleStream;
        return result;
    }

    private static void AddPicked(Value? result, Value item, int position, int count, ArrayValue results)
    {
        if (result is NumberValue { Number: var number } && double.IsFinite(number))
        {
            if (IsAt(number, position, count))
                results.Add(item);
            return;
        }
        if (result is ArrayValue { Count: > 0 } positions && AreNumbers(positions))
        {
            foreach (var picked in positions.Items)
            {
                if (IsAt(((NumberValue)picked).Number, position, count))
                    results.Add(item);
            }
            return;
        }
        if (Truth.Of(result))
            results.Add(item);
    }

    private static bool IsAt(double picked, int position, int count)
    {
        picked = Math.Floor(picked);
        return (picked < 0 ? picked + count : picked) == position;
    }

    private static bool AreNumbers(ArrayValue array)
    {
        foreach (var item in array.Items)
        {
            if (item is not NumberValue)
                return false;
        }
        return true;
    }
}

/// <summary>Filters on the value of an expression that is not a step: <c>$list[0]</c>.</summary>
internal sealed class PredicateNode(Node inner, Filter[] filters) : Node(inner.Position)
{
    public override Value? Evaluate(Value? input, Frame frame)
    {
        var value = inner.EvaluateUncollapsed(input, frame);
        foreach (var filter in filters)
            value = filter.Apply(value, frame);
        return value;
    }
}
