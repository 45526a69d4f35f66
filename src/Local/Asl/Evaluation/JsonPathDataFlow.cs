using Aot.Local.Json;
using Aot.Local.JsonPath;

namespace Aot.Local.Asl.Evaluation;

/// <summary>The data fields of a JSONPath state: input path → parameters → work → result selector → result path → output path.</summary>
/// <remarks>States Language, "Input and output processing".</remarks>
internal sealed class JsonPathDataFlow : DataFlow
{
    /// <summary>Null stands for the whole input.</summary>
    public FieldTemplate? InputPath { get; init; }

    public FieldTemplate? Parameters { get; init; }

    public FieldTemplate? ResultSelector { get; init; }

    /// <summary>Where the result is put into the input; null: it is the output.</summary>
    public PathExpression? ResultPath { get; init; }

    /// <summary><c>"ResultPath": null</c>: the result is thrown away.</summary>
    public bool DropsResult { get; init; }

    /// <summary>Null stands for everything.</summary>
    public FieldTemplate? OutputPath { get; init; }

    /// <summary>A Pass state's work is its Result, or its parameters.</summary>
    public bool IsPass { get; init; }

    public FieldTemplate? PassResult { get; init; }

    public IReadOnlyList<KeyValuePair<string, FieldTemplate>> Assigned { get; init; } = [];

    public override EvaluationScope Fields(EvaluationScope scope) => InputPath is null ? scope : scope.At(InputPath.Evaluate(scope));

    public override Value Arguments(EvaluationScope scope)
    {
        var fields = Fields(scope);
        return Parameters?.Evaluate(fields) ?? fields.Data;
    }

    public override Value Output(EvaluationScope scope) => Picked(scope, Combined(scope, Selected(scope)));

    /// <summary>What the work gave, after the result selector; null where there is no work.</summary>
    public Value? Selected(EvaluationScope scope)
    {
        if (scope.ErrorOutput is { } error) return error;
        if (IsPass) return PassResult?.Evaluate(scope) ?? Arguments(scope);
        return scope.Result is { } result && ResultSelector is { } selector ? selector.Evaluate(scope.At(result)) : scope.Result;
    }

    /// <summary>The input with the result put into it.</summary>
    public Value Combined(EvaluationScope scope, Value? selected)
    {
        if (selected is null) return Fields(scope).Data;
        if (DropsResult) return scope.Input;
        if (ResultPath is null) return selected;
        return ResultPath.Put(scope.Input, selected)
            ?? throw StateFailure.Of(
                "States.ResultPathMatchFailure", $"Unable to apply step \"{ResultPath.Text}\" to input {scope.Input.ToJson()}");
    }

    /// <summary>What the output path leaves.</summary>
    public Value Picked(EvaluationScope scope, Value combined) => OutputPath?.Evaluate(scope.At(combined)) ?? combined;

    public override IReadOnlyList<KeyValuePair<string, Value>> Assign(EvaluationScope scope)
    {
        if (Assigned.Count == 0) return NothingAssigned;
        var data = scope.At(Selected(scope) ?? Fields(scope).Data);
        return [.. Assigned.Select(variable => KeyValuePair.Create(variable.Key, variable.Value.Evaluate(data)))];
    }
}
