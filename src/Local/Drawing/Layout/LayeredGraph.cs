namespace Aot.Local.Drawing.Layout;

/// <summary>The graph in layers: every link joins neighbouring layers, because long edges got a place ("bend") in each layer they cross.</summary>
/// <remarks>Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures" (1981).</remarks>
internal sealed class LayeredGraph
{
    private readonly List<Place> _places = [];

    public LayeredGraph(LayoutGraph graph)
    {
        var isReversed = Cycles.EdgesToReverse(graph);
        var layers = LayerAssignment.Assign(graph, isReversed);
        foreach (var (node, size) in graph.Nodes.Index()) _places.Add(new Place(layers[node], size, IsBend: false));
        Chains = [.. graph.Edges.Select((edge, i) => Chain(edge, isReversed[i], layers))];
        Layers = [.. _places.Index().GroupBy(p => p.Item.Layer).OrderBy(g => g.Key).Select(g => g.Select(p => p.Index).ToArray())];
        foreach (var chain in Chains.Where(chain => !chain.IsLoop)) Link(chain);
    }

    /// <summary>The nodes, by their own numbers, and after them the bends.</summary>
    public IReadOnlyList<Place> Places => _places;

    /// <summary>The places of each layer from left to right; sorting them is <see cref="LayerOrder"/>'s work.</summary>
    public int[][] Layers { get; }

    /// <summary>One for each edge.</summary>
    public IReadOnlyList<Chain> Chains { get; }

    private Chain Chain(LayoutEdge edge, bool isReversed, int[] layers)
    {
        if (edge.From == edge.To) return new Chain([edge.From, edge.To], IsReversed: false, LabelAt: null);
        var (upper, lower) = isReversed ? (edge.To, edge.From) : (edge.From, edge.To);
        var places = new List<int> { upper };
        for (var layer = layers[upper] + 1; layer < layers[lower]; layer++)
        {
            places.Add(_places.Count);
            _places.Add(new Place(layer, default, IsBend: true));
        }
        places.Add(lower);
        if (!edge.HasLabel) return new Chain(places, isReversed, LabelAt: null);
        var labelled = isReversed ? places[^2] : places[1]; // next to the source
        _places[labelled] = _places[labelled] with { Size = edge.Label };
        return new Chain(places, isReversed, labelled);
    }

    private void Link(Chain chain)
    {
        foreach (var (above, below) in chain.Places.Zip(chain.Places.Skip(1)))
        {
            _places[above].Below.Add(below);
            _places[below].Above.Add(above);
        }
    }
}

/// <summary>A node, or the bend of a long edge, in its layer.</summary>
internal sealed record Place(int Layer, Size Size, bool IsBend)
{
    public List<int> Above { get; } = [];

    public List<int> Below { get; } = [];
}

/// <summary>An edge as places from the upper layer to the lower.</summary>
/// <param name="IsReversed">The edge runs upwards, against the layers.</param>
/// <param name="LabelAt">The bend that carries the label.</param>
internal sealed record Chain(IReadOnlyList<int> Places, bool IsReversed, int? LabelAt)
{
    public bool IsLoop => Places[0] == Places[^1];
}
