using System.Buffers;
using Aot.Aws.Http;

namespace Aot.Aws.EventBridge;

/// <summary>Puts events on EventBridge buses.</summary>
public sealed class EventBridgeClient : IDisposable
{
    // Source: EventBridge API reference, PutEvents; quotas: "PutEvents entry size" of 1 MB for all entries together.
    private const int MaxEntries = 10;
    private const int MaxBytes = 1024 * 1024;

    private readonly AwsConfiguration _configuration;
    private readonly RetryPolicy _retries;
    private readonly AwsCaller _caller;
    private readonly ArrayBufferWriter<byte> _body = new(4 * 1024);

    /// <summary>Makes a client; it connects at its first call and keeps the connection.</summary>
    public EventBridgeClient(AwsConfiguration configuration)
        : this(configuration, RetryPolicy.Default)
    {
    }

    internal EventBridgeClient(AwsConfiguration configuration, RetryPolicy retries)
    {
        _configuration = configuration;
        _retries = retries;
        _caller = new AwsCaller(configuration, "events", "EVENTBRIDGE", "AWSEvents", retries);
    }

    /// <summary>Puts events, as many to a call as the service takes; of a call that partly failed only the failed events are sent again.</summary>
    /// <param name="events">Any number; an event over 1 MB fails alone.</param>
    /// <param name="timeout">For everything together, retries included: the invocation's remaining time less what the handler needs after it.</param>
    /// <returns>What became of each event. A call that failed altogether is the failure of each of its events.</returns>
    /// <exception cref="AwsConfigurationException">Region, credentials or endpoint are missing or wrong.</exception>
    /// <remarks>Source: EventBridge API reference, PutEvents. Completes before it returns.</remarks>
    public ValueTask<PutEventsResult> PutEventsAsync(IReadOnlyList<EventBridgeEvent> events, TimeSpan timeout)
    {
        var deadline = new Deadline(_configuration.Time, timeout);
        var entries = new PutEventsEntry[events.Count];
        var batch = new List<int>(MaxEntries);
        var batchBytes = 0;
        for (var i = 0; i < events.Count; i++)
        {
            var size = events[i].SizeBytes;
            if (size > MaxBytes)
            {
                entries[i] = new PutEventsEntry(null, "EventTooLarge", $"The event has {size} bytes; EventBridge takes {MaxBytes}.");
                continue;
            }

            if (batch.Count == MaxEntries || batchBytes + size > MaxBytes)
            {
                PutBatch(events, batch, entries, deadline);
                batch.Clear();
                batchBytes = 0;
            }

            batch.Add(i);
            batchBytes += size;
        }

        if (batch.Count > 0)
            PutBatch(events, batch, entries, deadline);
        return new ValueTask<PutEventsResult>(new PutEventsResult(entries));
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => _caller.Dispose();

    private void PutBatch(IReadOnlyList<EventBridgeEvent> events, List<int> indices, PutEventsEntry[] entries, Deadline deadline)
    {
        var open = indices;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                PutEventsJson.Write(_body, events, open);
                var answer = _caller.Call("PutEvents", _body.WrittenMemory, deadline.Remaining);
                PutEventsJson.Read(answer.Span, open, entries);
            }
            catch (AwsServiceException failure)
            {
                foreach (var index in open)
                    entries[index] = new PutEventsEntry(null, failure.ErrorCode, failure.Message);
                return;
            }

            open = open.FindAll(i => entries[i] is { ErrorCode: { } code } && RetryPolicy.IsTransient(code, status: 200));
            if (open.Count == 0 || !_retries.TryWait(attempt, deadline))
                return;
        }
    }
}
