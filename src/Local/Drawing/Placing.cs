using Aot.Local.Drawing.Layout;

namespace Aot.Local.Drawing;

/// <summary>Places a graph: containers from the inside out, since a Map or Parallel is as large as what is in it.</summary>
internal static class Placing
{
    public const double HeaderHeight = 46, Padding = 16;

    private const double StateHeight = 46, MinStateWidth = 120, MaxStateWidth = 260, LabelHeight = 18, BranchGap = 16;

    public static PlacedGraph Place(DrawnGraph graph) => Place(graph, isRoot: true);

    private static PlacedGraph Place(DrawnGraph graph, bool isRoot)
    {
        var marker = new Size(2 * PlacedGraph.MarkerRadius, 2 * PlacedGraph.MarkerRadius);
        var contents = graph.States.Select(Contents).ToArray();
        var hasStart = isRoot && graph.StartAt is not null;
        var hasEnd = isRoot && graph.States.Any(state => state.IsEnd);
        var first = hasStart ? 1 : 0;
        var end = first + contents.Length;
        var number = graph.States.Index().ToDictionary(s => s.Item.Name, s => first + s.Index, StringComparer.Ordinal);

        var nodes = contents.Select(content => content.Size).ToList();
        var edges = new List<(DrawnEdge? Edge, string? Source, string? Target, LayoutEdge Link)>();
        if (hasStart)
        {
            nodes.Insert(0, marker);
            edges.Add((null, null, graph.StartAt, new LayoutEdge(0, number[graph.StartAt!], default)));
        }
        edges.AddRange(graph.Edges.Select(edge => ((DrawnEdge?)edge, (string?)edge.From, (string?)edge.To, Link(edge, number))));
        if (hasEnd)
        {
            nodes.Add(marker);
            edges.AddRange(graph.States.Where(state => state.IsEnd).Select(state =>
                ((DrawnEdge?)null, (string?)state.Name, (string?)null, new LayoutEdge(number[state.Name], end, default))));
        }

        var arrangement = LayeredLayout.Arrange(new LayoutGraph(nodes, [.. edges.Select(edge => edge.Link)]));
        return new PlacedGraph(
            arrangement.Size,
            hasStart ? Middle(arrangement.Nodes[0], marker) : null,
            hasEnd ? Middle(arrangement.Nodes[end], marker) : null,
            [.. contents.Select((content, i) => content with { At = arrangement.Nodes[first + i] })],
            [.. edges.Zip(arrangement.Edges, (edge, route) => new PlacedEdge(edge.Edge, edge.Source, edge.Target, route))]);
    }

    // ┌ name ──────────┐
    // │ ┌────┐  ┌────┐ │   a container: its graphs side by side below its name
    // │ └────┘  └────┘ │
    // └────────────────┘
    private static PlacedState Contents(DrawnState state)
    {
        var width = Math.Clamp(
            Math.Max(TextMeasure.Width(state.Name, TextMeasure.NameSize), TextMeasure.Width(SvgWriter.Subtitle(state), TextMeasure.SmallSize)) + 28,
            MinStateWidth, MaxStateWidth);
        var graphs = state.Inner.Where(graph => graph.States.Count > 0).Select(graph => Place(graph, isRoot: false)).ToArray();
        if (graphs.Length == 0) return new PlacedState(state, default, new Size(width, StateHeight), []);
        var inner = new List<(Point, PlacedGraph)>();
        var x = Padding;
        foreach (var graph in graphs)
        {
            inner.Add((new Point(x + Padding, HeaderHeight + Padding), graph));
            x += graph.Size.Width + 2 * Padding + BranchGap;
        }
        return new PlacedState(
            state, default, new Size(Math.Max(width, x - BranchGap + Padding), HeaderHeight + graphs.Max(graph => graph.Size.Height) + 3 * Padding), inner);
    }

    private static LayoutEdge Link(DrawnEdge edge, Dictionary<string, int> number)
    {
        var label = edge.Label.Length == 0 ? default : new Size(TextMeasure.Width(TextMeasure.Shorten(edge.Label), TextMeasure.SmallSize) + 10, LabelHeight);
        return new LayoutEdge(number[edge.From], number[edge.To], label);
    }

    private static Point Middle(Point corner, Size size) => new(corner.X + size.Width / 2, corner.Y + size.Height / 2);
}
