using System.Collections.Concurrent;
using Aot.Local.Json;

namespace Aot.Local.Services;

/// <summary>Delivers to targets in the background: at once, and again after growing pauses when a target is not up to it.</summary>
internal sealed class EventDelivery(IEventTargets targets, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Task, bool> _running = new();

    /// <summary>Told of each payload that was given up: what, to whom, why.</summary>
    public Action<string, Value, Exception>? OnDropped { get; set; }

    /// <summary>Starts a delivery and returns.</summary>
    /// <param name="deadLetterArn">Takes the payload when the target refuses for good.</param>
    public void Start(string targetArn, Value payload, RetryPolicy retry, string? deadLetterArn = null)
    {
        var delivery = DeliverAsync(targetArn, payload, retry, deadLetterArn);
        if (delivery.IsCompleted)
            return;
        _running.TryAdd(delivery, true);
        _ = delivery.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
    }

    /// <summary>Completes when every delivery started so far has ended.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(_running.Keys);

    private async Task DeliverAsync(string targetArn, Value payload, RetryPolicy retry, string? deadLetterArn)
    {
        // Off the publisher's stack: a target may publish in turn.
        await Task.Yield();
        var startedAt = time.GetUtcNow();
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await targets.DeliverAsync(targetArn, payload, CancellationToken.None);
                return;
            }
            catch (Exception failure)
            {
                if (attempt <= retry.MaxRetries && time.GetUtcNow() + pause - startedAt <= retry.MaxAge && IsTransient(failure))
                {
                    await Task.Delay(pause, time);
                    pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                    continue;
                }
                OnDropped?.Invoke(targetArn, payload, failure);
                if (deadLetterArn is not null)
                    Start(deadLetterArn, payload, retry);
                return;
            }
        }
    }

    // What the target refuses as the caller's fault, it will refuse again; but throttling passes.
    private static bool IsTransient(Exception failure) => failure is not ServiceException { Status: < 500 and not 429 };
}

/// <summary>How long a delivery is tried.</summary>
internal sealed record RetryPolicy(int MaxRetries, TimeSpan MaxAge)
{
    /// <summary>What EventBridge and SNS do unless told otherwise.</summary>
    public static readonly RetryPolicy Default = new(185, TimeSpan.FromHours(24)); // EventBridge user guide, "Retry policy"
}
