using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Items;
using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Asl.Running;

internal enum MapRunStatus
{
    Running,
    Succeeded,
    Failed,
    Aborted,
}

/// <summary>One visit of a distributed Map state: its items and the executions that work on them. Changes only inside the scheduler.</summary>
/// <remarks>Source: Step Functions API reference, DescribeMapRun.</remarks>
internal sealed class MapRun(string arn, string label, Branch owner, MapState state, DateTimeOffset startTime)
{
    public const long MostConcurrent = 10_000; // Step Functions developer guide, "Distributed mode", MaxConcurrency

    private readonly List<Execution> _children = [];

    public string Arn { get; } = arn;

    /// <summary>Its name in the ARNs of its executions.</summary>
    public string Label { get; } = label;

    public string ExecutionArn { get; } = owner.Execution.Identity.Arn;

    public string MachineArn { get; } = owner.Execution.Identity.MachineArn;

    public Branch Owner { get; } = owner;

    public MapState State { get; } = state;

    public DateTimeOffset StartTime { get; } = startTime;

    public DateTimeOffset? StopTime { get; private set; }

    public MapRunStatus Status { get; private set; }

    /// <summary>0: as many as there may be.</summary>
    public long MaxConcurrency { get; set; }

    public long? ToleratedFailureCount { get; set; }

    public double? ToleratedFailurePercentage { get; set; }

    public Batching? Batching { get; init; }

    /// <summary>Where the results go; null: into the state's output.</summary>
    public ResultDestination? Destination { get; init; }

    /// <summary>The machine that its executions run.</summary>
    public required StateMachineDefinition Definition { get; init; }

    /// <summary>Empty until they are read.</summary>
    public IReadOnlyList<MapItem> Items { get; set; } = [];

    /// <summary>The first item that no execution has got yet.</summary>
    public int NextItem { get; set; }

    /// <summary>By order of their start, and so of their items. Let go of when the run is over.</summary>
    public IReadOnlyList<Execution> Children => _children;

    public MapRunCounts ExecutionCounts { get; } = new();

    public MapRunCounts ItemCounts { get; } = new();

    /// <summary>No execution is started any more, and none is waited for.</summary>
    public bool IsConcluding { get; set; }

    /// <summary>Whether its next turn is arranged.</summary>
    public bool IsTurnDue { get; set; }

    public bool HasRoom => ExecutionCounts.Running < (MaxConcurrency is 0 or > MostConcurrent ? MostConcurrent : MaxConcurrency) && NextItem < Items.Count;

    public bool HasFailedTooOften
    {
        get
        {
            var failed = ItemCounts.Failed + ItemCounts.TimedOut + ItemCounts.Aborted;
            if (failed == 0) return false;
            if (ToleratedFailureCount is null && ToleratedFailurePercentage is null) return true;
            return failed > ToleratedFailureCount || failed * 100.0 / Items.Count > ToleratedFailurePercentage;
        }
    }

    public void Started(Execution child)
    {
        _children.Add(child);
        ExecutionCounts.Running++;
        ItemCounts.Running += child.ItemCount;
    }

    public void Ended(Execution child)
    {
        ExecutionCounts.Move(child.Status, 1);
        ItemCounts.Move(child.Status, child.ItemCount);
    }

    public void End(MapRunStatus status, DateTimeOffset time)
    {
        (Status, StopTime) = (status, time);
        IsConcluding = true;
        _children.Clear();
        Items = [];
    }
}

/// <summary>How many executions or items are in which status; those that wait for their start are not counted here.</summary>
internal sealed class MapRunCounts
{
    public long Running { get; set; }
    public long Succeeded { get; private set; }
    public long Failed { get; private set; }
    public long TimedOut { get; private set; }
    public long Aborted { get; private set; }

    /// <summary>Not yet running.</summary>
    public long Pending { get; set; }

    /// <summary>Of how many the results stand in files.</summary>
    public long ResultsWritten { get; set; }

    public long Total => Pending + Running + Succeeded + Failed + TimedOut + Aborted;

    public void Move(ExecutionStatus status, long count)
    {
        Running -= count;
        switch (status)
        {
            case ExecutionStatus.Succeeded: Succeeded += count; break;
            case ExecutionStatus.TimedOut: TimedOut += count; break;
            case ExecutionStatus.Aborted: Aborted += count; break;
            default: Failed += count; break;
        }
    }
}

/// <summary>How items are put together, evaluated.</summary>
internal sealed record Batching(long? MaxItems, long? MaxInputBytes, Value? BatchInput)
{
    public static Batching? Of(ItemBatcher? batcher, EvaluationScope scope) => batcher is null ? null : new Batching(
        batcher.MaxItems?.Integer(scope, 1, ItemReader.MostItems), batcher.MaxInputBytes?.Integer(scope, 1, PayloadLimit.MaxBytes), batcher.BatchInput?.Evaluate(scope));
}

/// <summary>Where a result writer writes, evaluated.</summary>
internal sealed record ResultDestination(string Bucket, string Prefix)
{
    public static ResultDestination? Of(ResultWriter? writer, EvaluationScope scope)
    {
        if (writer?.Request?.Evaluate(scope) is not ObjectValue request) return null;
        return new ResultDestination((request["Bucket"] as StringValue)?.Text ?? "", (request["Prefix"] as StringValue)?.Text ?? "");
    }
}
