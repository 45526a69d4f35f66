using System.Runtime.CompilerServices;
using Aot.Local.Json;

namespace Aot.Local.Jsonata.Evaluation;

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
        var owned = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        CollectObjects(result, owned);
        foreach (var match in matches is ArrayValue array ? array.Items : matches is null ? [] : [matches])
        {
            // The objects of the clone belong to this function and may be changed in place. JSONata in JavaScript also changes
            // what a pattern such as $$ finds outside the clone, that is, its own input; here that stays as it is.
            if (match is not ObjectValue target || !owned.Contains(target))
                continue;
            Update(target, frame);
            Delete(target, frame);
        }
        return result;
    }

    private static void CollectObjects(Value? value, HashSet<Value> objects)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        ReadOnlySpan<Value> children = [];
        if (value is ArrayValue array)
        {
            children = array.Items;
        }
        else if (value is ObjectValue members)
        {
            objects.Add(members);
            children = members.Values;
        }
        foreach (var child in children)
            CollectObjects(child, objects);
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
