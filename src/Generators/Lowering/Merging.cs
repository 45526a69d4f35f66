using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Lowering;

/// <summary>Makes a graph as small as a good engineer's: every transition is billed.</summary>
/// <remarks>
/// There are three merges and no more: an assignment folds into the state before it or after it (<c>Merging.Assignments.cs</c>),
/// a Choice folds into the default of the Choice before it, a return becomes the Output of the state before it.
/// </remarks>
internal sealed partial class Merging
{
    private readonly StateGraph _graph;
    private readonly Func<string, JsonType, BoundExpr> _newBound;
    private Liveness _liveness;

    private Merging(StateGraph graph, Func<string, JsonType, BoundExpr> newBound)
    {
        _graph = graph;
        _newBound = newBound;
        _liveness = new Liveness(graph);
    }

    /// <param name="graph">The graph, changed in place together with those inside its states.</param>
    /// <param name="newBound">A fresh variable for an expression that must evaluate a part once.</param>
    public static void Merge(StateGraph graph, Func<string, JsonType, BoundExpr> newBound)
    {
        foreach (var inner in graph.Ids.SelectMany(id => graph[id].Inner))
            Merge(inner, newBound);
        var merging = new Merging(graph, newBound);

        // Sinking comes last: it only pays where nothing else removes the Pass.
        do
        {
            merging.Fold();
        }
        while (merging.Each(merging.Sink));
    }

    private void Fold()
    {
        bool hasChanged;
        do
        {
            hasChanged = Sweep();
            hasChanged |= Each(FoldForward);
            hasChanged |= Each(FoldBack);
            hasChanged |= Each(JoinChoices);
        }
        while (hasChanged);
    }

    // Applies a merge to every state that is still there, in source order. A merge never makes a variable be read where it was not before,
    // so that what is known of reads stays true while it goes on, if not exact.
    private bool Each(Func<int, bool> merge)
    {
        var hasChanged = false;
        foreach (var id in _graph.Ids)
        {
            if (!_graph.Contains(id) || !merge(id))
                continue;
            hasChanged = true;
            _graph.Prune();
        }

        if (hasChanged)
            _liveness = new Liveness(_graph);
        return hasChanged;
    }

    // Empty Pass states, choices without a choice, and assignments nobody reads.
    private bool Sweep()
    {
        var hasChanged = Each(SkipEmptyPass) | Each(SkipEmptyChoice);
        return Each(DropUnread) || hasChanged;
    }

    // a → (empty Pass) → b   ──▶   a → b
    private bool SkipEmptyPass(int id)
    {
        if (_graph[id] is not PassState { Next: { Assignments.Count: 0, Target: { } target } } || target == id)
            return false;
        _graph.Redirect(id, target);
        return true;
    }

    // c?   Choice   c → a, Default: a   ──▶   a
    private bool SkipEmptyChoice(int id)
    {
        if (_graph[id] is not ChoiceState choice || choice.Edges.Any(e => e.Target != choice.Default.Target || e.Assignments.Count > 0))
            return false;
        if (choice.Default.Target is not { } target || target == id || choice.Expressions.Any(e => e.CanFail()))
            return false;
        _graph.Redirect(id, target);
        return true;
    }

    // Assign x = a, where nobody reads x   ──▶   (nothing), unless evaluating a could fail the execution
    private bool DropUnread(int id)
    {
        var state = _graph[id];
        var swept = state.MapEdges(DropUnread);
        if (swept.Edges.SequenceEqual(state.Edges))
            return false;
        _graph[id] = swept;
        return true;
    }

    private Edge DropUnread(Edge edge)
    {
        var assignments = edge.Assignments.ToList();
        for (var index = assignments.Count - 1; index >= 0; index--)
        {
            var (variable, value) = (assignments[index].Variable, assignments[index].Value);
            if (_liveness.IsReadAfter(edge, variable))
                continue;
            var others = assignments.Where((_, other) => other != index).Select(a => a.Value).ToArray();
            if (Failing(value).All(f => others.Any(o => o.AlwaysEvaluates(f))))
                assignments.RemoveAt(index);
        }

        return assignments.Count == edge.Assignments.Count ? edge : edge with { Assignments = assignments.ToEquatableArray() };
    }

    // The parts whose failure would be lost with the value.
    private static IEnumerable<Expr> Failing(Expr value) =>
        !value.CanFail() ? [] : value is ObjectExpr literal ? literal.Members.SelectMany(m => Failing(m.Value)) : [value];

    // a?   Choice   a → x, Default: b?            a?   Choice   a → x, b → y, Default: z
    // b?   Choice   b → y, Default: z     ──▶
    // (only a? leads to b?)
    private bool JoinChoices(int id)
    {
        if (_graph[id] is not ChoiceState { Default: { Assignments.Count: 0, Target: { } nextId } } first || nextId == id)
            return false;
        if (_graph[nextId] is not ChoiceState second || _graph.Start == nextId || _graph.Predecessors(nextId).Count() != 1)
            return false;
        _graph[id] = first with { Rules = first.Rules.Concat(second.Rules).ToEquatableArray(), Default = second.Default };
        return true;
    }
}
