using Aot.Local.Asl.Items;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Asl.Running;

/// <summary>Runs executions. Any thread may call; waiting executions cost memory only.</summary>
internal sealed class Engine : IDisposable
{
    private readonly TimeProvider _time;
    private readonly Scheduler _scheduler;
    private readonly Interpreter _interpreter;

    /// <param name="runner">Does the work of Task states.</param>
    /// <param name="time">The clock of waits, timeouts, retries and history.</param>
    /// <param name="random">Retry jitter and task tokens; a seeded one makes runs repeatable.</param>
    /// <param name="dispatch">See <see cref="Scheduler"/>.</param>
    /// <param name="objects">Where distributed Map states read and write; null: nowhere.</param>
    /// <param name="observer">Is told of map runs, their executions and of ends.</param>
    /// <param name="interleaving">Chooses which ready branch goes on, to find what depends on their order; null: the one that became ready first.</param>
    public Engine(
        ITaskRunner runner, TimeProvider time, Random random, Action<Action>? dispatch = null, IObjectStore? objects = null, IExecutionObserver? observer = null,
        Random? interleaving = null)
    {
        _time = time;
        _scheduler = new Scheduler(time, dispatch, interleaving);
        _interpreter = new Interpreter(_scheduler, runner, time, random, objects, observer);
    }

    /// <summary>Whether Express executions keep their events too, for somebody who looks at them; the service itself does not.</summary>
    public bool KeepsExpressHistory { get; init; }

    /// <summary>Starts an execution of a valid definition.</summary>
    public Execution Start(ExecutionIdentity identity, StateMachineDefinition definition, Value input) =>
        _scheduler.Run(() =>
        {
            var isStandard = identity.Type == WorkflowType.Standard;
            var history = new History(_time, isStandard, isKept: isStandard || KeepsExpressHistory);
            var execution = new Execution(identity, definition, input, _time.GetUtcNow(), history);
            _interpreter.Start(execution);
            return execution;
        });

    /// <summary>Ends a running execution; nothing happens to one that has ended.</summary>
    public void Stop(Execution execution, string? error, string? cause) =>
        _scheduler.Run(() =>
        {
            _interpreter.Stop(execution, error, cause);
            return execution;
        });

    /// <summary>Continues an execution that ended without success.</summary>
    /// <param name="execution">What to continue.</param>
    /// <param name="obstacle">Says, while the execution stands still, why it cannot be continued; null when it can.</param>
    public (DateTimeOffset Time, string? Obstacle) Redrive(Execution execution, Func<Execution, string?> obstacle) =>
        _scheduler.Run(() =>
        {
            if (obstacle(execution) is { } reason) return (default, reason);
            _interpreter.Redrive(execution);
            return (execution.RedriveTime!.Value, (string?)null);
        });

    /// <summary>Reads an execution while it stands still.</summary>
    public T Read<T>(Execution execution, Func<Execution, T> read) => _scheduler.Run(() => read(execution));

    /// <summary>Changes a map run's limits, and lets it go on with them.</summary>
    public void Adjust(MapRun run, Action<MapRun> change) =>
        _scheduler.Run(() =>
        {
            change(run);
            _interpreter.Adjusted(run);
            return run;
        });

    /// <summary>Reads a map run while it stands still.</summary>
    public T Read<T>(MapRun run, Func<MapRun, T> read) => _scheduler.Run(() => read(run));

    /// <summary>Reports the outcome of a task that waits for its token.</summary>
    public TokenAnswer Report(string token, TaskOutcome outcome) => _scheduler.Run(() => _interpreter.Report(token, outcome));

    /// <summary>Says that the holder of a token is alive.</summary>
    public TokenAnswer Heartbeat(string token) => _scheduler.Run(() => _interpreter.Heartbeat(token));

    public void Dispose() => _scheduler.Dispose();
}
