using System.Text;

namespace Aot.Local.Drawing;

/// <summary>Writes a graph as a Mermaid flowchart, which Markdown viewers draw themselves.</summary>
/// <remarks>Syntax: Mermaid documentation, "Flowcharts - Basic Syntax".</remarks>
internal sealed class MermaidWriter
{
    private readonly StringBuilder _text = new("flowchart TD\n");
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private int _branches;

    public static string Write(DrawnGraph graph)
    {
        var writer = new MermaidWriter();
        foreach (var (i, state) in graph.AllStates.Index()) writer._ids.TryAdd(state.Name, $"s{i + 1}"); // names may hold what ids may not
        if (graph.StartAt is { } start) writer.Line(1, $"start((\" \")) --> {writer._ids[start]}");
        writer.Graph(graph, 1);
        foreach (var state in graph.States.Where(state => state.IsEnd)) writer.Line(1, $"{writer._ids[state.Name]} --> finish(((\" \")))");
        return writer._text.ToString();
    }

    private void Graph(DrawnGraph graph, int depth)
    {
        foreach (var state in graph.States) State(state, depth);
        foreach (var edge in graph.Edges) Line(depth, $"{_ids[edge.From]} {Arrow(edge)} {_ids[edge.To]}");
    }

    private void State(DrawnState state, int depth)
    {
        var (id, title) = (_ids[state.Name], Quote(state.Name));
        if (state.Inner.Count == 0)
        {
            Line(depth, Shape(state, id, title));
            return;
        }
        Line(depth, $"subgraph {id} [{Quote($"{state.Name}: {SvgWriter.Subtitle(state)}")}]");
        foreach (var graph in state.Inner)
        {
            if (state.Inner.Count == 1)
            {
                Graph(graph, depth + 1);
                continue;
            }
            Line(depth + 1, $"subgraph b{++_branches} [\" \"]");
            Graph(graph, depth + 2);
            Line(depth + 1, "end");
        }
        Line(depth, "end");
    }

    private static string Shape(DrawnState state, string id, string title) => state.Type switch
    {
        "Choice" => $"{id}{{{title}}}",
        "Wait" => $"{id}([{title}])",
        "Succeed" or "Fail" => $"{id}[[{title}]]",
        "Task" when state.Detail.Length > 0 => $"{id}[\"{Escape(state.Name)}<br/><small>{Escape(state.Detail)}</small>\"]",
        _ => $"{id}[{title}]",
    };

    private static string Arrow(DrawnEdge edge) => edge.Kind switch
    {
        EdgeKind.Next => "-->",
        EdgeKind.Catch => $"-. {Quote(TextMeasure.Shorten(edge.Label))} .->",
        _ => $"-- {Quote(TextMeasure.Shorten(edge.Label))} -->",
    };

    private static string Quote(string text) => $"\"{Escape(text)}\"";

    // Mermaid's entity codes: #name; or #number;
    private static string Escape(string text) => text
        .Replace("#", "#35;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal).Replace(">", "#gt;", StringComparison.Ordinal);

    private void Line(int depth, string text) => _text.Append(' ', depth * 4).Append(text).Append('\n');
}
