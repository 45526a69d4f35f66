namespace Aot.Generators.Lowering;

/// <summary>The states of a machine, a branch or a Map's body, by id. The passes change it in place.</summary>
internal sealed class StateGraph
{
    private readonly Dictionary<int, FlatState> _states = [];
    private ILookup<int, int>? _predecessors;
    private int _lastId;

    public int Start { get; set; }

    /// <summary>Ids in source order.</summary>
    public IReadOnlyList<int> Ids => [.. _states.OrderBy(s => s.Value.Origin.Order).ThenByDescending(s => s.Key).Select(s => s.Key)];

    public FlatState this[int id]
    {
        get => _states[id];
        set
        {
            _states[id] = value;
            _predecessors = null;
        }
    }

    public bool Contains(int id) => _states.ContainsKey(id);

    public int Add(FlatState state)
    {
        this[++_lastId] = state;
        return _lastId;
    }

    /// <summary>Every edge that leads to a state, as the id of the state it leaves; the start is not among them.</summary>
    public IEnumerable<int> Predecessors(int id)
    {
        _predecessors ??= _states
            .SelectMany(s => s.Value.Edges.Where(e => e.Target is not null).Select(e => (From: s.Key, To: e.Target!.Value)))
            .ToLookup(e => e.To, e => e.From);
        return _predecessors[id];
    }

    /// <summary>Makes everything that led to one state lead to another.</summary>
    public void Redirect(int from, int to)
    {
        foreach (var id in Predecessors(from).Distinct().ToArray())
            this[id] = _states[id].MapEdges(e => e.Target == from ? e with { Target = to } : e);
        if (Start == from)
            Start = to;
    }

    /// <summary>Drops what cannot be reached.</summary>
    public void Prune()
    {
        var reached = new HashSet<int> { Start };
        var open = new Stack<int>(reached);
        while (open.Count > 0)
        {
            foreach (var edge in _states[open.Pop()].Edges)
            {
                if (edge.Target is { } target && reached.Add(target))
                    open.Push(target);
            }
        }

        if (reached.Count == _states.Count)
            return;
        foreach (var id in _states.Keys.Where(k => !reached.Contains(k)).ToArray())
            _states.Remove(id);
        _predecessors = null;
    }
}
