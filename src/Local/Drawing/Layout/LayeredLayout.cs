namespace Aot.Local.Drawing.Layout;

/// <summary>Lays a graph out in layers from top to bottom: break cycles, assign layers, sort them, find columns, route the edges.</summary>
internal static class LayeredLayout
{
    private const double LayerGap = 30;
    private const double PortGap = 16; // between edges that leave or reach a node side by side
    private const double LoopWidth = 22;

    public static Arrangement Arrange(LayoutGraph graph)
    {
        var layered = new LayeredGraph(graph);
        LayerOrder.Sort(layered);
        var x = Columns.Assign(layered);
        var rows = Rows(layered);
        var ports = new Ports(layered, x, PortGap);
        var nodes = graph.Nodes.Select((size, i) => new Point(x[i] - size.Width / 2, rows[layered.Places[i].Layer].Middle - size.Height / 2)).ToArray();
        var routes = layered.Chains.Select((chain, i) => Route(layered, chain, i, x, rows, ports)).ToArray();
        var right = layered.Places.Index().Select(p => x[p.Index] + p.Item.Size.Width / 2)
            .Concat(routes.SelectMany(r => r.Points).Select(p => p.X)).DefaultIfEmpty(0).Max();
        return new Arrangement(new Size(right, rows.Length == 0 ? 0 : rows[^1].Bottom), nodes, routes);
    }

    // Each layer is as high as its highest place.
    private static Row[] Rows(LayeredGraph graph)
    {
        var rows = new Row[graph.Layers.Length];
        double top = 0;
        foreach (var (i, layer) in graph.Layers.Index())
        {
            rows[i] = new Row(top, top + layer.Max(place => graph.Places[place].Size.Height));
            top = rows[i].Bottom + LayerGap;
        }
        return rows;
    }

    // A bend is as high as its layer, so that the edge passes beside the nodes there and turns only between layers.
    private static EdgeRoute Route(LayeredGraph graph, Chain chain, int edge, double[] x, Row[] rows, Ports ports)
    {
        if (chain.IsLoop) return Loop(graph.Places[chain.Places[0]], x[chain.Places[0]], rows[graph.Places[chain.Places[0]].Layer].Middle);
        var (upper, lower) = (graph.Places[chain.Places[0]], graph.Places[chain.Places[^1]]);
        var points = new List<Point> { new(ports.Lower(edge), rows[upper.Layer].Middle + upper.Size.Height / 2) };
        foreach (var bend in chain.Places.Skip(1).SkipLast(1))
        {
            var row = rows[graph.Places[bend].Layer];
            points.AddRange([new Point(x[bend], row.Top), new Point(x[bend], row.Bottom)]);
        }
        points.Add(new Point(ports.Upper(edge), rows[lower.Layer].Middle - lower.Size.Height / 2));
        if (chain.IsReversed) points.Reverse();
        return new EdgeRoute([.. points.Where((p, i) => i == 0 || p != points[i - 1])], chain.LabelAt is { } at ? new Point(x[at], rows[graph.Places[at].Layer].Middle) : null);
    }

    // Out of the right side and in again.
    private static EdgeRoute Loop(Place node, double x, double y)
    {
        var (right, reach) = (x + node.Size.Width / 2, node.Size.Height / 4);
        return new EdgeRoute(
            [new Point(right, y - reach), new Point(right + LoopWidth, y - reach), new Point(right + LoopWidth, y + reach), new Point(right, y + reach)], null);
    }

    private readonly record struct Row(double Top, double Bottom)
    {
        public double Middle => (Top + Bottom) / 2;
    }
}
