using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Lowering;

/// <summary>A state without a name: what it evaluates, and the edges it leaves by.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Catchers">The catch clauses around it in its own branch, innermost first.</param>
internal abstract record FlatState(Origin Origin, EquatableArray<Catcher> Catchers)
{
    /// <summary>What the state itself evaluates, in order; edges not included.</summary>
    public virtual IEnumerable<Expr> Expressions => [];

    /// <summary>Where it can go next; catch edges last.</summary>
    public virtual IEnumerable<Edge> Edges => [];

    /// <summary>The machines inside a Parallel or Map.</summary>
    public virtual IEnumerable<StateGraph> Inner => [];

    public virtual FlatState MapExpressions(Func<Expr, Expr> change) => this;

    public virtual FlatState MapEdges(Func<Edge, Edge> change) => this;

    /// <summary>What the state and its edges evaluate; the machines inside it not included.</summary>
    public IEnumerable<Expr> AllExpressions() =>
        Expressions.Concat(Edges.SelectMany(e => e.Assignments.Select(a => a.Value).Concat(e.Output is null ? [] : [e.Output])));
}

/// <summary>A way out of a state: assigns, then goes on, or ends the machine with an output.</summary>
/// <param name="Target">Id of the next state; null ends the branch or machine.</param>
/// <param name="Assignments">All read the values from before the state; each variable at most once.</param>
/// <param name="Output">The output where it ends.</param>
/// <param name="Kind">What the state allows on it.</param>
internal sealed record Edge(int? Target, EquatableArray<Assignment> Assignments, Expr? Output = null, EdgeKind Kind = EdgeKind.Normal)
{
    public static Edge To(int target, EdgeKind kind = EdgeKind.Normal) => new(target, [], null, kind);
}

/// <summary>What may stand on an edge.</summary>
internal enum EdgeKind
{
    /// <summary>May assign, and may end with an output.</summary>
    Normal,

    /// <summary>A rule or default of a Choice: may assign, cannot end.</summary>
    Rule,

    /// <summary>A catcher: may assign, cannot end, sees the error instead of the result.</summary>
    Catch,
}

/// <summary>One variable's new value.</summary>
internal sealed record Assignment(string Variable, Expr Value);

/// <summary>One entry of <c>Catch</c>: the names it matches, the variable for the error, the state it goes to.</summary>
internal sealed record Catcher(EquatableArray<string> ErrorNames, string Variable, int Target);

/// <summary>Assigns only. An empty one is a place to jump to, and never survives.</summary>
internal sealed record PassState(Origin Origin, EquatableArray<Catcher> Catchers, Edge Next) : FlatState(Origin, Catchers)
{
    public override IEnumerable<Edge> Edges => [Next];

    public override FlatState MapEdges(Func<Edge, Edge> change) => this with { Next = change(Next) };
}

/// <summary>Rules in order, then the default.</summary>
internal sealed record ChoiceState(Origin Origin, EquatableArray<Catcher> Catchers, EquatableArray<Rule> Rules, Edge Default) : FlatState(Origin, Catchers)
{
    public override IEnumerable<Expr> Expressions => Rules.Select(r => r.Condition);

    public override IEnumerable<Edge> Edges => [.. Rules.Select(r => r.Next), Default];

    public override FlatState MapExpressions(Func<Expr, Expr> change) =>
        this with { Rules = Rules.Select(r => r with { Condition = change(r.Condition) }).ToEquatableArray() };

    public override FlatState MapEdges(Func<Edge, Edge> change) =>
        this with { Rules = Rules.Select(r => r with { Next = change(r.Next) }).ToEquatableArray(), Default = change(Default) };
}

/// <summary>One rule of a Choice.</summary>
internal sealed record Rule(Expr Condition, Edge Next);

/// <param name="Until">Seconds, or a point in time.</param>
internal sealed record WaitState(Origin Origin, EquatableArray<Catcher> Catchers, Expr Until, bool IsTimestamp, Edge Next) : FlatState(Origin, Catchers)
{
    public override IEnumerable<Expr> Expressions => [Until];

    public override IEnumerable<Edge> Edges => [Next];

    public override FlatState MapExpressions(Func<Expr, Expr> change) => this with { Until = change(Until) };

    public override FlatState MapEdges(Func<Edge, Edge> change) => this with { Next = change(Next) };
}

/// <summary>A state that can fail, and so has catch edges: Task, Parallel, Map.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Catchers">The catch clauses around it.</param>
/// <param name="Next">After success.</param>
/// <param name="Catches">One edge for each of <paramref name="Catchers"/>.</param>
internal abstract record WorkState(Origin Origin, EquatableArray<Catcher> Catchers, Edge Next, EquatableArray<Edge> Catches) : FlatState(Origin, Catchers)
{
    public override IEnumerable<Edge> Edges => [Next, .. Catches];

    public override FlatState MapEdges(Func<Edge, Edge> change) => this with { Next = change(Next), Catches = Catches.Select(change).ToEquatableArray() };
}

internal sealed record TaskState(Origin Origin, EquatableArray<Catcher> Catchers, Edge Next, EquatableArray<Edge> Catches, TaskCall Call)
    : WorkState(Origin, Catchers, Next, Catches)
{
    public override IEnumerable<Expr> Expressions => Call.Expressions;

    public override FlatState MapExpressions(Func<Expr, Expr> change) => this with { Call = Call.MapExpressions(change) };
}

internal sealed record ParallelState(Origin Origin, EquatableArray<Catcher> Catchers, Edge Next, EquatableArray<Edge> Catches, EquatableArray<StateGraph> Branches)
    : WorkState(Origin, Catchers, Next, Catches)
{
    public override IEnumerable<StateGraph> Inner => Branches;
}

internal sealed record MapState(
    Origin Origin, EquatableArray<Catcher> Catchers, Edge Next, EquatableArray<Edge> Catches, Expr? Items, Expr? Selector, StateGraph Body, MapSettings Settings)
    : WorkState(Origin, Catchers, Next, Catches)
{
    public override IEnumerable<Expr> Expressions =>
        [.. Items is null ? [] : new[] { Items }, .. Settings.Fields.Select(f => f.Value), .. Selector is null ? [] : new[] { Selector }];

    public override IEnumerable<StateGraph> Inner => [Body];

    public bool IsDistributed => Settings.Mode != MapMode.Inline;

    public override FlatState MapExpressions(Func<Expr, Expr> change) => this with
    {
        Items = Items is null ? null : change(Items),
        Selector = Selector is null ? null : change(Selector),
        Settings = Settings with { Fields = Settings.Fields.Select(f => f with { Value = change(f.Value) }).ToEquatableArray() },
    };
}

internal sealed record SucceedState(Origin Origin, EquatableArray<Catcher> Catchers, Expr? Output) : FlatState(Origin, Catchers)
{
    public override IEnumerable<Expr> Expressions => Output is null ? [] : [Output];

    public override FlatState MapExpressions(Func<Expr, Expr> change) => this with { Output = Output is null ? null : change(Output) };
}

internal sealed record FailState(Origin Origin, EquatableArray<Catcher> Catchers, Expr Error, Expr? Cause) : FlatState(Origin, Catchers)
{
    public override IEnumerable<Expr> Expressions => Cause is null ? [Error] : [Error, Cause];

    public override FlatState MapExpressions(Func<Expr, Expr> change) => this with { Error = change(Error), Cause = Cause is null ? null : change(Cause) };
}
