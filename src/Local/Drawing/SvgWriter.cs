using System.Globalization;
using System.Net;
using System.Text;
using Aot.Local.Drawing.Layout;

namespace Aot.Local.Drawing;

/// <summary>Writes a placed graph as one SVG that needs nothing else: its styles are inside, for light and dark.</summary>
/// <remarks>Each state is a group with <c>data-state</c>, each edge one with <c>data-from</c> and <c>data-to</c>: a page can mark what an execution did.</remarks>
internal sealed class SvgWriter
{
    private const double Margin = 20;

    private readonly StringBuilder _svg = new();

    /// <param name="title">What a screen reader says.</param>
    public static string Write(PlacedGraph graph, string title) => new SvgWriter().Document(graph, title);

    /// <summary>The line below a state's name.</summary>
    public static string Subtitle(DrawnState state) => state.Detail.Length == 0 ? state.Type : $"{state.Type} · {state.Detail}";

    private string Document(PlacedGraph graph, string title)
    {
        var (width, height) = (graph.Size.Width + 2 * Margin, graph.Size.Height + 2 * Margin);
        _svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" class="machine" role="group" aria-label="{Escape(title)}" width="{N(width)}" height="{N(height)}" viewBox="0 0 {N(width)} {N(height)}">
            <style>
            {SvgStyle.Css}
            </style>
            <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 1 L9 5 L0 9 z" class="head"/></marker></defs>

            """);
        Graph(graph, new Point(Margin, Margin));
        return _svg.Append("</svg>\n").ToString();
    }

    private void Graph(PlacedGraph graph, Point at)
    {
        foreach (var state in graph.States) State(state, at);
        foreach (var edge in graph.Edges) Edge(edge, at);
        if (graph.Start is { } start) Marker(start, at, "start", "Start");
        if (graph.End is { } end) Marker(end, at, "end", "End");
    }

    private void State(PlacedState placed, Point origin)
    {
        var (state, size) = (placed.State, placed.Size);
        var at = new Point(origin.X + placed.At.X, origin.Y + placed.At.Y);
        var subtitle = Subtitle(state);
        var kind = placed.Inner.Count > 0 ? $"state container {state.Type}" : $"state {state.Type}";
        Line($"""<g class="{Escape(kind)}" data-state="{Escape(state.Name)}" tabindex="0" role="button" aria-label="{Escape($"{state.Name}, {subtitle}")}">""");
        Line($"<title>{Escape($"{state.Name}\n{subtitle}")}</title>");
        Line($"""<rect class="box" x="{N(at.X)}" y="{N(at.Y)}" width="{N(size.Width)}" height="{N(size.Height)}" rx="7"/>""");
        Line($"""<rect class="kind" x="{N(at.X)}" y="{N(at.Y)}" width="5" height="{N(size.Height)}" rx="2"/>""");
        var room = size.Width - 24;
        Line($"""<text class="name" x="{N(at.X + 14)}" y="{N(at.Y + 20)}">{Escape(TextMeasure.Fit(state.Name, TextMeasure.NameSize, room))}</text>""");
        Line($"""<text class="detail" x="{N(at.X + 14)}" y="{N(at.Y + 36)}">{Escape(TextMeasure.Fit(subtitle, TextMeasure.SmallSize, room))}</text>""");
        Line($"""<text class="badge" x="{N(at.X + size.Width - 8)}" y="{N(at.Y + 14)}"></text>""");
        Line("</g>");
        foreach (var (corner, graph) in placed.Inner)
        {
            var inside = new Point(at.X + corner.X, at.Y + corner.Y);
            Line($"""<rect class="branch" x="{N(inside.X - Placing.Padding)}" y="{N(inside.Y - Placing.Padding)}" width="{N(graph.Size.Width + 2 * Placing.Padding)}" height="{N(graph.Size.Height + 2 * Placing.Padding)}" rx="7"/>""");
            Graph(graph, inside);
        }
    }

    private void Edge(PlacedEdge edge, Point at)
    {
        var kind = edge.Edge?.Kind.ToString().ToLowerInvariant() ?? "next";
        Line($"""<g class="edge {kind}" data-from="{Escape(edge.Source ?? "")}" data-to="{Escape(edge.Target ?? "")}"><path d="{Path(edge.Route.Points, at)}" marker-end="url(#arrow)"/>""");
        if (edge.Edge is { } drawn && edge.Route.Label is { } label)
            Line($"""<text class="label" x="{N(at.X + label.X)}" y="{N(at.Y + label.Y + 4)}"><title>{Escape(drawn.Label)}</title>{Escape(TextMeasure.Shorten(drawn.Label))}</text>""");
        Line("</g>");
    }

    // Upright at every point, so that pieces join without a corner.
    private static string Path(IReadOnlyList<Point> points, Point at)
    {
        var path = new StringBuilder($"M{N(at.X + points[0].X)} {N(at.Y + points[0].Y)}");
        foreach (var (from, to) in points.Zip(points.Skip(1)))
        {
            if (from.X == to.X || from.Y == to.Y) path.Append($" L{N(at.X + to.X)} {N(at.Y + to.Y)}");
            else
            {
                var middle = at.Y + (from.Y + to.Y) / 2;
                path.Append($" C{N(at.X + from.X)} {N(middle)} {N(at.X + to.X)} {N(middle)} {N(at.X + to.X)} {N(at.Y + to.Y)}");
            }
        }
        return path.ToString();
    }

    private void Marker(Point middle, Point at, string kind, string text)
    {
        var (x, y) = (at.X + middle.X, at.Y + middle.Y);
        Line($"""<g class="marker {kind}"><title>{text}</title><circle cx="{N(x)}" cy="{N(y)}" r="{N(PlacedGraph.MarkerRadius - 1)}"/></g>""");
    }

    private void Line(string text) => _svg.Append(text).Append('\n');

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string N(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
