using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Items;
using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Asl.Running;

// A distributed Map:
//   items from the state or from S3 ──▶ batches ──▶ executions of their own ──▶ output, or files in S3
internal sealed partial class Interpreter
{
    private readonly ItemLoader _loader = new(objects);
    private readonly ResultFiles _resultFiles = new(objects);

    /// <summary>Takes up changed limits.</summary>
    public void Adjusted(MapRun run) => TakeTurn(run);

    private void StartMapRun(Branch branch, MapState map, DistributedMap distributed)
    {
        var scope = map.Data.Fields(Scope(branch));
        IReadOnlyList<MapItem>? items = null;
        if (distributed.Reader is null)
        {
            var given = map.Items?.Evaluate(scope) ?? scope.Data;
            items = MapItem.Of(given) ?? throw (map.Items is null ? NoArray(map, given) : FieldValues.NotIterable(map.Items, given));
        }
        Add(branch, "MapStateStarted", new MapStartedDetails(items?.Count ?? 0));
        var label = distributed.Label ?? NewId();
        var run = new MapRun(ArnOf(branch.Execution, "mapRun", $"/{label}:{NewId()}"), label, branch, map, time.GetUtcNow())
        {
            MaxConcurrency = map.MaxConcurrency?.Integer(scope, 0, int.MaxValue) ?? 0,
            ToleratedFailureCount = map.ToleratedFailureCount?.Integer(scope, 0, int.MaxValue),
            ToleratedFailurePercentage = map.ToleratedFailurePercentage?.Number(scope, 0, 100),
            Batching = Batching.Of(distributed.Batcher, scope),
            Destination = ResultDestination.Of(distributed.Writer, scope),
            Definition = branch.Execution.Definition with { Graph = map.Processor, TimeoutSeconds = null },
        };
        var request = distributed.Reader is { } reader ? ItemRequest.Of(reader, scope) : null;
        branch.MapRun = run;
        Add(branch, "MapRunStarted", new MapRunDetails(run.Arn));
        if (observer is { } watching) scheduler.Outside(() => watching.Started(run));
        if (items is not null) TakeItems(branch, run, items);
        else scheduler.Outside(() => Load(run, request!));
    }

    // Outside the lock: files may be large.
    private void Load(MapRun run, ItemRequest request)
    {
        Action<Branch> next;
        try
        {
            var items = _loader.Load(request);
            next = branch => TakeItems(branch, run, items);
        }
        catch (StateFailure failure)
        {
            next = branch => FailRun(branch, run, failure);
        }
        Post(run.Owner, branch =>
        {
            if (branch.MapRun == run) next(branch);
        });
    }

    private void TakeItems(Branch branch, MapRun run, IReadOnlyList<MapItem> items)
    {
        run.Items = items;
        Count(run);
        Advance(branch, run);
    }

    private void TakeTurn(MapRun run)
    {
        if (run.IsTurnDue || run.IsConcluding) return;
        run.IsTurnDue = true;
        Post(run.Owner, branch =>
        {
            run.IsTurnDue = false;
            if (branch.MapRun == run && !run.IsConcluding) Advance(branch, run);
        });
    }

    private void Advance(Branch branch, MapRun run)
    {
        if (run.HasFailedTooOften)
        {
            Conclude(branch, run, new StateFailure(ErrorNames.ExceedToleratedFailureThreshold, "The specified tolerated failure threshold was exceeded"));
            return;
        }
        try
        {
            while (run.HasRoom) StartExecution(run);
        }
        catch (StateFailure failure)
        {
            Conclude(branch, run, failure);
            return;
        }
        if (run.ExecutionCounts.Running == 0 && run.NextItem == run.Items.Count) Conclude(branch, run, null);
    }

    private void StartExecution(MapRun run)
    {
        var first = run.NextItem;
        var input = run.Batching is { } batching ? NextBatch(run, batching) : Selected(run, run.NextItem++);
        RequireSize(input, run.State.Name);
        var (parent, type, name) = (run.Owner.Execution, run.State.Distributed!.ExecutionType, NewId());
        var isExpress = type == WorkflowType.Express;
        var identity = new ExecutionIdentity(
            ArnOf(parent, isExpress ? "express" : "execution", $"/{run.Label}:{name}" + (isExpress ? ":" + NewId() : "")), name,
            ArnOf(parent, "stateMachine", "/" + run.Label), $"{parent.Identity.MachineName}/{run.Label}", parent.Identity.RoleArn, type);
        var child = new Execution(identity, run.Definition, input, time.GetUtcNow(), new History(time, isLimited: !isExpress, isKept: !isExpress)) { MapRun = run, ItemCount = run.NextItem - first };
        run.Started(child);
        Count(run);
        if (observer is { } watching) scheduler.Outside(() => watching.Started(child));
        Start(child);
    }

    private Value Selected(MapRun run, int index)
    {
        var item = run.Items[index];
        if (run.State.ItemSelector is not { } selector) return item.Input;
        var scope = new EvaluationScope(run.Owner.Input, run.Owner.Variables, new DistributedItemContext(run.Owner, index, item), _ambient);
        return selector.Evaluate(run.State.Data.Fields(scope));
    }

    // As many items as fit, and one at least.
    private ObjectValue NextBatch(MapRun run, Batching batching)
    {
        var items = new ArrayValue();
        var batch = new ObjectValue(2);
        if (batching.BatchInput is { } common) batch["BatchInput"] = common;
        batch["Items"] = items;
        var bytes = PayloadLimit.Bytes(batch);
        while (run.NextItem < run.Items.Count && items.Count < (batching.MaxItems ?? long.MaxValue))
        {
            var item = Selected(run, run.NextItem);
            bytes += PayloadLimit.Bytes(item) + (items.Count > 0 ? 1 : 0);
            if (items.Count > 0 && bytes > (batching.MaxInputBytes ?? PayloadLimit.MaxBytes)) break;
            items.Add(item);
            run.NextItem++;
        }
        return batch;
    }

    /// <summary>An execution of the run ended.</summary>
    private void ChildEnded(MapRun run, Execution child)
    {
        run.Ended(child);
        TakeTurn(run);
    }

    private static void Count(MapRun run)
    {
        var pending = run.Items.Count - run.NextItem;
        run.ItemCounts.Pending = pending;
        run.ExecutionCounts.Pending = run.Batching?.MaxItems is { } size ? (pending + size - 1) / size : pending;
    }

    // Every execution has ended, or the rest is ended now. Files are written whatever the outcome.
    private void Conclude(Branch branch, MapRun run, StateFailure? failure)
    {
        run.IsConcluding = true;
        AbortChildren(run);
        if (run.Destination is not { } destination)
        {
            Finish(branch, run, failure, failure is null ? ResultFiles.Output(run) : null);
            return;
        }
        scheduler.Outside(() =>
        {
            Value? written = null;
            try
            {
                written = _resultFiles.Write(run, destination);
            }
            catch (StateFailure refused)
            {
                failure ??= refused;
            }
            Post(run.Owner, owner =>
            {
                if (owner.MapRun != run) return;
                foreach (var counts in (ReadOnlySpan<MapRunCounts>)[run.ItemCounts, run.ExecutionCounts])
                {
                    if (written is not null) counts.ResultsWritten = counts.Total - counts.Pending;
                }
                Finish(owner, run, failure, written);
            });
        });
    }

    private void Finish(Branch branch, MapRun run, StateFailure? failure, Value? result)
    {
        if (failure is null && PayloadLimit.IsExceededBy(result!)) failure = StateFailure.TooLarge(branch.State.Name);
        if (failure is not null)
        {
            FailRun(branch, run, failure);
            return;
        }
        run.End(MapRunStatus.Succeeded, time.GetUtcNow());
        Add(branch, "MapRunSucceeded", null);
        Add(branch, "MapStateSucceeded", null);
        Leave(branch, new EvaluationScope(branch.Input, branch.Variables, branch, _ambient) { Result = result }, branch.State.Data, branch.State.Next);
    }

    private void FailRun(Branch branch, MapRun run, StateFailure failure)
    {
        run.End(MapRunStatus.Failed, time.GetUtcNow());
        Add(branch, "MapRunFailed", new FailureDetails(failure.Error, failure.Cause));
        throw failure;
    }

    /// <summary>Ends a run that somebody around it decided to end.</summary>
    private void Abort(MapRun run, bool isTold)
    {
        if (run.Status != MapRunStatus.Running) return;
        run.IsConcluding = true;
        AbortChildren(run);
        run.End(MapRunStatus.Aborted, time.GetUtcNow());
        if (isTold) Add(run.Owner, "MapRunAborted", null);
    }

    private void AbortChildren(MapRun run)
    {
        foreach (var child in run.Children) End(child, ExecutionStatus.Aborted, null, null, null);
    }

    // arn:…:stateMachine:M → arn:…:<type>:M<suffix>
    private static string ArnOf(Execution parent, string type, string suffix) =>
        parent.Identity.MachineArn.Replace(":stateMachine:", $":{type}:", StringComparison.Ordinal) + suffix;

    private string NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    /// <summary>The context object of a distributed Map's ItemSelector.</summary>
    private sealed class DistributedItemContext(Branch owner, int index, MapItem item) : IContextObject
    {
        public ObjectValue ToValue()
        {
            var context = owner.ToValue();
            var shown = new ObjectValue(4) { ["Index"] = index, ["Value"] = item.Value };
            if (item.Key is not null) shown["Key"] = item.Key;
            shown["Source"] = item.Source;
            context["Map"] = new ObjectValue { ["Item"] = shown };
            return context;
        }
    }
}
