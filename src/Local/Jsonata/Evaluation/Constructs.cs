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

/// <summary><c>|where|update, delete|</c>: a function that returns a changed copy.</summary>
internal sealed class TransformNode(Node pattern, Node update, Node? delete, int position) : Node(position)
{
    private static readonly string CloneFunction = string.Intern("clone");
    private static readonly Signature TransformSignature = Signature.Parse("<(oa):o>", 0);

    public override Value? Evaluate(Value? input, Frame frame) =>
        new NativeFunction("transform", TransformSignature, 1, (arguments, _, _) => Transform(arguments[0], frame));

    private Value? Transform(Value? original, Frame frame)
    {
        if (original is null)
            return null;
        if (frame.Find(CloneFunction) is not FunctionValue clone)
            throw new JsonataException("T2013") { Position = Position };
        frame.Run.NeedsCleaning = true;
        var result = clone.Call([original], NullValue.Instance, frame);
        var matches = pattern.Evaluate(result, frame);
        foreach (var match in matches is ArrayValue array ? array.Items : matches is null ? [] : [matches])
        {
            // The clone belongs to this function, so its objects may be changed in place.
            if (match is not ObjectValue target)
                continue;
            Update(target, frame);
            Delete(target, frame);
        }
        return result;
    }

    private void Update(ObjectValue target, Frame frame)
    {
        var changes = update.Evaluate(target, frame);
        if (changes is null)
            return;
        if (changes is not ObjectValue members)
            throw new JsonataException("T2011") { Position = update.Position, Value = changes };
        for (var i = 0; i < members.Count; i++)
            target[members.Names[i]] = members.Values[i];
    }

    private void Delete(ObjectValue target, Frame frame)
    {
        var dropped = delete?.Evaluate(target, frame);
        foreach (var name in dropped is ArrayValue names ? names.Items : dropped is null ? [] : [dropped])
        {
            if (name is not StringValue text)
                throw new JsonataException("T2012") { Position = delete!.Position, Value = dropped };
            target.Remove(text.Text);
        }
    }
}
