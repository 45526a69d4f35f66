using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb.Expressions;

/// <summary>Cuts an item down to paths.</summary>
internal static class Projection
{
    // {a: {b: 1, c: 2}, d: [5, 6, 7]} with a.b, d[2], d[0]  ──▶  {a: {b: 1}, d: [5, 7]}
    public static ObjectValue Apply(IReadOnlyList<DocumentPath> paths, ObjectValue item) => Members(item, [.. paths.Select(path => path.Parts)]);

    private static ObjectValue Members(ObjectValue members, IReadOnlyList<IReadOnlyList<object>> paths)
    {
        var kept = new ObjectValue();
        foreach (var group in paths.Where(path => path[0] is string).GroupBy(path => (string)path[0]))
        {
            if (members.TryGet(group.Key, out var value) && Part(value, group) is { } part)
                kept.Add(group.Key, part);
        }
        return kept;
    }

    private static ObjectValue? Items(Value list, IReadOnlyList<IReadOnlyList<object>> paths)
    {
        var items = AttributeValue.ItemsOf(list);
        var kept = paths.Where(path => path[0] is int).GroupBy(path => (int)path[0]).OrderBy(group => group.Key)
            .Where(group => group.Key < items.Count)
            .Select(group => Part(items[group.Key], group)).OfType<Value>().ToArray();
        return kept.Length == 0 ? null : AttributeValue.Of("L", Shape.List(kept));
    }

    private static Value? Part(Value value, IEnumerable<IReadOnlyList<object>> paths)
    {
        var rest = paths.Select(path => (IReadOnlyList<object>)[.. path.Skip(1)]).ToArray();
        if (rest.Any(path => path.Count == 0))
            return value;
        return AttributeValue.TypeOf(value) switch
        {
            "M" when Members((ObjectValue)AttributeValue.ContentOf(value), rest) is { Count: > 0 } members => AttributeValue.Of("M", members),
            "L" => Items(value, rest),
            _ => null,
        };
    }
}
