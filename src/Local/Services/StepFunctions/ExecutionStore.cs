using Aot.Local.Asl.Model;
using Aot.Local.Asl.Running;

namespace Aot.Local.Services.StepFunctions;

/// <summary>The executions by ARN, and their map runs; of the finished ones those that ended first go when there are too many.</summary>
internal sealed class ExecutionStore(int keptFinished)
{
    private const int KeptExpress = 100; // only the dashboard shows them

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byArn = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _inOrder = new();
    private readonly Queue<Execution> _finished = new();
    private readonly Queue<Execution> _finishedExpress = new();
    private readonly Dictionary<string, MapRun> _mapRuns = new(StringComparer.Ordinal);

    public Execution? Find(string arn)
    {
        lock (_gate) return _byArn.GetValueOrDefault(arn)?.Value.Execution;
    }

    /// <summary>The machine as it was when the execution started; a map run's executions are their parent's.</summary>
    public StateMachine? MachineOf(Execution execution)
    {
        lock (_gate) return _byArn.GetValueOrDefault(execution.MapRun?.ExecutionArn ?? execution.Identity.Arn)?.Value.Machine;
    }

    /// <summary>With what tokens the execution was redriven.</summary>
    public RedriveTokens RedriveTokens(string arn)
    {
        lock (_gate) return _byArn[arn].Value.RedriveTokens;
    }

    /// <summary>Returns the execution of that ARN, started by <paramref name="start"/> if there is none.</summary>
    public (Execution Execution, bool IsNew) GetOrStart(string arn, StateMachine machine, Func<Execution> start)
    {
        lock (_gate)
        {
            if (_byArn.TryGetValue(arn, out var known)) return (known.Value.Execution, false);
            var execution = start();
            _byArn.Add(arn, _inOrder.AddLast(new Entry(execution, machine)));
            return (execution, true);
        }
    }

    /// <summary>Adds an execution of a map run.</summary>
    public void Add(Execution execution)
    {
        lock (_gate) _byArn.Add(execution.Identity.Arn, _inOrder.AddLast(new Entry(execution, null)));
    }

    /// <summary>An execution ended: it can be asked about until enough others have ended after it.</summary>
    public void Ended(Execution execution)
    {
        var isExpress = execution.Identity.Type == WorkflowType.Express;
        var (finished, kept) = isExpress ? (_finishedExpress, KeptExpress) : (_finished, keptFinished);
        lock (_gate)
        {
            finished.Enqueue(execution);
            while (finished.Count > kept) Drop(finished.Dequeue());
        }
    }

    /// <summary>A machine's executions, newest first.</summary>
    public IReadOnlyList<Execution> Of(string machineArn) => Newest(execution => execution.Identity.MachineArn == machineArn);

    /// <summary>A map run's executions, newest first.</summary>
    public IReadOnlyList<Execution> OfMapRun(string mapRunArn) => Newest(execution => execution.MapRun?.Arn == mapRunArn);

    public void Add(MapRun run)
    {
        lock (_gate) _mapRuns.Add(run.Arn, run);
    }

    public MapRun? FindMapRun(string arn)
    {
        lock (_gate) return _mapRuns.GetValueOrDefault(arn);
    }

    /// <summary>An execution's map runs, newest first.</summary>
    public IReadOnlyList<MapRun> MapRunsOf(string executionArn)
    {
        lock (_gate) return [.. _mapRuns.Values.Where(run => run.ExecutionArn == executionArn).OrderByDescending(run => run.StartTime)];
    }

    private List<Execution> Newest(Func<Execution, bool> isWanted)
    {
        lock (_gate) return [.. _inOrder.Select(entry => entry.Execution).Where(isWanted).Reverse()];
    }

    private void Drop(Execution execution)
    {
        if (execution.Status == ExecutionStatus.Running) return; // runs again, and will end again
        Remove(execution.Identity.Arn);
        foreach (var run in _mapRuns.Values.Where(run => run.ExecutionArn == execution.Identity.Arn).ToList()) _mapRuns.Remove(run.Arn);
    }

    private void Remove(string arn)
    {
        lock (_gate)
        {
            if (_byArn.Remove(arn, out var node)) _inOrder.Remove(node);
        }
    }

    private sealed record Entry(Execution Execution, StateMachine? Machine)
    {
        public RedriveTokens RedriveTokens => field ??= new RedriveTokens();
    }
}
