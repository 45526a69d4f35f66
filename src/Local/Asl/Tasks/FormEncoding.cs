using Aot.Local.Json;

namespace Aot.Local.Asl.Tasks;

/// <summary>Writes JSON as a form: nested members in brackets, arrays as asked for.</summary>
/// <remarks>Source: Step Functions developer guide, "Call HTTPS APIs", URL-encoding of the request body.</remarks>
internal static class FormEncoding
{
    /// <param name="arrayFormat">INDICES, REPEAT, COMMAS or BRACKETS.</param>
    public static string Encode(ObjectValue body, string arrayFormat)
    {
        List<string> pairs = [];
        foreach (var (name, value) in body) Add(pairs, name, value, arrayFormat);
        return string.Join('&', pairs);
    }

    /// <summary>A value as it stands in an address, a header or a form.</summary>
    public static string Text(Value value) => value switch
    {
        StringValue text => text.Text,
        NullValue => "",
        _ => value.ToJson(),
    };

    private static void Add(List<string> pairs, string name, Value value, string arrayFormat)
    {
        switch (value)
        {
            case ObjectValue members:
                foreach (var (member, nested) in members) Add(pairs, $"{name}[{member}]", nested, arrayFormat);
                break;
            case ArrayValue items when arrayFormat == "COMMAS":
                pairs.Add($"{Uri.EscapeDataString(name)}={string.Join(',', items.Select(item => Uri.EscapeDataString(Text(item))))}");
                break;
            case ArrayValue items:
                for (var i = 0; i < items.Count; i++)
                {
                    var suffix = arrayFormat switch { "INDICES" => $"[{i}]", "BRACKETS" => "[]", _ => "" };
                    Add(pairs, name + suffix, items[i], arrayFormat);
                }
                break;
            default:
                pairs.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(Text(value))}");
                break;
        }
    }
}
