using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Lowering;

/// <summary>Which variables are still read after a point of a graph.</summary>
internal sealed class Liveness
{
    private readonly Dictionary<int, HashSet<string>> _before = [];

    public Liveness(StateGraph graph)
    {
        // From the end, since that is where what is read is known; loops need more than one round. Sets only grow, so it ends.
        var states = graph.Ids.Reverse().Select(id => (Id: id, Edges: graph[id].Edges.ToArray())).ToArray();
        foreach (var (id, edges) in states)
            _before[id] = new HashSet<string>(Reads(graph[id]).Concat(edges.SelectMany(Reads)), StringComparer.Ordinal);
        for (var hasChanged = true; hasChanged;)
        {
            hasChanged = false;
            foreach (var (id, edges) in states)
            {
                foreach (var edge in edges)
                    hasChanged |= AddPassedOn(_before[id], edge);
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

    /// <summary>A state took over the place of another, which led to it alone: what was read there is read here.</summary>
    public void TakeOver(int state, int other) => _before[state].UnionWith(_before[other]);

    private static IEnumerable<string> Reads(Edge edge)
    {
        var reads = edge.Assignments.SelectMany(a => a.Value.FreeVariables());
        return edge.Output is null ? reads : reads.Concat(edge.Output.FreeVariables());
    }

    // What is read behind the edge and not assigned on it.
    private bool AddPassedOn(HashSet<string> before, Edge edge)
    {
        if (edge.Target is not { } target)
            return false;
        var count = before.Count;
        foreach (var variable in _before[target].ToArray())
        {
            if (edge.Assignments.All(a => a.Variable != variable))
                before.Add(variable);
        }

        return before.Count != count;
    }
}
