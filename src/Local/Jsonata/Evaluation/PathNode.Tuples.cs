using Aot.Local.Json;

namespace Aot.Local.Jsonata.Evaluation;

internal sealed partial class PathNode
{
    private static ArrayValue NewStream() => new() { Traits = ArrayTraits.Sequence | ArrayTraits.TupleStream };

    private static ArrayValue Items(ArrayValue tuples)
    {
        var items = Sequences.New();
        foreach (var tuple in tuples.Items)
        {
            if (((TupleValue)tuple).Item is { } item)
                items.Add(item);
        }
        return items;
    }

    private static ArrayValue EvaluateTupleStep(Step step, ArrayValue? many, Value? single, ArrayValue? tuples, Frame frame)
    {
        ArrayValue results;
        if (step.Expression is SortNode sort)
        {
            results = tuples is null
                ? Numbered(sort.Sort(many ?? Sequences.Of(single!), frame), step.Index)
                : sort.Sort(tuples, frame);
            return ApplyStages(step.Stages, results, frame);
        }
        results = NewStream();
        foreach (var item in tuples ?? AsTuples(many, single))
        {
            frame.Run.Tick();
            var tuple = (TupleValue)item;
            var value = step.Expression.Evaluate(tuple.Item, tuple.ToFrame(frame));
            if (value is null)
                continue;
            var values = value is ArrayValue array ? array.Items : [value];
            var isStream = value is ArrayValue { Traits: var traits } && (traits & ArrayTraits.TupleStream) != 0;
            frame.Run.Spend(values.Length);
            for (var i = 0; i < values.Length; i++)
                results.Add(isStream ? tuple.Continue((TupleValue)values[i]) : Extend(step, tuple, values[i], i));
        }
        return ApplyStages(step.Stages, results, frame);
    }

    private static TupleValue Extend(Step step, TupleValue tuple, Value value, int position)
    {
        var extended = step.Focus is null ? new TupleValue(value, tuple.Bindings) : tuple.With(step.Focus, value);
        if (step.Index is not null)
            extended = extended.With(step.Index, NumberValue.Of(position));
        return step.Ancestor is null ? extended : extended.With(step.Ancestor, tuple.Item);
    }

    private static ArrayValue AsTuples(ArrayValue? many, Value? single)
    {
        var stream = NewStream();
        if (many is null)
            stream.Add(new TupleValue(single, null));
        else
            foreach (var item in many.Items)
                stream.Add(new TupleValue(item, null));
        return stream;
    }

    private static ArrayValue Numbered(ArrayValue sorted, string? index)
    {
        var stream = NewStream();
        for (var i = 0; i < sorted.Count; i++)
            stream.Add(new TupleValue(sorted[i], index is null ? null : new Binding(index, NumberValue.Of(i), null)));
        return stream;
    }

    private static ArrayValue ApplyStages(Stage[] stages, ArrayValue results, Frame frame)
    {
        foreach (var stage in stages)
        {
            if (stage.Filter is not null)
            {
                results = (ArrayValue)stage.Filter.Apply(results, frame);
                continue;
            }
            var numbered = NewStream();
            for (var i = 0; i < results.Count; i++)
                numbered.Add(((TupleValue)results[i]).With(stage.Index!, NumberValue.Of(i)));
            results = numbered;
        }
        return results;
    }
}
