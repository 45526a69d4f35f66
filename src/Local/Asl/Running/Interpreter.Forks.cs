using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Asl.Running;

internal sealed partial class Interpreter
{
    // Step Functions developer guide, "Map state in Inline mode": up to 40 iterations at a time.
    private const int MaxInlineConcurrency = 40;

    private void StartParallel(Branch branch, ParallelState parallel)
    {
        var arguments = parallel.Data.Arguments(Scope(branch));
        RequireSize(arguments, parallel.Name);
        var count = parallel.Branches.Count;
        var fork = branch.Fork = new Fork(branch, count, count, Add(branch, "ParallelStateStarted", null));
        for (var i = 0; i < count; i++)
            StartChild(fork, i, parallel.Branches[i], arguments, null, fork.StartedEventId);
    }

    private void StartMap(Branch branch, MapState map)
    {
        var scope = map.Data.Fields(Scope(branch));
        var items = map.Items?.Array(scope)
            ?? scope.Data as ArrayValue
            ?? throw NoArray(map, scope.Data);
        var concurrency = map.MaxConcurrency?.Integer(scope, 0, int.MaxValue) ?? 0;
        map.ToleratedFailureCount?.Integer(scope, 0, int.MaxValue);
        map.ToleratedFailurePercentage?.Integer(scope, 0, 100);
        var limit = concurrency is 0 or > MaxInlineConcurrency ? MaxInlineConcurrency : (int)concurrency;
        branch.Fork = new Fork(branch, items.Count, limit, Add(branch, "MapStateStarted", new MapStartedDetails(items.Count))) { Items = items };
        if (items.Count == 0) FinishFork(branch);
        else StartIterations(branch.Fork, map);
    }

    private static StateFailure NoArray(MapState map, Value input) => map.Data is JsonPathDataFlow
        ? StateFailure.Runtime("Reference path \"$\" must point to array.")
        : StateFailure.Evaluation(null, $"Map state input must be an array but was: {input.ToJson()}");

    private void StartIterations(Fork fork, MapState map)
    {
        while (fork.Running < fork.Limit && fork.NextIndex < fork.Children.Length)
        {
            var index = fork.NextIndex++;
            var item = fork.Items![index];
            var started = fork.Owner.Execution.History.Add("MapIterationStarted", fork.StartedEventId, new MapIterationDetails(map.Name, index));
            var context = new ItemContext(fork.Owner, index, item);
            var input = map.ItemSelector?.Evaluate(map.Data.Fields(new EvaluationScope(fork.Owner.Input, fork.Owner.Variables, context, _ambient))) ?? item;
            StartChild(fork, index, map.Processor, input, item, started);
        }
    }

    private void StartChild(Fork fork, int index, StateGraph graph, Value input, Value? item, long previousEventId)
    {
        var child = new Branch(fork.Owner.Execution, graph.Start, input, new VariableScope(fork.Owner.Variables), previousEventId)
        {
            Parent = fork,
            Index = index,
            Item = item,
        };
        fork.Children[index] = child;
        fork.Running++;
        Ready(child);
    }

    private void ChildSucceeded(Fork fork, Branch child, Value output)
    {
        var owner = fork.Owner;
        if (owner.State is MapState map) Add(child, "MapIterationSucceeded", new MapIterationDetails(map.Name, child.Index));
        fork.Results[child.Index] = output;
        fork.Running--;
        if (fork.NextIndex < fork.Children.Length && owner.State is MapState more)
        {
            try
            {
                StartIterations(fork, more);
            }
            catch (StateFailure failure)
            {
                FailOwner(fork, child, failure);
                return;
            }
        }
        if (fork.Running > 0) return;
        owner.PreviousEventId = child.PreviousEventId;
        Post(owner, FinishFork);
    }

    private void ChildFailed(Fork fork, Branch child, string? error, string? cause)
    {
        if (fork.Owner.State is MapState map) Add(child, "MapIterationFailed", new MapIterationDetails(map.Name, child.Index));
        FailOwner(fork, child, new StateFailure(error, cause));
    }

    // The other branches end at once; the state itself fails at its own next turn.
    private void FailOwner(Fork fork, Branch child, StateFailure failure)
    {
        var owner = fork.Owner;
        AbortChildren(fork);
        owner.PreviousEventId = child.PreviousEventId;
        Post(owner, _ => throw failure);
    }

    private void FinishFork(Branch branch)
    {
        var result = branch.Fork!.ResultArray();
        RequireSize(result, branch.State.Name);
        Add(branch, branch.State.Type + "StateSucceeded", null);
        Leave(branch, new EvaluationScope(branch.Input, branch.Variables, branch, _ambient) { Result = result }, branch.State.Data, branch.State.Next);
    }

    private void AbortChildren(Fork fork)
    {
        foreach (var child in fork.Children)
        {
            if (child is not null) Abort(child, isTold: true);
        }
    }

    /// <summary>The context object of an ItemSelector: the Map state's, with the item.</summary>
    private sealed class ItemContext(Branch owner, int index, Value item) : IContextObject
    {
        public ObjectValue ToValue()
        {
            var context = owner.ToValue();
            context["Map"] = new ObjectValue { ["Item"] = new ObjectValue { ["Index"] = index, ["Value"] = item } };
            return context;
        }
    }
}
