using Aot.Local.Json;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary>An expression ready to be evaluated. Nodes are immutable and shared by all evaluations.</summary>
internal abstract class Node(int position)
{
    public int Position { get; } = position;

    public abstract Value? Evaluate(Value? input, Frame frame);

    /// <summary>The value before a sequence in it collapses: what a predicate, a grouping or <c>[]</c> behind the expression works on.</summary>
    public virtual Value? EvaluateUncollapsed(Value? input, Frame frame) => Evaluate(input, frame);
}

/// <summary>What counts when a sequence leaves an expression: none is undefined, one is the item itself.</summary>
internal static class Sequences
{
    public static ArrayValue New() => new() { Traits = ArrayTraits.Sequence };

    public static ArrayValue Of(Value item)
    {
        var sequence = new ArrayValue(1) { Traits = ArrayTraits.Sequence };
        sequence.Add(item);
        return sequence;
    }

    public static bool IsSequence(this ArrayValue array) => (array.Traits & ArrayTraits.Sequence) != 0;

    public static bool IsTupleStream(this ArrayValue array) => (array.Traits & ArrayTraits.TupleStream) != 0;

    public static Value? Collapse(Value? value)
    {
        if (value is not ArrayValue array || (array.Traits & (ArrayTraits.Sequence | ArrayTraits.TupleStream)) != ArrayTraits.Sequence)
            return value;
        return array.Count switch
        {
            0 => null,
            1 when (array.Traits & ArrayTraits.KeepSingleton) == 0 => array[0],
            _ => array,
        };
    }
}

/// <summary>Applies <c>[]</c> to an expression that is not a path, and lets its sequence collapse.</summary>
internal sealed class CollapseNode(Node inner, bool keepsArray) : Node(inner.Position)
{
    public override Value? Evaluate(Value? input, Frame frame)
    {
        var value = inner.EvaluateUncollapsed(input, frame);
        if (keepsArray && value is ArrayValue array && array.IsSequence() && !array.IsTupleStream())
        {
            frame.Run.NeedsCleaning = true;
            array.Traits |= ArrayTraits.KeepSingleton;
        }
        return Sequences.Collapse(value);
    }
}
