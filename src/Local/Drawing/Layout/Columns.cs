namespace Aot.Local.Drawing.Layout;

/// <summary>Gives every place its x: each layer in turn comes as near to its neighbours as order and distance allow.</summary>
internal static class Columns
{
    private const int Rounds = 24; // alternately down and up; later rounds move nothing visible
    private const double BendWeight = 8; // long edges rather stay straight than nodes stay centred
    private const double NodeGap = 36, BendGap = 18;

    /// <returns>The middle of each place; the leftmost border is 0.</returns>
    public static double[] Assign(LayeredGraph graph)
    {
        var x = new double[graph.Places.Count];
        foreach (var layer in graph.Layers) Place(graph, layer, x, new double[layer.Length], [.. layer.Select(_ => 1.0)]);
        for (var round = 0; round < Rounds; round++)
        {
            var isDown = round % 2 == 0;
            foreach (var layer in isDown ? graph.Layers.AsEnumerable() : graph.Layers.Reverse())
            {
                var wishes = layer.Select(place => Wish(graph, place, isDown, x)).ToArray();
                Place(graph, layer, x, [.. wishes.Select(w => w.X)], [.. wishes.Select(w => w.Weight)]);
            }
        }
        var left = graph.Places.Count == 0 ? 0 : graph.Places.Index().Min(p => x[p.Index] - p.Item.Size.Width / 2);
        return [.. x.Select(value => value - left)];
    }

    private static (double X, double Weight) Wish(LayeredGraph graph, int place, bool isDown, double[] x)
    {
        var own = graph.Places[place];
        var neighbours = isDown ? own.Above : own.Below;
        if (neighbours.Count == 0) neighbours = isDown ? own.Below : own.Above;
        if (neighbours.Count == 0) return (x[place], 1);
        var weights = neighbours.Select(n => own.IsBend && graph.Places[n].IsBend ? BendWeight : 1).ToArray();
        return (neighbours.Zip(weights, (n, w) => x[n] * w).Sum() / weights.Sum(), weights.Max());
    }

    // The least sum of weighted squares from the wishes that keeps order and distance. Without distances this is isotonic regression, so those are
    // taken off first and pools of violators are merged to their weighted mean (Ayer et al., 1955).
    private static void Place(LayeredGraph graph, int[] layer, double[] x, double[] wishes, double[] weights)
    {
        var offset = new double[layer.Length];
        for (var i = 1; i < layer.Length; i++) offset[i] = offset[i - 1] + Distance(graph.Places[layer[i - 1]], graph.Places[layer[i]]);
        var pools = new List<(double Mean, double Weight, int Count)>();
        for (var i = 0; i < layer.Length; i++)
        {
            pools.Add((wishes[i] - offset[i], weights[i], 1));
            while (pools.Count > 1 && pools[^2].Mean >= pools[^1].Mean)
            {
                var (a, b) = (pools[^2], pools[^1]);
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = ((a.Mean * a.Weight + b.Mean * b.Weight) / (a.Weight + b.Weight), a.Weight + b.Weight, a.Count + b.Count);
            }
        }
        var at = 0;
        foreach (var pool in pools)
        {
            for (var n = 0; n < pool.Count; n++, at++) x[layer[at]] = pool.Mean + offset[at];
        }
    }

    private static double Distance(Place left, Place right) =>
        (left.Size.Width + right.Size.Width) / 2 + (left.IsBend || right.IsBend ? BendGap : NodeGap);
}
