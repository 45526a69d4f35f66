using System.Text;
using Aot.Generators.Jsonata;

namespace Aot.Generators.Asl;

/// <summary>Lays JSON out for people: what fits a line stands on one, but every state has lines of its own.</summary>
internal static class JsonLayout
{
    private const int MaxLineLength = 160;

    public static string Write(JsonText json)
    {
        var text = new StringBuilder();
        Write(text, json, 0, isState: true);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonText json, int indent, bool isState)
    {
        if (json is JsonScalar || (!isState && !HasStates(json) && OneLine(json).Length + indent <= MaxLineLength))
        {
            text.Append(OneLine(json));
            return;
        }

        var (open, close) = json is JsonObject ? ('{', '}') : ('[', ']');
        text.Append(open);
        var isFirst = true;
        foreach (var (name, value) in Parts(json))
        {
            text.Append(isFirst ? "\n" : ",\n").Append(' ', indent + 2);
            isFirst = false;
            if (name is not null)
                text.Append(JsonString.Quote(name)).Append(": ");
            Write(text, value, indent + 2, isState: HasType(value) || name == "States");
        }

        if (!isFirst)
            text.Append('\n').Append(' ', indent);
        text.Append(close);
    }

    private static string OneLine(JsonText json) => json switch
    {
        JsonScalar scalar => scalar.Text,
        JsonObject { Properties.Count: 0 } => "{}",
        JsonObject @object => "{ " + string.Join(", ", @object.Properties.Select(p => $"{JsonString.Quote(p.Name)}: {OneLine(p.Value)}")) + " }",
        JsonArray { Items.Count: 0 } => "[]",
        JsonArray array => "[" + string.Join(", ", array.Items.Select(OneLine)) + "]",
        _ => throw new InvalidOperationException($"No layout for {json.GetType().Name}."),
    };

    private static IEnumerable<(string? Name, JsonText Value)> Parts(JsonText json) => json switch
    {
        JsonObject @object => @object.Properties.Select(p => ((string?)p.Name, p.Value)),
        JsonArray array => array.Items.Select(i => ((string?)null, i)),
        _ => [],
    };

    private static bool HasType(JsonText json) => json is JsonObject { Properties: [{ Name: "Type" }, ..] };

    private static bool HasStates(JsonText json) => json switch
    {
        JsonObject @object => @object.Properties.Any(p => p.Name == "States" || HasStates(p.Value)),
        JsonArray array => array.Items.Any(HasStates),
        _ => false,
    };
}
