using Aot.Local.Json;
using Aot.Local.Jsonata.Functions;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary><c>[a, b, c..d]</c>: values that are arrays are spread, nested constructors are kept.</summary>
internal sealed class ArrayNode((Node Item, bool IsKeptWhole)[] items, bool isConstructorStep, int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame)
    {
        frame.Run.Enter();
        var result = items is [{ Item: RangeNode range }] ? (ArrayValue?)range.Evaluate(input, frame) ?? [] : Collect(input, frame);
        if (isConstructorStep)
        {
            frame.Run.NeedsCleaning = true;
            result.Traits = ArrayTraits.Constructed;
        }
        frame.Run.Leave();
        return result;
    }

    private ArrayValue Collect(Value? input, Frame frame)
    {
        var result = new ArrayValue(items.Length);
        foreach (var (item, isKeptWhole) in items)
        {
            var value = item.Evaluate(input, frame);
            if (value is null)
                continue;
            if (value is ArrayValue array && !isKeptWhole)
            {
                frame.Run.Spend(array.Count);
                result.AddRange(array.Items);
            }
            else
            {
                frame.Run.Spend(1);
                result.Add(value);
            }
        }
        return result;
    }
}

/// <summary><c>(a; b; c)</c> in a scope of its own.</summary>
internal sealed class BlockNode(Node[] expressions, bool bindsVariables, int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame)
    {
        frame.Run.Enter();
        var scope = bindsVariables ? new Frame(frame, carried: null) : frame;
        Value? result = null;
        foreach (var expression in expressions)
            result = expression.Evaluate(input, scope);
        frame.Run.Leave();
        return result;
    }
}

/// <summary><c>$name := a</c></summary>
internal sealed class BindNode(string name, Node value, int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame)
    {
        frame.Run.Enter();
        var result = value.Evaluate(input, frame);
        frame.Bind(name, result);
        frame.Run.Leave();
        return result;
    }
}

/// <summary><c>a ? b : c</c></summary>
internal sealed class ConditionNode(Node condition, Node then, Node? otherwise, int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame)
    {
        frame.Run.Enter();
        var branch = Truth.Of(condition.Evaluate(input, frame)) ? then : otherwise;
        var result = branch?.Evaluate(input, frame);
        frame.Run.Leave();
        return result;
    }
}
