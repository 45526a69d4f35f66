using Aot.Local.Json;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary>A step of a path with what is done to its results.</summary>
internal sealed record Step(Node Expression, Stage[] Stages)
{
    /// <summary>The step orders its input; the expression is then a <see cref="SortNode"/>.</summary>
    public bool IsSort => Expression is SortNode;

    public bool IsConstructor { get; init; }

    public bool IsTuple { get; init; }

    public string? Focus { get; init; }

    public string? Index { get; init; }

    /// <summary>Where the step leaves its context for a later <c>%</c>.</summary>
    public string? Ancestor { get; init; }
}

/// <summary>A filter on results, or the binding of their positions to a variable.</summary>
internal sealed record Stage(Filter? Filter, string? Index);

/// <summary>A path: each step is evaluated for each result of the one before, and the results flow together into one sequence.</summary>
internal sealed partial class PathNode : Node
{
    private readonly Step[] _steps;
    private readonly string[] _leadingNames;
    private readonly bool _startsWithVariable;
    private readonly bool _hasPlainStart;
    private readonly bool _keepsSingletonArray;
    private readonly bool _keepsTuples;
    private readonly GroupNode? _group;

    public PathNode(Step[] steps, bool startsWithVariable, bool keepsSingletonArray, bool keepsTuples, GroupNode? group, int position) : base(position)
    {
        _steps = steps;
        _startsWithVariable = startsWithVariable;
        _keepsSingletonArray = keepsSingletonArray;
        _keepsTuples = keepsTuples;
        _group = group;
        // $variable.a.b.c and a.b.c are walked without making sequences for as long as no array is met.
        _hasPlainStart = steps is [{ Expression: VariableNode or GlobalNode or ContextNode, Stages: [], IsTuple: false }, ..];
        _leadingNames = [.. steps.Skip(_hasPlainStart ? 1 : 0)
            .TakeWhile(s => s is { Expression: NameNode, Stages: [], IsTuple: false }).Select(s => ((NameNode)s.Expression).Name)];
        if (steps.Any(s => s.IsTuple))
            _leadingNames = [];
    }

    /// <summary>The name alone in a path of one step; what a caller meant who forgot a dollar.</summary>
    public string? FirstName => (_steps[0].Expression as NameNode)?.Name;

    public override Value? Evaluate(Value? input, Frame frame) => Sequences.Collapse(EvaluateUncollapsed(input, frame));

    public override Value? EvaluateUncollapsed(Value? input, Frame frame)
    {
        frame.Run.Enter();
        var result = EvaluateSteps(input, frame);
        frame.Run.Leave();
        return result;
    }

    private Value? EvaluateSteps(Value? input, Frame frame)
    {
        var many = _startsWithVariable ? null : input as ArrayValue;
        var single = many is null ? input : null;
        var next = 0;
        if (many is null && (_leadingNames.Length > 0 || _hasPlainStart) && _group is null && !_keepsSingletonArray)
        {
            if (_hasPlainStart && _leadingNames.Length > 0)
            {
                single = _steps[next++].Expression.Evaluate(single, frame);
                if (single is ArrayValue)
                    return Continue(next, SpreadStart((ArrayValue)single), null, frame);
            }
            foreach (var name in _leadingNames)
            {
                if (single is not ObjectValue members)
                {
                    if (single is not ArrayValue)
                        return null;
                    break;
                }
                single = members[name];
                next++;
                if (next == _steps.Length)
                    return single is ArrayValue found && found.IsSequence() ? Flattened(found) : single;
            }
            if (single is null && next > 0)
                return null;
            if (next > 0 && single is ArrayValue met)
                return Continue(next, SpreadStart(met), null, frame);
        }
        return Continue(next, many, single, frame);
    }

    private static ArrayValue SpreadStart(ArrayValue array) =>
        (array.Traits & ArrayTraits.Constructed) != 0 ? Sequences.Of(array) : array;

    private static ArrayValue Flattened(ArrayValue sequence)
    {
        var copy = new ArrayValue(sequence.Count) { Traits = ArrayTraits.Sequence };
        copy.AddRange(sequence.Items);
        return copy;
    }

    // The input of the step is either an array of many or one value, be it undefined.
    private Value? Continue(int next, ArrayValue? many, Value? single, Frame frame)
    {
        ArrayValue? tuples = null;
        Value? result = many;
        var isTupleStream = false;
        for (; next < _steps.Length; next++)
        {
            var step = _steps[next];
            isTupleStream |= step.IsTuple;
            if (next == 0 && step.IsConstructor)
                result = step.Expression.Evaluate(many ?? (single is null ? null : Sequences.Of(single)), frame);
            else if (isTupleStream)
                tuples = EvaluateTupleStep(step, many, single, tuples, frame);
            else
                result = EvaluateStep(step, many, single, frame, isLast: next == _steps.Length - 1);
            if (!isTupleStream && result is not ArrayValue { Count: > 0 })
            {
                // Only the constructor in front gives what is not an array, and that has no items for a next step.
                if (result is not ArrayValue && next < _steps.Length - 1)
                    result = null;
                break;
            }
            if (step.Focus is null && result is ArrayValue results)
                many = results;
        }
        if (isTupleStream)
            result = _keepsTuples ? tuples : Items(tuples!);
        if (_keepsSingletonArray && result is ArrayValue kept)
            result = KeepSingleton(kept, frame.Run);
        return _group is null ? result : _group.Group(isTupleStream ? tuples : result, frame);
    }

    private static ArrayValue EvaluateStep(Step step, ArrayValue? many, Value? single, Frame frame, bool isLast)
    {
        if (step.Expression is SortNode sort)
        {
            var sorted = sort.Sort(many ?? Sequences.Of(single!), frame);
            return ApplyStages(step.Stages, sorted, frame);
        }
        Value? only = null;
        ArrayValue? results = null;
        var count = many?.Count ?? 1;
        for (var i = 0; i < count; i++)
        {
            frame.Run.Tick();
            var result = step.Expression.Evaluate(many is null ? single : many[i], frame);
            foreach (var stage in step.Stages)
                result = stage.Filter!.Apply(result, frame);
            if (result is null)
                continue;
            if (results is null && only is null)
            {
                only = result;
                continue;
            }
            if (results is null)
            {
                results = Sequences.New();
                AddResult(only!, results, frame.Run);
            }
            AddResult(result, results, frame.Run);
        }
        if (results is not null)
            return results;
        if (isLast && only is ArrayValue array && !array.IsSequence())
            return array;
        results = Sequences.New();
        if (only is not null)
            AddResult(only, results, frame.Run);
        return results;
    }

    private static void AddResult(Value result, ArrayValue results, Run run)
    {
        if (result is not ArrayValue array || (array.Traits & ArrayTraits.Constructed) != 0)
        {
            run.Spend(1);
            results.Add(result);
            return;
        }
        run.Spend(array.Count);
        results.AddRange(array.Items);
    }

    private static ArrayValue KeepSingleton(ArrayValue array, Run run)
    {
        run.NeedsCleaning = true;
        if (!array.IsSequence())
        {
            if ((array.Traits & ArrayTraits.Constructed) == 0)
                return array;
            array = Sequences.Of(array);
        }
        array.Traits |= ArrayTraits.KeepSingleton;
        return array;
    }
}
