using System.Runtime.CompilerServices;
using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Functions on objects.</summary>
internal static class Objects
{
    public static readonly NativeFunction[] All =
    [
        new("keys", "<x-:a<s>>", 1, (a, _, _) => Keys(a[0])),
        new("lookup", "<x-s:x>", 2, (a, _, _) => a[1] is StringValue name ? NameNode.Find(a[0], name.Text) : null),
        new("spread", "<x-:a<o>>", 1, (a, _, _) => Spread(a[0])),
        new("merge", "<a<o>:o>", 1, (a, _, _) => a[0] is ArrayValue objects ? Merge(objects) : null),
        new("each", "<o-f:a>", 2, (a, _, frame) => Each(a[0], (FunctionValue)a[1]!, frame)),
        new("sift", "<o-f?:o>", 2, (a, _, frame) => Sift(a[0], a[1] as FunctionValue, frame)),
        new("clone", "<(oa)-:o>", 1, (a, _, _) => a[0] is null ? null : Value.Parse(Texts.Of(a[0]!))),
    ];

    private static ArrayValue Keys(Value? value)
    {
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
            case ArrayValue items:
                Value all = Sequences.New();
                foreach (var item in items.Items)
                    all = Spread(item) is { } part ? Arrays.Append(all, part) : all;
                return all;
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
