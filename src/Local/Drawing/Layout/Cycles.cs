namespace Aot.Local.Drawing.Layout;

/// <summary>Finds the edges that lead back, so that without them the graph has no cycle.</summary>
internal static class Cycles
{
    /// <summary>For each edge, whether it leads to a node on the path from the start to its own source, in a depth-first walk in edge order.</summary>
    public static bool[] EdgesToReverse(LayoutGraph graph)
    {
        var isReversed = new bool[graph.Edges.Count];
        var outgoing = graph.Edges.Index().ToLookup(e => e.Item.From, e => e.Index);
        var state = new Visit[graph.Nodes.Count];
        for (var node = 0; node < graph.Nodes.Count; node++)
        {
            if (state[node] == Visit.No) Walk(node);
        }
        return isReversed;

        // A stack of our own: a machine may have thousands of states in a row.
        void Walk(int root)
        {
            var path = new Stack<(int Node, IEnumerator<int> Edges)>();
            Enter(root);
            while (path.TryPeek(out var top))
            {
                if (!top.Edges.MoveNext())
                {
                    state[top.Node] = Visit.Done;
                    path.Pop();
                    continue;
                }
                var edge = top.Edges.Current;
                var target = graph.Edges[edge].To;
                if (state[target] == Visit.OnPath) isReversed[edge] = target != top.Node;
                else if (state[target] == Visit.No) Enter(target);
            }

            void Enter(int node)
            {
                state[node] = Visit.OnPath;
                path.Push((node, outgoing[node].GetEnumerator()));
            }
        }
    }

    private enum Visit
    {
        No,
        OnPath,
        Done,
    }
}
