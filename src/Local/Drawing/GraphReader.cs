using Aot.Local.Json;

namespace Aot.Local.Drawing;

/// <summary>Reads what a picture needs from a definition. Lenient: a definition that cannot be run yet is drawn as far as it goes.</summary>
internal static class GraphReader
{
    /// <exception cref="DrawingException">There is nothing to draw.</exception>
    public static DrawnGraph Read(string definition)
    {
        Value json;
        try
        {
            json = Value.Parse(definition);
        }
        catch (JsonFormatException e)
        {
            throw new DrawingException($"The definition is not JSON: {e.Message}");
        }
        return json is ObjectValue machine && machine["States"] is ObjectValue { Count: > 0 }
            ? Graph(machine)
            : throw new DrawingException("The definition has no \"States\": an object of state names and states is what can be drawn.");
    }

    private static DrawnGraph Graph(ObjectValue graph)
    {
        var states = new List<DrawnState>();
        var edges = new List<DrawnEdge>();
        var known = graph["States"] as ObjectValue ?? new ObjectValue();
        foreach (var (name, value) in known)
        {
            if (value is not ObjectValue state) continue;
            states.Add(State(name, state));
            edges.AddRange(Edges(name, state).Where(edge => known.Has(edge.To)));
        }
        var start = Text(graph["StartAt"]);
        return new DrawnGraph(start is not null && known.Has(start) ? start : null, states, edges);
    }

    private static DrawnState State(string name, ObjectValue state)
    {
        var type = Text(state["Type"]) ?? "?";
        var isEnd = type == "Succeed" || state["End"] is BooleanValue { Boolean: true };
        return new DrawnState(name, type, StateLabels.Detail(type, state), isEnd, [.. Inner(state).Select(Graph)]);
    }

    private static IEnumerable<ObjectValue> Inner(ObjectValue state) =>
        state["Branches"] is ArrayValue branches ? branches.OfType<ObjectValue>()
        : (state["ItemProcessor"] ?? state["Iterator"]) is ObjectValue processor ? [processor]
        : [];

    private static IEnumerable<DrawnEdge> Edges(string name, ObjectValue state)
    {
        if (Text(state["Next"]) is { } next) yield return new DrawnEdge(name, next, EdgeKind.Next, "");
        foreach (var rule in Objects(state["Choices"]))
        {
            if (Text(rule["Next"]) is { } target) yield return new DrawnEdge(name, target, EdgeKind.Choice, StateLabels.Condition(rule));
        }
        if (Text(state["Default"]) is { } otherwise) yield return new DrawnEdge(name, otherwise, EdgeKind.Default, "default");
        foreach (var catcher in Objects(state["Catch"]))
        {
            if (Text(catcher["Next"]) is { } handler) yield return new DrawnEdge(name, handler, EdgeKind.Catch, StateLabels.Errors(catcher));
        }
    }

    private static IEnumerable<ObjectValue> Objects(Value? list) => list is ArrayValue array ? array.OfType<ObjectValue>() : [];

    private static string? Text(Value? value) => (value as StringValue)?.Text;
}

/// <summary>A definition cannot be drawn; the message says why.</summary>
internal sealed class DrawingException(string problem) : Exception(problem);
