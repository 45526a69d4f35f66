namespace Aot.Local.Drawing.Layout;

internal readonly record struct Size(double Width, double Height);

internal readonly record struct Point(double X, double Y);

/// <summary>What is to be laid out, in CSS pixels.</summary>
/// <param name="Nodes">The first is where reading begins.</param>
internal sealed record LayoutGraph(IReadOnlyList<Size> Nodes, IReadOnlyList<LayoutEdge> Edges);

/// <param name="Label">Zero width: the edge has no label.</param>
internal readonly record struct LayoutEdge(int From, int To, Size Label)
{
    public bool HasLabel => Label.Width > 0;
}

/// <summary>Where everything goes, in CSS pixels from the upper left corner.</summary>
/// <param name="Size">Of the whole.</param>
/// <param name="Nodes">The upper left corner of each node.</param>
/// <param name="Edges">In the order of the edges given.</param>
internal sealed record Arrangement(Size Size, IReadOnlyList<Point> Nodes, IReadOnlyList<EdgeRoute> Edges);

/// <param name="Points">From the source's border to the target's; at least two.</param>
/// <param name="Label">The middle of the label; null without one.</param>
internal sealed record EdgeRoute(IReadOnlyList<Point> Points, Point? Label);
