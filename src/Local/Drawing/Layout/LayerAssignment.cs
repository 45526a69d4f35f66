namespace Aot.Local.Drawing.Layout;

/// <summary>Gives each node the highest layer below all its predecessors; a labelled edge spans two, to have room for the label.</summary>
internal static class LayerAssignment
{
    public static int[] Assign(LayoutGraph graph, bool[] isReversed)
    {
        var links = graph.Edges
            .Select((edge, i) => isReversed[i] ? (Above: edge.To, Below: edge.From, edge.HasLabel) : (Above: edge.From, Below: edge.To, edge.HasLabel))
            .Where(link => link.Above != link.Below)
            .ToArray();
        var below = links.ToLookup(link => link.Above);
        var waitsFor = new int[graph.Nodes.Count];
        foreach (var link in links) waitsFor[link.Below]++;

        var layers = new int[graph.Nodes.Count];
        var ready = new Queue<int>(Enumerable.Range(0, graph.Nodes.Count).Where(node => waitsFor[node] == 0));
        while (ready.TryDequeue(out var node))
        {
            foreach (var link in below[node])
            {
                layers[link.Below] = Math.Max(layers[link.Below], layers[node] + (link.HasLabel ? 2 : 1));
                if (--waitsFor[link.Below] == 0) ready.Enqueue(link.Below);
            }
        }
        return Compact(layers, links);
    }

    // Layers that only unlabelled edges would cross vanish.
    private static int[] Compact(int[] layers, (int Above, int Below, bool HasLabel)[] links)
    {
        var isUsed = new bool[layers.Length == 0 ? 0 : layers.Max() + 1];
        foreach (var layer in layers) isUsed[layer] = true;
        foreach (var link in links.Where(link => link.HasLabel))
        {
            isUsed[layers[link.Above] + 1] = true;
            isUsed[layers[link.Below] - 1] = true;
        }
        var number = new int[isUsed.Length];
        for (var layer = 1; layer < number.Length; layer++) number[layer] = number[layer - 1] + (isUsed[layer - 1] ? 1 : 0);
        return [.. layers.Select(layer => number[layer])];
    }
}
