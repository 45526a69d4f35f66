using Aot.Local.Json;
using Aot.Local.Jsonata.Functions;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary>An object constructor; over many items it groups them by the keys they give.</summary>
internal sealed class GroupNode((Node Key, Node Value)[] pairs, Node? source, int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame)
    {
        frame.Run.Enter();
        var items = source is null ? input : source.EvaluateUncollapsed(input, frame);
        var result = items is ArrayValue ? Group(items, frame) : Construct(items, frame);
        frame.Run.Leave();
        return result;
    }

    public Value Group(Value? items, Frame frame)
    {
        if (items is not ArrayValue array)
            return Construct(items, frame);
        if (array.Count == 0)
            return Construct(null, frame);
        var isStream = array.IsTupleStream();
        var groups = new Dictionary<string, (int Pair, Value Items)>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var item in array.Items)
        {
            frame.Run.Tick();
            var (context, scope) = item is TupleValue tuple && isStream ? (tuple.Item, tuple.ToFrame(frame)) : (item, frame);
            for (var i = 0; i < pairs.Length; i++)
            {
                if (Key(pairs[i].Key.Evaluate(context, scope)) is not { } key)
                    continue;
                if (!groups.TryGetValue(key, out var group))
                {
                    order.Add(key);
                    groups[key] = (i, item);
                }
                else
                {
                    if (group.Pair != i)
                        throw Duplicate(key);
                    groups[key] = (i, Arrays.Append(group.Items, item));
                }
            }
        }
        var result = new ObjectValue(order.Count);
        foreach (var key in order)
        {
            var (pair, members) = groups[key];
            var value = isStream ? EvaluateMerged(pairs[pair].Value, members, frame) : pairs[pair].Value.Evaluate(members, frame);
            if (value is not null)
                result[key] = value;
        }
        return result;
    }

    private ObjectValue Construct(Value? item, Frame frame)
    {
        frame.Run.Spend(pairs.Length);
        var result = new ObjectValue(pairs.Length);
        List<string>? undefinedKeys = null;
        foreach (var (keyNode, valueNode) in pairs)
        {
            if (Key(keyNode.Evaluate(item, frame)) is not { } key)
                continue;
            if (result.Has(key) || undefinedKeys?.Contains(key) == true)
                throw Duplicate(key);
            if (valueNode.Evaluate(item, frame) is { } value)
                result[key] = value;
            else
                (undefinedKeys ??= []).Add(key);
        }
        return result;
    }

    private string? Key(Value? key) => key switch
    {
        null => null,
        StringValue text => text.Text,
        _ => throw new JsonataException("T1003") { Position = Position, Value = key },
    };

    private JsonataException Duplicate(string key) => new("D1009") { Position = Position, Value = new StringValue(key) };

    private static Value? EvaluateMerged(Node value, Value members, Frame frame)
    {
        if (members is TupleValue single)
            return value.Evaluate(single.Item, single.ToFrame(frame));
        Value? context = null;
        var names = new List<string>();
        var values = new Dictionary<string, Value?>(StringComparer.Ordinal);
        foreach (var item in ((ArrayValue)members).Items)
        {
            var tuple = (TupleValue)item;
            context = Arrays.AppendOrEither(context, tuple.Item);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var binding = tuple.Bindings; binding is not null; binding = binding.Next)
            {
                if (!seen.Add(binding.Name))
                    continue;
                if (!values.ContainsKey(binding.Name))
                    names.Add(binding.Name);
                values[binding.Name] = Arrays.AppendOrEither(values.GetValueOrDefault(binding.Name), binding.Value);
            }
        }
        Binding? merged = null;
        foreach (var name in names)
            merged = new Binding(name, values[name], merged);
        return value.Evaluate(context, new Frame(frame, merged));
    }
}
