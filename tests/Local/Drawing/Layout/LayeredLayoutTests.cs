using Aot.Local.Drawing.Layout;
using CsCheck;
using Size = Aot.Local.Drawing.Layout.Size;

namespace Aot.Local.Tests.Drawing.Layout;

public sealed class LayeredLayoutTests
{
    private static readonly Gen<LayoutGraph> _graphs =
        from count in Gen.Int[1, 30]
        from sizes in Gen.Select(Gen.Double[10, 300], Gen.Double[10, 120], (w, h) => new Size(w, h)).Array[count]
        from edges in Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1], Gen.Bool, (a, b, labelled) => new LayoutEdge(a, b, labelled ? new Size(60, 18) : default)).Array[0, 2 * count]
        select new LayoutGraph(sizes, edges);

    [Fact]
    public void Nodes_never_overlap_and_stay_inside() => _graphs.Sample(
        graph =>
        {
            var arrangement = LayeredLayout.Arrange(graph);
            var boxes = graph.Nodes.Zip(arrangement.Nodes, Box).ToArray();
            foreach (var (i, box) in boxes.Index())
            {
                Assert.True(box.Left >= -0.01 && box.Top >= -0.01 && box.Right <= arrangement.Size.Width + 0.01 && box.Bottom <= arrangement.Size.Height + 0.01);
                Assert.DoesNotContain(boxes.Skip(i + 1), other => Overlap(box, other));
            }
        },
        iter: 300);

    [Fact]
    public void Edges_join_their_nodes() => _graphs.Sample(
        graph =>
        {
            var arrangement = LayeredLayout.Arrange(graph);
            foreach (var (edge, route) in graph.Edges.Zip(arrangement.Edges))
            {
                Assert.True(Touches(Box(graph.Nodes[edge.From], arrangement.Nodes[edge.From]), route.Points[0]));
                Assert.True(Touches(Box(graph.Nodes[edge.To], arrangement.Nodes[edge.To]), route.Points[^1]));
                Assert.Equal(edge.HasLabel && edge.From != edge.To, route.Label is not null);
            }
        },
        iter: 300);

    [Fact]
    public void Without_cycles_every_edge_leads_down()
    {
        var graph = new LayoutGraph([new(80, 40), new(80, 40), new(80, 40), new(80, 40)], [new(0, 1, default), new(0, 2, new(50, 18)), new(1, 3, default), new(2, 3, default)]);

        var arrangement = LayeredLayout.Arrange(graph);

        Assert.All(arrangement.Edges, route => Assert.True(route.Points[0].Y < route.Points[^1].Y));
        Assert.True(arrangement.Nodes[1].Y < arrangement.Nodes[3].Y);
    }

    [Fact]
    public void A_loop_leads_up_again()
    {
        var graph = new LayoutGraph([new(80, 40), new(80, 40)], [new(0, 1, default), new(1, 0, default)]);

        var arrangement = LayeredLayout.Arrange(graph);

        Assert.True(arrangement.Nodes[0].Y < arrangement.Nodes[1].Y);
        Assert.True(arrangement.Edges[1].Points[0].Y > arrangement.Edges[1].Points[^1].Y);
    }

    [Fact]
    public void Ten_thousand_states_in_a_row_are_laid_out()
    {
        var nodes = Enumerable.Repeat(new Size(100, 40), 10_000).ToArray();

        var arrangement = LayeredLayout.Arrange(new LayoutGraph(nodes, [.. Enumerable.Range(0, nodes.Length - 1).Select(i => new LayoutEdge(i, i + 1, default))]));

        Assert.Equal(100, arrangement.Size.Width, 1);
    }

    private static (double Left, double Top, double Right, double Bottom) Box(Size size, Point at) => (at.X, at.Y, at.X + size.Width, at.Y + size.Height);

    private static bool Overlap((double Left, double Top, double Right, double Bottom) a, (double Left, double Top, double Right, double Bottom) b) =>
        a.Left < b.Right - 0.01 && b.Left < a.Right - 0.01 && a.Top < b.Bottom - 0.01 && b.Top < a.Bottom - 0.01;

    private static bool Touches((double Left, double Top, double Right, double Bottom) box, Point p) =>
        p.X >= box.Left - 0.01 && p.X <= box.Right + 0.01 && p.Y >= box.Top - 0.01 && p.Y <= box.Bottom + 0.01;
}
