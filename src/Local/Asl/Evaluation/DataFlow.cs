using Aot.Local.Json;

namespace Aot.Local.Asl.Evaluation;

/// <summary>What a state (or a catcher, or a choice rule) hands to its work, passes on and remembers. One kind per query language.</summary>
internal abstract class DataFlow
{
    protected static readonly IReadOnlyList<KeyValuePair<string, Value>> NothingAssigned = [];

    /// <summary>What the state's other fields read: seconds, items, conditions.</summary>
    public virtual EvaluationScope Fields(EvaluationScope scope) => scope;

    /// <summary>What the work gets.</summary>
    public abstract Value Arguments(EvaluationScope scope);

    /// <summary>What the next state gets.</summary>
    public abstract Value Output(EvaluationScope scope);

    /// <summary>The variables to set when the state is left, by name; read with the values on entry.</summary>
    public abstract IReadOnlyList<KeyValuePair<string, Value>> Assign(EvaluationScope scope);
}

/// <summary>Arguments, Output and Assign of a JSONata state.</summary>
internal sealed class JsonataDataFlow(FieldTemplate? arguments, FieldTemplate? output, IReadOnlyList<KeyValuePair<string, FieldTemplate>> assign) : DataFlow
{
    public static readonly JsonataDataFlow PassThrough = new(null, null, []);

    public override Value Arguments(EvaluationScope scope) => arguments?.Evaluate(scope) ?? scope.Input;

    public override Value Output(EvaluationScope scope) => output?.Evaluate(scope) ?? scope.ErrorOutput ?? scope.Result ?? scope.Input;

    public override IReadOnlyList<KeyValuePair<string, Value>> Assign(EvaluationScope scope)
    {
        if (assign.Count == 0) return NothingAssigned;
        var values = new KeyValuePair<string, Value>[assign.Count];
        for (var i = 0; i < values.Length; i++) values[i] = new(assign[i].Key, assign[i].Value.Evaluate(scope));
        return values;
    }
}
