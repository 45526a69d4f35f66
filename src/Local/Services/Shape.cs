using Aot.Local.Json;

namespace Aot.Local.Services;

/// <summary>Forms response values: objects from pairs, leaving out those that are null.</summary>
internal static class Shape
{
    public static readonly ObjectValue Empty = Of();

    public static Value From(string text) => new StringValue(text);

    public static Value From(double number) => NumberValue.Of(number);

    public static Value From(bool flag) => BooleanValue.Of(flag);

    /// <summary>A time as the JSON protocols send it: seconds since 1970, with milliseconds.</summary>
    public static Value From(DateTimeOffset time) => new NumberValue(time.ToUnixTimeMilliseconds() / 1000.0);

    public static ArrayValue List(IEnumerable<Value> items) => new((IReadOnlyList<Value>)[.. items]);

    public static ArrayValue List(IEnumerable<string> items) => List(items.Select(From));

    /// <summary>An object; a null value leaves its member out. Values: text, whole and decimal numbers, flags, times, values.</summary>
    public static ObjectValue Of(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var present = new ObjectValue(members.Length);
        foreach (var (name, value) in members)
        {
            if (Convert(value) is { } converted)
                present.Add(name, converted);
        }
        return present;
    }

    /// <summary>A map of strings.</summary>
    public static ObjectValue Map(IEnumerable<KeyValuePair<string, string>> entries) =>
        new(entries.Select(entry => KeyValuePair.Create(entry.Key, From(entry.Value))));

    private static Value? Convert(object? value) => value switch
    {
        null => null,
        Value already => already,
        string text => From(text),
        bool flag => From(flag),
        int number => From(number),
        long number => From(number),
        double number => From(number),
        DateTimeOffset time => From(time),
        _ => throw new ArgumentException($"{value.GetType()} has no JSON form here."),
    };
}
