using System.Collections.Concurrent;
using Aot.Local.Json;
using Aot.Local.Services;

namespace Aot.Local.Tests.Services;

/// <summary>Event targets that note what they were given and fail when told to.</summary>
internal sealed class RecordingTargets : IEventTargets
{
    public ConcurrentQueue<(string Arn, Value Payload)> Delivered { get; } = new();

    public ConcurrentQueue<Exception> Failures { get; } = new();

    public ValueTask DeliverAsync(string targetArn, Value payload, CancellationToken cancellationToken)
    {
        if (Failures.TryDequeue(out var failure))
            throw failure;
        Delivered.Enqueue((targetArn, payload));
        return ValueTask.CompletedTask;
    }
}
