using System.Runtime.CompilerServices;
using Aot.Local.Json;

namespace Aot.Local.Jsonata.Evaluation;

internal sealed class LiteralNode(Value value, int position) : Node(position)
{
    public Value Value { get; } = value;

    public override Value? Evaluate(Value? input, Frame frame) => Value;
}

/// <summary>A member of the input, or of each object in an array.</summary>
internal sealed class NameNode(string name, int position) : Node(position)
{
    public string Name { get; } = name;

    public override Value? Evaluate(Value? input, Frame frame) => Sequences.Collapse(Find(input, Name, frame.Run));

    public static Value? Find(Value? input, string name, Run run)
    {
        if (input is ObjectValue members)
            return members[name];
        if (input is not ArrayValue array)
            return null;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var found = Sequences.New();
        foreach (var item in array.Items)
        {
            if (item is ArrayValue nested)
            {
                run.Tick();
                run.Spend(nested.Count);
            }
            switch (Find(item, name, run))
            {
                case ArrayValue values:
                    found.AddRange(values.Items);
                    break;
                case { } value:
                    found.Add(value);
                    break;
            }
        }
        return found;
    }
}

/// <summary><c>$</c>, the context.</summary>
internal sealed class ContextNode(int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame) =>
        input is ArrayValue array && (array.Traits & ArrayTraits.InputWrapper) != 0 ? array[0] : input;
}

/// <summary>A variable that the expression itself binds somewhere, or the context kept for a <c>%</c>.</summary>
internal sealed class VariableNode(string name, int position) : Node(position)
{
    public string Name { get; } = name;

    public override Value? Evaluate(Value? input, Frame frame) => frame.Find(Name);
}

/// <summary>A variable or function that comes from outside the expression.</summary>
internal sealed class GlobalNode(string name, int position) : Node(position)
{
    public string Name { get; } = name;

    public override Value? Evaluate(Value? input, Frame frame) => frame.Run.FindGlobal(Name);
}

/// <summary><c>*</c>: the values of all members.</summary>
internal sealed class WildcardNode(int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame) => Sequences.Collapse(EvaluateUncollapsed(input, frame));

    public override Value? EvaluateUncollapsed(Value? input, Frame frame)
    {
        var found = Sequences.New();
        if (input is ArrayValue wrapper && (wrapper.Traits & ArrayTraits.InputWrapper) != 0 && wrapper.Count > 0)
            input = wrapper[0];
        var values = input switch
        {
            ObjectValue members => members.Values,
            ArrayValue array => array.Items,
            _ => [],
        };
        foreach (var value in values)
        {
            if (value is not ArrayValue nested)
            {
                found.Add(value);
                continue;
            }
            // What follows an array in the result no longer collapses: JSONata appends to a plain array from there.
            found.Traits = ArrayTraits.None;
            AddFlat(nested, found, frame.Run);
        }
        return found;
    }

    private static void AddFlat(ArrayValue array, ArrayValue found, Run run)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        run.Tick();
        run.Spend(array.Count);
        foreach (var item in array.Items)
        {
            if (item is ArrayValue nested)
                AddFlat(nested, found, run);
            else
                found.Add(item);
        }
    }
}

/// <summary><c>**</c>: the input and all values below it.</summary>
internal sealed class DescendantNode(int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame)
    {
        if (input is null)
            return null;
        var found = Sequences.New();
        AddWithDescendants(input, found, frame.Run);
        return found.Count == 1 ? found[0] : Sequences.Collapse(found);
    }

    private static void AddWithDescendants(Value value, ArrayValue found, Run run)
    {
        run.Enter();
        run.Spend(1);
        ReadOnlySpan<Value> children = [];
        if (value is ArrayValue array)
        {
            children = array.Items;
        }
        else
        {
            found.Add(value);
            if (value is ObjectValue members)
                children = members.Values;
        }
        foreach (var child in children)
            AddWithDescendants(child, found, run);
        run.Leave();
    }
}
