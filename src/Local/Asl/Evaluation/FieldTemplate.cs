using Aot.Local.Json;

namespace Aot.Local.Asl.Evaluation;

/// <summary>A compiled field: JSON in which some strings are expressions.</summary>
internal abstract class FieldTemplate(string field)
{
    /// <summary>The field as failures name it: <c>Output/result</c>.</summary>
    public string Field { get; } = field;

    /// <summary>The field's value; never undefined.</summary>
    /// <exception cref="StateFailure">An expression failed or yielded nothing.</exception>
    public abstract Value Evaluate(EvaluationScope scope);
}

/// <summary>A field without any expression.</summary>
internal sealed class LiteralTemplate(string field, Value value) : FieldTemplate(field)
{
    public Value Value { get; } = value;

    public override Value Evaluate(EvaluationScope scope) => Value;
}

/// <summary>An object with an expression somewhere in it.</summary>
internal sealed class ObjectTemplate(string field, IReadOnlyList<KeyValuePair<string, FieldTemplate>> members) : FieldTemplate(field)
{
    public IReadOnlyList<KeyValuePair<string, FieldTemplate>> Members { get; } = members;

    public override Value Evaluate(EvaluationScope scope)
    {
        var value = new ObjectValue(Members.Count);
        foreach (var (name, member) in Members) value[name] = member.Evaluate(scope);
        return value;
    }
}

/// <summary>An array with an expression somewhere in it.</summary>
internal sealed class ArrayTemplate(string field, IReadOnlyList<FieldTemplate> items) : FieldTemplate(field)
{
    public IReadOnlyList<FieldTemplate> Items { get; } = items;

    public override Value Evaluate(EvaluationScope scope)
    {
        var value = new ArrayValue(Items.Count);
        foreach (var item in Items) value.Add(item.Evaluate(scope));
        return value;
    }
}
