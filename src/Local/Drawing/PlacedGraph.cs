using Aot.Local.Drawing.Layout;

namespace Aot.Local.Drawing;

/// <summary>A graph with its coordinates, in CSS pixels from its own upper left corner.</summary>
/// <param name="Start">The middle of the start marker; null inside a container.</param>
/// <param name="End">The middle of the end marker; null inside a container and where nothing ends well.</param>
internal sealed record PlacedGraph(Size Size, Point? Start, Point? End, IReadOnlyList<PlacedState> States, IReadOnlyList<PlacedEdge> Edges)
{
    public const double MarkerRadius = 9;
}

/// <param name="At">The upper left corner.</param>
/// <param name="Inner">The graphs of a container, each with its corner relative to the state's.</param>
internal sealed record PlacedState(DrawnState State, Point At, Size Size, IReadOnlyList<(Point At, PlacedGraph Graph)> Inner);

/// <param name="Edge">Its label is shortened to what fits; null for the arrows of the start and end markers.</param>
/// <param name="Source">The state it leaves; null for the start marker.</param>
/// <param name="Target">The state it reaches; null for the end marker.</param>
internal sealed record PlacedEdge(DrawnEdge? Edge, string? Source, string? Target, EdgeRoute Route);
