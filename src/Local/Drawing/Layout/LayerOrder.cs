namespace Aot.Local.Drawing.Layout;

/// <summary>Sorts the places of each layer so that few links cross: sweeps down and up, each place towards the middle of its neighbours.</summary>
/// <remarks>The barycenter heuristic of Sugiyama's method; the best order seen is kept.</remarks>
internal static class LayerOrder
{
    private const int Sweeps = 12; // more did not improve a machine of 50 states

    public static void Sort(LayeredGraph graph)
    {
        var position = new double[graph.Places.Count];
        foreach (var layer in graph.Layers) Number(layer, position);
        var best = graph.Layers.Select(layer => layer.ToArray()).ToArray();
        var fewest = Crossings(graph, position);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var isDown = sweep % 2 == 0;
            foreach (var layer in isDown ? graph.Layers.Skip(1) : graph.Layers.Reverse().Skip(1))
            {
                var wish = layer.ToDictionary(place => place, place => Middle(isDown ? graph.Places[place].Above : graph.Places[place].Below, position, position[place]));
                var sorted = layer.OrderBy(place => wish[place]).ToArray(); // stable: equals keep their order
                sorted.CopyTo(layer, 0);
                Number(layer, position);
            }
            var crossings = Crossings(graph, position);
            if (crossings >= fewest) continue;
            fewest = crossings;
            best = [.. graph.Layers.Select(layer => layer.ToArray())];
        }
        foreach (var (i, layer) in best.Index()) layer.CopyTo(graph.Layers[i], 0);
    }

    /// <summary>How many pairs of links cross.</summary>
    public static int Crossings(LayeredGraph graph, double[] position)
    {
        var count = 0;
        foreach (var layer in graph.Layers)
        {
            var links = layer.SelectMany(above => graph.Places[above].Below.Select(below => (Above: position[above], Below: position[below]))).ToArray();
            for (var i = 0; i < links.Length; i++)
            {
                for (var j = i + 1; j < links.Length; j++)
                {
                    if ((links[i].Above - links[j].Above) * (links[i].Below - links[j].Below) < 0) count++;
                }
            }
        }
        return count;
    }

    private static double Middle(List<int> neighbours, double[] position, double own) => neighbours.Count == 0 ? own : neighbours.Average(n => position[n]);

    private static void Number(int[] layer, double[] position)
    {
        foreach (var (i, place) in layer.Index()) position[place] = i;
    }
}
