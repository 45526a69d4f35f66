namespace Aot.Local.Drawing.Layout;

/// <summary>Where on a node's border its edges leave and arrive: side by side, in the order of where they come from and go to.</summary>
internal sealed class Ports
{
    private readonly double[] _lower, _upper;

    public Ports(LayeredGraph graph, double[] x, double gap)
    {
        _lower = new double[graph.Chains.Count];
        _upper = new double[graph.Chains.Count];
        var chains = graph.Chains.Index().Where(chain => !chain.Item.IsLoop).ToArray();
        foreach (var side in chains.GroupBy(chain => chain.Item.Places[0]))
            Spread(side.Key, side.OrderBy(chain => x[chain.Item.Places[1]]).Select(chain => chain.Index), _lower);
        foreach (var side in chains.GroupBy(chain => chain.Item.Places[^1]))
            Spread(side.Key, side.OrderBy(chain => x[chain.Item.Places[^2]]).Select(chain => chain.Index), _upper);

        void Spread(int node, IEnumerable<int> edges, double[] ports)
        {
            var list = edges.ToArray();
            var step = Math.Min(gap, graph.Places[node].Size.Width * 0.8 / list.Length);
            foreach (var (i, edge) in list.Index()) ports[edge] = x[node] + (i - (list.Length - 1) / 2.0) * step;
        }
    }

    /// <summary>The x at which an edge touches its upper node's lower border.</summary>
    public double Lower(int edge) => _lower[edge];

    /// <summary>The x at which an edge touches its lower node's upper border.</summary>
    public double Upper(int edge) => _upper[edge];
}
