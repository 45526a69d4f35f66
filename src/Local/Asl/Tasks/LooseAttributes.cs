using Aot.Local.Json;

namespace Aot.Local.Asl.Tasks;

/// <summary>What the optimized DynamoDB integration takes beside typed attribute values: bare text for <c>{"S": text}</c>, and truth as text.</summary>
internal static class LooseAttributes
{
    private static readonly string[] _maps = ["Item", "Key", "ExpressionAttributeValues"];

    public static ObjectValue ToTyped(ObjectValue arguments) =>
        new(arguments.Select(argument => KeyValuePair.Create(argument.Key, _maps.Contains(argument.Key) ? Map(argument.Value) : argument.Value)));

    private static Value Map(Value value) => value is ObjectValue attributes
        ? new ObjectValue(attributes.Select(attribute => KeyValuePair.Create(attribute.Key, Attribute(attribute.Value))))
        : value;

    private static Value Attribute(Value value) => value switch
    {
        StringValue => new ObjectValue { ["S"] = value },
        ObjectValue { Count: 1 } typed => new ObjectValue { [typed.Names[0]] = Content(typed.Names[0], typed.Values[0]) },
        _ => value,
    };

    private static Value Content(string type, Value content) => (type, content) switch
    {
        ("BOOL" or "NULL", StringValue { Text: "true" or "false" } text) => text.Text == "true",
        ("M", _) => Map(content),
        ("L", ArrayValue items) => new ArrayValue([.. items.Select(Attribute)]),
        _ => content,
    };
}
