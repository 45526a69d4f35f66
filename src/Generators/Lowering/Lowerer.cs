using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Lowering;

/// <summary>Turns nested steps into states and edges: one state per step, merged afterwards.</summary>
/// <remarks>
/// A block is lowered from its end: every step is told the state that follows it and gives back its own first state.
/// </remarks>
internal sealed partial class Lowerer(EquatableArray<string> maybeUnassigned, Func<string, string> newVariable)
{
    private readonly Dictionary<Label, int> _labels = [];
    private readonly Dictionary<Label, EquatableArray<Catcher>> _outside = [];
    private StateGraph _graph = new();
    private EquatableArray<Catcher> _catchers;

    /// <summary>The machine of a method's or branch's block.</summary>
    public StateGraph Lower(Block block)
    {
        var (outerGraph, outerCatchers) = (_graph, _catchers);
        _graph = new StateGraph();
        _catchers = [];
        var end = _graph.Add(new SucceedState(new Origin(int.MaxValue, EndName(block), Location.None), [], null));
        var graph = _graph;
        graph.Start = Lower(block, end);
        graph.Prune();
        (_graph, _catchers) = (outerGraph, outerCatchers);
        return graph;
    }

    // The end of a block without `return` is named like one, with the prefix of its branch.
    private static string EndName(Block block)
    {
        var name = block.Steps.Count == 0 ? "" : block.Steps[0].Origin.Name;
        return name.Substring(0, name.LastIndexOf('.') + 1) + "return";
    }

    private int Lower(Block block, int next)
    {
        for (var index = block.Steps.Count - 1; index >= 0; index--)
            next = Lower(block.Steps[index], next);
        return next;
    }

    private int Lower(Step step, int next) => step switch
    {
        AssignStep assign => LowerAssign(assign, next),
        TaskStep task => LowerWork(new TaskState(task.Origin, _catchers, Edge.To(next), [], task.Call), task.Variable, task.Result),
        WaitStep wait => _graph.Add(new WaitState(wait.Origin, _catchers, wait.Until, wait.IsTimestamp, Edge.To(next))),
        ParallelStep parallel => LowerWork(
            new ParallelState(parallel.Origin, _catchers, Edge.To(next), [], parallel.Branches.Select(b => Lower(b)).ToEquatableArray()), parallel.Variable, parallel.Result),
        MapStep map => LowerMap(map, next),
        IfStep @if => LowerIf(@if, next),
        LoopStep loop => LowerLoop(loop, next),
        LabeledStep labeled => LowerLabeled(labeled, next),
        EntryStep entry => LowerEntry(entry, next),
        OutsideStep outside => LowerOutside(outside, next),
        JumpStep jump => LowerJump(jump),
        ReturnStep @return => _graph.Add(new SucceedState(@return.Origin, _catchers, @return.Value)),
        FailStep fail => _graph.Add(new FailState(fail.Origin, _catchers, fail.Error, fail.Cause)),
        TryStep @try => LowerTry(@try, next),
        _ => throw new InvalidOperationException($"No lowering for {step.GetType().Name}."),
    };

    // x = value;
    //   ──▶
    // x   Pass   Assign x, Next: next
    private int LowerAssign(AssignStep step, int next) =>
        _graph.Add(new PassState(step.Origin, _catchers, new Edge(next, [new Assignment(step.Variable, step.Value)])));

    // var x = await F();
    //   ──▶
    // x   Task   Assign x = $states.result, Next: next, Catch: every clause around it, innermost first
    private int LowerWork(WorkState state, string? variable, Expr? result)
    {
        var next = variable is null || result is null ? state.Next : state.Next with { Assignments = [new Assignment(variable, result)] };
        var catches = _catchers.Select(c => new Edge(c.Target, [new Assignment(c.Variable, new ErrorExpr())], null, EdgeKind.Catch)).ToEquatableArray();
        return _graph.Add(state with { Next = next, Catches = catches });
    }

    // { … leave; … }
    //   ──▶
    // leave → next
    private int LowerLabeled(LabeledStep step, int next)
    {
        _labels[step.End] = next;
        return Lower(step.Body, next);
    }

    // while (c) { body; increment }                do { body } while (c);
    //   ──▶                                          ──▶
    // head   Choice   c → body, else → next        body …             Next: test
    // body …          Next: increment              test   Choice      c → body, else → next
    // increment …     Next: head
    private int LowerLoop(LoopStep loop, int next)
    {
        var head = _graph.Add(new PassState(loop.Origin, _catchers, Edge.To(next)));
        _labels[loop.Break] = next;
        int test, body;
        if (loop.TestsFirst)
        {
            var increment = Lower(loop.Increment, head);
            _labels[loop.Continue] = increment;
            body = Lower(loop.Body, increment);
            test = LowerTest(loop, body, next);
            _graph[head] = new PassState(loop.Origin, _catchers, Edge.To(test));
        }
        else
        {
            test = LowerTest(loop, head, next);
            _labels[loop.Continue] = test;
            body = Lower(loop.Body, test);
            _graph[head] = new PassState(loop.Origin, _catchers, Edge.To(body));
        }

        return head;
    }

    private int LowerTest(LoopStep loop, int body, int next)
    {
        var choice = loop.Condition is null
            ? body
            : _graph.Add(new ChoiceState(loop.Origin, _catchers, [new Rule(loop.Condition, Edge.To(body, EdgeKind.Rule))], Edge.To(next, EdgeKind.Rule)));
        return Lower(loop.Test, choice);
    }

    // try { body } catch (A e) { handler }
    //   ──▶
    // every Task, Parallel and Map of the body   Catch: A → handler with e, then the clauses of the try around it
    // handler …                                  Next: next
    private int LowerTry(TryStep step, int next)
    {
        var outer = _catchers;
        var inner = new List<Catcher>();

        // From the last one, since a clause whose filter says no jumps to one behind it.
        foreach (var clause in step.Clauses.Reverse())
        {
            var entry = Lower(clause.Body, next);
            _labels[clause.Entry] = entry;
            _outside[clause.Entry] = outer;
            inner.Insert(0, new Catcher(clause.ErrorNames, clause.Variable, entry));
        }

        _catchers = Visible([.. inner, .. outer]);
        var start = Lower(step.Body, next);
        _catchers = outer;
        return start;
    }

    // Nothing is reached behind a catch-all, and Step Functions wants it last.
    private static EquatableArray<Catcher> Visible(IReadOnlyList<Catcher> catchers)
    {
        var all = catchers.ToList().FindIndex(c => c.ErrorNames.Contains("States.ALL"));
        return (all < 0 ? catchers : catchers.Take(all + 1)).ToEquatableArray();
    }
}
