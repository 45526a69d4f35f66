using System.Runtime.CompilerServices;
using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Functions on objects.</summary>
internal static class Objects
{
    public static readonly NativeFunction[] All =
    [
        new("keys", "<x-:a<s>>", 1, (a, _, frame) => Keys(a[0], frame.Run)),
        new("lookup", "<x-s:x>", 2, (a, _, frame) => a[1] is StringValue name ? NameNode.Find(a[0], name.Text, frame.Run) : null),
        new("spread", "<x-:a<o>>", 1, (a, _, frame) => Spread(a[0], frame.Run)),
        new("merge", "<a<o>:o>", 1, (a, _, _) => a[0] is ArrayValue objects ? Merge(objects) : null),
        new("each", "<o-f:a>", 2, (a, _, frame) => Each(a[0], (FunctionValue)a[1]!, frame)),
        new("sift", "<o-f?:o>", 2, (a, _, frame) => Sift(a[0], a[1] as FunctionValue, frame)),
        new("clone", "<(oa)-:o>", 1, (a, _, frame) => a[0] is null ? null : Value.Parse(Texts.Of(a[0]!, frame.Run))),
    ];

    private static ArrayValue Keys(Value? value, Run run)
    {
        run.SpendOn(value);
        var keys = Sequences.New();
        AddKeys(value, keys, value is ArrayValue ? [] : null);
        return keys;
    }

    private static void AddKeys(Value? value, ArrayValue keys, HashSet<string>? seen)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value is ArrayValue items)
        {
            foreach (var item in items.Items)
                AddKeys(item, keys, seen);
        }
        else if (value is ObjectValue members)
        {
            foreach (var name in members.Names)
            {
                if (seen?.Add(name) != false)
                    keys.Add(name);
            }
        }
    }

    private static Value? Spread(Value? value, Run run)
    {
        run.SpendOn(value);
        return Spread(value);
    }

    private static Value? Spread(Value? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case ObjectValue members:
                var spread = Sequences.New();
                for (var i = 0; i < members.Count; i++)
                    spread.Add(new ObjectValue { [members.Names[i]] = members.Values[i] });
                return spread;
            case ArrayValue { Count: > 0 } items:
                var all = new ArrayValue(items.Count);
                foreach (var item in items.Items)
                {
                    if (Spread(item) is ArrayValue parts)
                        all.AddRange(parts.Items);
                    else
                        all.Add(item);
                }
                return all;
            case ArrayValue:
                return Sequences.New();
            default:
                return value;
        }
    }

    private static ObjectValue Merge(ArrayValue objects)
    {
        var merged = new ObjectValue();
        foreach (var item in objects.Items)
        {
            var members = (ObjectValue)item;
            for (var i = 0; i < members.Count; i++)
                merged[members.Names[i]] = members.Values[i];
        }
        return merged;
    }

    private static ArrayValue Each(Value? value, FunctionValue function, Frame frame)
    {
        var results = Sequences.New();
        if (value is not ObjectValue members)
            return results;
        for (var i = 0; i < members.Count; i++)
        {
            frame.Run.Tick();
            if (HigherOrder.Call(function, members.Values[i], members.Names[i], members, frame) is { } result)
                results.Add(result);
        }
        return results;
    }

    private static ObjectValue? Sift(Value? value, FunctionValue? function, Frame frame)
    {
        if (value is not ObjectValue members || function is null)
            return null;
        var kept = new ObjectValue();
        for (var i = 0; i < members.Count; i++)
        {
            frame.Run.Tick();
            if (HigherOrder.IsTrue(HigherOrder.Call(function, members.Values[i], members.Names[i], members, frame)))
                kept[members.Names[i]] = members.Values[i];
        }
        return kept.Count == 0 ? null : kept;
    }
}
