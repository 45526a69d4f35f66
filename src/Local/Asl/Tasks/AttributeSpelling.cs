using Aot.Local.Json;

namespace Aot.Local.Asl.Tasks;

/// <summary>DynamoDB attribute values: the API says BOOL, NULL, SS, NS, BS; the SDK integration says Bool, Nul, Ss, Ns, Bs.</summary>
internal static class AttributeSpelling
{
    private static readonly (string Api, string Sdk)[] _spellings = [("BOOL", "Bool"), ("NULL", "Nul"), ("SS", "Ss"), ("NS", "Ns"), ("BS", "Bs")];

    // The members of requests and answers that map attribute names to values, singly or in lists.
    private static readonly string[] _maps = ["Item", "Items", "Key", "Keys", "Attributes", "ExpressionAttributeValues", "ExclusiveStartKey", "LastEvaluatedKey"];

    public static ObjectValue ToApi(ObjectValue arguments) => (ObjectValue)Walk(arguments, toApi: true);

    public static Value FromApi(Value answer) => Walk(answer, toApi: false);

    private static Value Walk(Value value, bool toApi) => value switch
    {
        ObjectValue members => new ObjectValue(members.Select(
            member => KeyValuePair.Create(member.Key, _maps.Contains(member.Key) ? Map(member.Value, toApi) : Walk(member.Value, toApi)))),
        ArrayValue array => new ArrayValue([.. array.Select(item => Walk(item, toApi))]),
        _ => value,
    };

    private static Value Map(Value value, bool toApi) => value switch
    {
        ObjectValue attributes => new ObjectValue(attributes.Select(attribute => KeyValuePair.Create(attribute.Key, Attribute(attribute.Value, toApi)))),
        ArrayValue array => new ArrayValue([.. array.Select(item => Map(item, toApi))]),
        _ => value,
    };

    private static Value Attribute(Value value, bool toApi)
    {
        if (value is not ObjectValue { Count: 1 } typed) return value;
        var (type, content) = (typed.Names[0], typed.Values[0]);
        return (type, content) switch
        {
            ("M", _) => new ObjectValue { ["M"] = Map(content, toApi) },
            ("L", ArrayValue items) => new ObjectValue { ["L"] = new ArrayValue([.. items.Select(item => Attribute(item, toApi))]) },
            _ => new ObjectValue { [Spell(type, toApi)] = content },
        };
    }

    private static string Spell(string type, bool toApi)
    {
        foreach (var (api, sdk) in _spellings)
        {
            if (type == (toApi ? sdk : api)) return toApi ? api : sdk;
        }
        return type;
    }
}
