using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Lowering;

/// <summary>Which variables are still read after a point of a graph.</summary>
internal sealed class Liveness
{
    private readonly StateGraph _graph;
    private readonly Dictionary<int, HashSet<string>> _before = [];

    public Liveness(StateGraph graph)
    {
        _graph = graph;
        var ids = graph.Ids.Reverse().ToArray();
        foreach (var id in ids)
            _before[id] = new HashSet<string>(StringComparer.Ordinal);

        // Loops need more than one round; sets only grow, so it ends.
        for (var hasChanged = true; hasChanged;)
        {
            hasChanged = false;
            foreach (var id in ids)
            {
                var count = _before[id].Count;
                _before[id].UnionWith(Reads(graph[id]));
                foreach (var edge in graph[id].Edges)
                    _before[id].UnionWith(BeforeEdge(edge));
                hasChanged |= _before[id].Count != count;
            }
        }
    }

    /// <summary>True where a value that the variable has when the state starts may be read.</summary>
    public bool IsReadFrom(int state, string variable) => _before[state].Contains(variable);

    /// <summary>True where a value that the variable has after the edge's assignments may be read.</summary>
    public bool IsReadAfter(Edge edge, string variable) => edge.Target is { } target && IsReadFrom(target, variable);

    /// <summary>Variables from outside that a graph reads.</summary>
    public static IReadOnlyCollection<string> ReadBy(StateGraph graph) => new Liveness(graph)._before[graph.Start];

    /// <summary>What a state itself reads, the machines inside it included, its edges not.</summary>
    public static IEnumerable<string> Reads(FlatState state) => state.Expressions.SelectMany(e => e.FreeVariables()).Concat(state.Inner.SelectMany(ReadBy));

    private IEnumerable<string> BeforeEdge(Edge edge)
    {
        var assigned = new HashSet<string>(edge.Assignments.Select(a => a.Variable), StringComparer.Ordinal);
        var reads = edge.Assignments.SelectMany(a => a.Value.FreeVariables());
        if (edge.Output is not null)
            reads = reads.Concat(edge.Output.FreeVariables());
        return edge.Target is { } target ? reads.Concat(_before[target].Where(v => !assigned.Contains(v))) : reads;
    }
}
