namespace Aot.Local.Drawing;

/// <summary>What a picture shows of a graph: the machine itself, a branch of a Parallel, the processor of a Map.</summary>
/// <param name="StartAt">The state an arrow from outside points to; null when the definition names none that exists.</param>
/// <param name="States">In document order.</param>
/// <param name="Edges">In document order of their states: Next or the rules first, then the default, then the catchers.</param>
internal sealed record DrawnGraph(string? StartAt, IReadOnlyList<DrawnState> States, IReadOnlyList<DrawnEdge> Edges)
{
    /// <summary>This graph's states and those inside them.</summary>
    public IEnumerable<DrawnState> AllStates => States.SelectMany(state => state.Inner.SelectMany(graph => graph.AllStates).Prepend(state));
}

/// <param name="Name">Unique in the machine.</param>
/// <param name="Type">As the definition spells it.</param>
/// <param name="Detail">A few words about what it does: <c>lambda:invoke ProcessJob</c>; may be empty.</param>
/// <param name="IsEnd">Whether the execution, or the branch, succeeds here.</param>
/// <param name="Inner">The branches of a Parallel; the one processor of a Map.</param>
internal sealed record DrawnState(string Name, string Type, string Detail, bool IsEnd, IReadOnlyList<DrawnGraph> Inner);

/// <param name="Label">A condition, error names, <c>default</c>; empty for a plain Next.</param>
internal sealed record DrawnEdge(string From, string To, EdgeKind Kind, string Label);

internal enum EdgeKind
{
    Next,
    Choice,
    Default,
    Catch,
}
