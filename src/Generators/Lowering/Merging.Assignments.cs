using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Lowering;

// An assignment folds back, forward, or sinks; a return folds back as Output.
internal sealed partial class Merging
{
    // A folded expression longer than this is harder to read than one more state is to pay.
    private const int MaxFoldedNodes = 250;

    // Wide is still easy to read where deep is not; and every pass recurses.
    private const int MaxFoldedLevels = 60;

    // a   Task   Assign x = …, Next: p                     a   Task   Assign x = …, y = (its value from before), Next: b
    // p   Pass   Assign y = f(x), Next: b        ──▶
    //
    // a   Task   Assign x = …, Next: r                     a   Task   Output: f(…), End
    // r   Succeed   Output: f(x)                 ──▶
    private bool FoldBack(int id)
    {
        Edge? tail = _graph[id] switch
        {
            PassState pass => pass.Next,
            SucceedState succeed => new Edge(null, [], succeed.Output ?? ConstantExpr.Null),
            _ => null,
        };
        if (tail is null || tail.Target == id || tail.Assignments.Any(a => a.Value.IsBoundToState()) || tail.Output?.IsBoundToState() == true)
            return false;
        var target = _graph[id];
        var hasChanged = false;
        foreach (var previous in _graph.Predecessors(id).Distinct().ToArray())
        {
            var state = _graph[previous];
            var folded = state.MapEdges(e => e.Target == id && Join(state, e, tail, target) is { } joined ? joined : e);
            if (folded.Edges.SequenceEqual(state.Edges))
                continue;
            hasChanged = true;
            _graph[previous] = folded is PassState { Next: { Target: null, Assignments.Count: 0 } end }
                ? new SucceedState(target.Origin, folded.Catchers, end.Output)
                : folded;
        }

        return hasChanged;
    }

    // One edge that does what `first` and then `second` do; null where the result would mean something else.
    private Edge? Join(FlatState state, Edge first, Edge second, FlatState secondState)
    {
        if (second.Target is null && first.Kind != EdgeKind.Normal)
            return null;
        var known = first.Assignments.ToDictionary(a => a.Variable, a => a.Value, StringComparer.Ordinal);
        var values = second.Assignments.Select(a => a.Value).ToList();
        if (second.Output is not null)
            values.Add(second.Output);
        if (!MayMove(values, state, first, second, secondState) || !MayEvaluateOnce(values, known, second))
            return null;

        var replaced = values.Select(v => Replace(v, known)).ToArray();
        if (replaced.Any(v => v.Descendants().Take(MaxFoldedNodes + 1).Count() > MaxFoldedNodes))
            return null;
        if (second.Target is null)
        {
            // What ends here assigns nothing: a value that can fail must then be part of the output.
            var output = replaced[replaced.Length - 1];
            return known.Values.All(v => !v.CanFail() || output.AlwaysEvaluates(v)) ? second with { Assignments = [], Output = output } : null;
        }

        var overwritten = first.Assignments.Where(a => second.Assignments.Any(b => b.Variable == a.Variable)).ToArray();
        if (overwritten.Any(a => a.Value.CanFail() && !replaced.Any(r => r.AlwaysEvaluates(a.Value))))
            return null;
        var assignments = first.Assignments.Except(overwritten)
            .Concat(second.Assignments.Zip(replaced, (a, value) => new Assignment(a.Variable, value)));
        return first with { Target = second.Target, Assignments = assignments.ToEquatableArray() };
    }

    private bool MayMove(IReadOnlyList<Expr> values, FlatState state, Edge first, Edge second, FlatState secondState)
    {
        if (state is WaitState && values.Any(v => v.IsVolatile()))
            return false; // It may be evaluated before the wait.
        if (state is not WorkState work || first.Kind != EdgeKind.Normal || !values.Any(v => v.CanFail()))
            return true;
        return FailsAlike(work, secondState) && !LosesAssignments(work, first, second);
    }

    // Where one expression of an Assign fails, nothing is assigned; C# had made the assignments before it, and the catch clause may read them.
    private bool LosesAssignments(WorkState work, Edge first, Edge second)
    {
        var others = first.Assignments.Concat(second.Assignments.Count > 1 || second.Target is null ? second.Assignments : []).Select(a => a.Variable);
        return work.Catches.Any(c => others.Any(v => _liveness.IsReadAfter(c, v)));
    }

    // A failure of a Task's own expressions is caught and retried like the task's; one in a Pass is not.
    private static bool FailsAlike(WorkState work, FlatState other)
    {
        if (work is TaskState task && task.Call.Retries.Any(r => r.ErrorNames.Any(MatchesQueryErrors)))
            return false;
        return work.Catchers.All(c => !c.ErrorNames.Any(MatchesQueryErrors)) || work.Catchers == other.Catchers;
    }

    private static bool MatchesQueryErrors(string errorName) => errorName is "States.ALL" or "States.TaskFailed" or "States.QueryEvaluationError";

    // The clock and new ids give another value each time: such a value may stand in one place only.
    private bool MayEvaluateOnce(IReadOnlyList<Expr> values, IReadOnlyDictionary<string, Expr> known, Edge second)
    {
        foreach (var pair in known)
        {
            if (!pair.Value.IsVolatile())
                continue;
            var uses = values.Sum(v => v.CountUses(pair.Key));
            var isKept = _liveness.IsReadAfter(second, pair.Key) && second.Assignments.All(a => a.Variable != pair.Key);
            if (uses > (isKept ? 0 : 1))
                return false;
        }

        return true;
    }

    // A value used more than once is bound: `($v := …; … $v … $v)`.
    private Expr Replace(Expr expr, IReadOnlyDictionary<string, Expr> known)
    {
        var bound = new List<(BoundExpr Variable, Expr Value)>();
        var replacements = new Dictionary<string, Expr>(StringComparer.Ordinal);
        foreach (var variable in expr.FreeVariables())
        {
            if (!known.TryGetValue(variable, out var value))
                continue;
            if (value.IsPath() || expr.CountUses(variable) <= 1 || expr is ObjectExpr)
            {
                replacements[variable] = value;
                continue;
            }

            var binding = _newBound(variable, value.Type);
            bound.Add((binding, value));
            replacements[variable] = binding;
        }

        if (replacements.Count == 0)
            return expr;
        var replaced = expr.Substitute(e => e is VariableExpr v && replacements.TryGetValue(v.Name, out var value) ? value : null);
        return Enumerable.Reverse(bound).Aggregate(replaced, (body, b) => new LetExpr(b.Variable, b.Value, body));
    }

    // p   Pass   Assign x = a, Next: b                     b   Task   Arguments: … a …
    // b   Task   Arguments: … x …                ──▶
    // (only p leads to b, x is used once in b and not read afterwards)
    private bool FoldForward(int id)
    {
        if (SoleSuccessor(id) is not { } nextId)
            return false;
        var (pass, next) = ((PassState)_graph[id], _graph[nextId]);
        if (next is PassState || !pass.Next.Assignments.All(a => MayFoldInto(next, a, pass)))
            return false;
        var known = pass.Next.Assignments.ToDictionary(a => a.Variable, a => a.Value, StringComparer.Ordinal);
        var folded = next.MapExpressions(e => e.Substitute(part => part is VariableExpr v && known.TryGetValue(v.Name, out var value) ? value : null));
        if (folded.Expressions.Any(e => e.IsDeeperThan(MaxFoldedLevels)))
            return false;
        _graph[nextId] = folded;
        _graph.Redirect(id, nextId);
        _liveness.TakeOver(nextId, id);
        return true;
    }

    private bool MayFoldInto(FlatState next, Assignment assignment, PassState pass)
    {
        var (variable, value) = (assignment.Variable, assignment.Value);
        if (IsReadBeyond(next, variable))
            return false;
        var uses = next.Expressions.Sum(e => e.CountUses(variable));
        if (uses == 0)
            return !value.CanFail();
        if (!value.IsPath() && uses > 1)
            return false;
        if (value.IsVolatile() && next is TaskState { Call.Retries.Count: > 0 })
            return false; // A retry would evaluate it again.
        if (!value.IsPath() && next is MapState { Selector: { } selector } && selector.CountUses(variable) > 0)
            return false; // Every item would.
        return !value.CanFail() || (next.Expressions.First().AlwaysEvaluates(variable) && (next is not WorkState work || FailsAlike(work, pass)));
    }

    // Read on an edge of the state, after it, or by a machine inside it.
    private bool IsReadBeyond(FlatState state, string variable) =>
        state.Edges.Any(e => _liveness.IsReadAfter(e, variable) && e.Assignments.All(a => a.Variable != variable))
        || state.Edges.Any(e => e.Assignments.Any(a => a.Value.CountUses(variable) > 0) || e.Output?.CountUses(variable) > 0)
        || state.Inner.Any(i => Liveness.ReadBy(i).Contains(variable));

    // p   Pass   Assign x = a, Next: b                     b   Task   Arguments: … a …, Assign x = a, Next: c
    // b   Task   Arguments: … x …, Next: c       ──▶
    // (only p leads to b; a is cheap and cannot fail, so that it may be written in both places; others fold forward as above)
    private bool Sink(int id)
    {
        if (SoleSuccessor(id) is not { } nextId)
            return false;
        var (pass, next) = ((PassState)_graph[id], _graph[nextId]);
        if (next is PassState || !pass.Next.Assignments.All(a => MaySinkPast(next, a) || (!a.Value.CanFail() && MayFoldInto(next, a, pass))))
            return false;
        var known = pass.Next.Assignments.ToDictionary(a => a.Variable, a => a.Value, StringComparer.Ordinal);
        Expr Change(Expr expr) => Replace(expr, known);
        var sunk = next.MapExpressions(Change).MapEdges(e => SinkInto(e, pass.Next.Assignments, Change));
        if (sunk.AllExpressions().Any(e => e.IsDeeperThan(MaxFoldedLevels)))
            return false;
        _graph[nextId] = sunk;
        _graph.Redirect(id, nextId);
        _liveness.TakeOver(nextId, id);
        return true;
    }

    private Edge SinkInto(Edge edge, EquatableArray<Assignment> assignments, Func<Expr, Expr> change)
    {
        var own = edge.Assignments.Select(a => a with { Value = change(a.Value) }).ToList();
        var sunk = assignments.Where(a => _liveness.IsReadAfter(edge, a.Variable) && own.All(o => o.Variable != a.Variable));
        return edge with { Assignments = sunk.Concat(own).ToEquatableArray(), Output = edge.Output is null ? null : change(edge.Output) };
    }

    private static bool MaySinkPast(FlatState next, Assignment assignment)
    {
        var (variable, value) = (assignment.Variable, assignment.Value);
        if (value.CanFail() || value.IsVolatile() || next.Inner.Any(i => Liveness.ReadBy(i).Contains(variable)))
            return false;
        return value.IsPath() || next.Expressions.All(e => e.CountUses(variable) == 0);
    }

    // The state that a Pass alone leads to.
    private int? SoleSuccessor(int id)
    {
        if (_graph[id] is not PassState { Next.Target: { } target } || target == id || _graph.Start == target)
            return null;
        return _graph.Predecessors(target).Count() == 1 ? target : null;
    }
}
