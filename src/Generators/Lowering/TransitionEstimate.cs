using System.Globalization;

namespace Aot.Generators.Lowering;

/// <summary>How many states an execution enters: on its shortest way, and on its longest with every loop and Map run through once.</summary>
internal sealed record TransitionEstimate(int Min, int Max)
{
    public static TransitionEstimate Of(StateGraph graph)
    {
        var inner = graph.Ids.ToDictionary(id => id, id => Enter(graph[id]));
        return new TransitionEstimate(Shortest(graph, inner), Longest(graph, inner));
    }

    public override string ToString() =>
        Min == Max ? Min.ToString(CultureInfo.InvariantCulture) : string.Format(CultureInfo.InvariantCulture, "{0} to {1}", Min, Max);

    // A state itself, and what runs inside it: every branch, and of a Map none or one iteration.
    private static TransitionEstimate Enter(FlatState state)
    {
        var inner = state.Inner.Select(Of).ToList();
        return new TransitionEstimate(1 + (state is MapState ? 0 : inner.Sum(i => i.Min)), 1 + inner.Sum(i => i.Max));
    }

    private static int Shortest(StateGraph graph, Dictionary<int, TransitionEstimate> inner)
    {
        var best = new Dictionary<int, int> { [graph.Start] = inner[graph.Start].Min };
        var open = new Queue<int>([graph.Start]);
        var end = int.MaxValue;
        while (open.Count > 0)
        {
            var id = open.Dequeue();
            if (Ends(graph[id]))
                end = Math.Min(end, best[id]);
            foreach (var target in graph[id].Edges.Select(e => e.Target).OfType<int>())
            {
                var count = best[id] + inner[target].Min;
                if (best.TryGetValue(target, out var known) && known <= count)
                    continue;
                best[target] = count;
                open.Enqueue(target);
            }
        }

        return end == int.MaxValue ? best.Values.Max() : end;
    }

    // The longest way through every loop once, and on from there. A loop is a set of states that all lead to each other.
    private static int Longest(StateGraph graph, Dictionary<int, TransitionEstimate> inner)
    {
        var order = new List<int>();
        var back = new HashSet<(int From, int To)>();
        Visit(graph, graph.Start, order, back);
        var loops = Loops(graph, order);
        var within = new Dictionary<int, int>();
        var beyond = new Dictionary<int, int>();
        foreach (var id in order)
        {
            var inside = Targets(graph, id).Where(t => loops[t] == loops[id] && !back.Contains((id, t)));
            within[id] = inner[id].Max + inside.Select(t => within[t]).DefaultIfEmpty(0).Max();
        }

        // A head is left after everything behind its loop.
        var members = order.ToLookup(id => loops[id]);
        foreach (var head in order.Where(id => loops[id] == id))
        {
            // It is entered once more before its loop is left.
            var again = members[head].Any(id => Targets(graph, id).Any(t => back.Contains((id, t)))) ? 1 : 0;
            var exits = members[head].SelectMany(id => Targets(graph, id)).Where(t => loops[t] != head).Select(t => beyond[loops[t]]);
            beyond[head] = within[head] + again + exits.DefaultIfEmpty(0).Max();
        }

        return beyond[loops[graph.Start]];
    }

    // Every state's loop, named by the state that is entered first; a state of no loop is one of its own.
    private static Dictionary<int, int> Loops(StateGraph graph, List<int> order)
    {
        var loops = new Dictionary<int, int>();
        var open = new Stack<int>();
        foreach (var head in Enumerable.Reverse(order))
        {
            if (loops.ContainsKey(head))
                continue;
            loops[head] = head;
            open.Push(head);
            while (open.Count > 0)
            {
                foreach (var id in graph.Predecessors(open.Pop()).Where(p => !loops.ContainsKey(p)).Distinct().ToList())
                {
                    loops[id] = head;
                    open.Push(id);
                }
            }
        }

        return loops;
    }

    // Depth first with a stack of its own: a workflow may have thousands of states in a row.
    private static void Visit(StateGraph graph, int start, List<int> order, HashSet<(int From, int To)> back)
    {
        var entered = new HashSet<int> { start };
        var onWay = new HashSet<int> { start };
        var open = new Stack<(int Id, Queue<int> Targets)>();
        open.Push((start, Targets(graph, start)));
        while (open.Count > 0)
        {
            var (id, targets) = open.Peek();
            if (targets.Count == 0)
            {
                open.Pop();
                onWay.Remove(id);
                order.Add(id);
                continue;
            }

            var target = targets.Dequeue();
            if (onWay.Contains(target))
            {
                back.Add((id, target));
            }
            else if (entered.Add(target))
            {
                onWay.Add(target);
                open.Push((target, Targets(graph, target)));
            }
        }
    }

    private static Queue<int> Targets(StateGraph graph, int id) => new(graph[id].Edges.Select(e => e.Target).OfType<int>());

    private static bool Ends(FlatState state) => state is SucceedState or FailState || state.Edges.Any(e => e.Target is null);
}
