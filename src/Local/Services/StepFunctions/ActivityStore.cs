using System.Collections.Concurrent;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

/// <summary>An activity: a name under which workers fetch tasks.</summary>
internal sealed record Activity(string Arn, string Name, DateTimeOffset CreationDate, ObjectValue Encryption)
{
    public ActivityQueue Queue { get; } = new();
}

/// <summary>The activities by ARN.</summary>
internal sealed class ActivityStore(TimeProvider time) : IActivities
{
    private static readonly TimeSpan _longestPoll = TimeSpan.FromSeconds(60); // API reference, GetActivityTask

    private readonly ConcurrentDictionary<string, Activity> _activities = new(StringComparer.Ordinal);

    public IReadOnlyList<Activity> All => [.. _activities.Values.OrderBy(activity => activity.Name, StringComparer.Ordinal)];

    public Activity? Find(string arn) => _activities.GetValueOrDefault(arn);

    /// <summary>Adds an activity, unless one of that ARN is there: then that one is returned.</summary>
    public Activity GetOrAdd(Activity activity) => _activities.GetOrAdd(activity.Arn, activity);

    public void Remove(string arn) => _activities.TryRemove(arn, out _);

    public bool Exists(string activityArn) => _activities.ContainsKey(activityArn);

    public void Offer(TaskCall call) => Find(call.Resource.Arn)?.Queue.Add(call);

    /// <summary>The next task for a worker; null when none came while it waited.</summary>
    public async ValueTask<TaskCall?> TakeAsync(Activity activity, string? worker, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(_longestPoll, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        while (await activity.Queue.TakeAsync(either.Token) is { } call)
        {
            // One that timed out before a worker came is passed over.
            if (call.Started(worker)) return call;
        }
        cancellationToken.ThrowIfCancellationRequested();
        return null;
    }
}

/// <summary>Tasks that wait for workers, or workers that wait for tasks.</summary>
internal sealed class ActivityQueue
{
    private readonly Lock _gate = new();
    private readonly Queue<TaskCall> _tasks = new();
    private readonly Queue<TaskCompletionSource<TaskCall?>> _workers = new();

    public void Add(TaskCall call)
    {
        lock (_gate)
        {
            // A worker that gave up meanwhile does not take it.
            while (_workers.TryDequeue(out var worker))
            {
                if (worker.TrySetResult(call)) return;
            }
            _tasks.Enqueue(call);
        }
    }

    /// <summary>The task that waits longest, or the next to come; null when the wait is cancelled.</summary>
    public async ValueTask<TaskCall?> TakeAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<TaskCall?> worker;
        lock (_gate)
        {
            if (_tasks.TryDequeue(out var call)) return call;
            worker = new TaskCompletionSource<TaskCall?>(TaskCreationOptions.RunContinuationsAsynchronously);
            _workers.Enqueue(worker);
        }
        await using var ended = cancellationToken.Register(() => worker.TrySetResult(null));
        return await worker.Task;
    }
}
