using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Reading;

/// <summary>How often a loop may turn, and what a turn costs of the execution's history.</summary>
internal static class LoopBounds
{
    /// <summary>True where a counter that only grows, or only shrinks, can end the loop.</summary>
    public static bool IsBounded(LoopStep loop)
    {
        var turn = Inside(loop.Test).Concat(Inside(loop.Body)).Concat(Inside(loop.Increment)).ToList();
        var counters = turn.OfType<AssignStep>().GroupBy(a => a.Variable).Where(IsCounter).Select(a => a.Key).ToList();
        var exits = turn.OfType<IfStep>().Where(LeadsOut).Select(s => s.Condition);
        if (loop.Condition is { } condition)
            exits = exits.Append(condition);
        return exits.SelectMany(e => e.Descendants()).OfType<BinaryExpr>().Any(c => IsComparison(c) && c.FreeVariables().Any(counters.Contains));
    }

    /// <summary>Events that one turn adds at least, its branches taken as one.</summary>
    /// <remarks>Source: Step Functions API reference, HistoryEvent: a state is entered and exited, a task also scheduled, started and succeeded.</remarks>
    public static int EventsOfTurn(LoopStep loop) =>
        (loop.Condition is null ? 0 : StateEvents) + Events(loop.Test) + Events(loop.Body) + Events(loop.Increment);

    /// <summary>Seconds that every turn certainly waits.</summary>
    public static long SecondsOfTurn(LoopStep loop) =>
        loop.Body.Steps.Concat(loop.Increment.Steps).OfType<WaitStep>().Sum(w => w is { IsTimestamp: false, Until: ConstantExpr { Value: long seconds } } ? seconds : 0);

    private const int StateEvents = 2;
    private const int TaskEvents = 5;
    private const int GroupEvents = 4;

    private static int Events(Block block) => block.Steps.Sum(Events);

    private static int Events(Step step) => step switch
    {
        TaskStep => TaskEvents,
        WaitStep => StateEvents,
        IfStep s => StateEvents + Math.Min(Events(s.Then), Events(s.Else)),
        LoopStep s => s.Condition is null ? EventsOfTurn(s) : StateEvents,
        LabeledStep s => Events(s.Body),
        EntryStep s => Events(s.Body),
        OutsideStep s => Events(s.Body),
        TryStep s => Events(s.Body),
        ParallelStep s => GroupEvents + s.Branches.Sum(Events),
        MapStep => GroupEvents,
        _ => 0,
    };

    private static bool IsCounter(IGrouping<string, AssignStep> changes)
    {
        var signs = changes.Select(c => Step(c.Variable, c.Value)).Distinct().ToList();
        return signs is [1] or [-1];
    }

    // The sign of n in x = x + n; 0 for any other change.
    private static int Step(string variable, Expr value) => value switch
    {
        BinaryExpr { Operator: BinaryOperator.Add, Left: VariableExpr old, Right: ConstantExpr { Value: long n } } when old.Name == variable => Math.Sign(n),
        BinaryExpr { Operator: BinaryOperator.Subtract, Left: VariableExpr old, Right: ConstantExpr { Value: long n } } when old.Name == variable => -Math.Sign(n),
        _ => 0,
    };

    private static bool IsComparison(BinaryExpr expr) => expr.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater
        or BinaryOperator.GreaterOrEqual or BinaryOperator.Equal or BinaryOperator.NotEqual;

    private static bool LeadsOut(IfStep step) =>
        Inside(step.Then).Concat(Inside(step.Else)).Any(s => s is ReturnStep or FailStep or JumpStep);

    private static IEnumerable<Step> Inside(Block block) => block.Steps.SelectMany(s => new[] { s }.Concat(s switch
    {
        IfStep step => Inside(step.Then).Concat(Inside(step.Else)),
        LoopStep step => Inside(step.Test).Concat(Inside(step.Body)).Concat(Inside(step.Increment)),
        LabeledStep step => Inside(step.Body),
        EntryStep step => Inside(step.Body),
        OutsideStep step => Inside(step.Body),
        TryStep step => Inside(step.Body).Concat(step.Clauses.SelectMany(c => Inside(c.Body))),
        _ => [],
    }));
}
