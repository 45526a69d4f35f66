namespace Aot.Authoring.Services.EventBridge;

/// <summary>Amazon EventBridge as Step Functions tasks.</summary>
public interface IEventBridge
{
    /// <summary>Puts up to 10 events on a bus.</summary>
    /// <exception cref="FailedEntryException">An event was refused.</exception>
    [ServiceIntegration("arn:aws:states:::events:putEvents")]
    Task<PutEventsResponse> PutEventsAsync<TDetail>(PutEventsRequest<TDetail> request);

    /// <summary>Puts an event with a task token on a bus and waits until somebody answers with the token (<c>SendTaskSuccess</c>).</summary>
    /// <typeparam name="TDetail">The event's content; it holds the token.</typeparam>
    /// <typeparam name="TResult">The answer.</typeparam>
    /// <param name="request">The event for a token.</param>
    /// <param name="timeout">After this <see cref="StatesTimeoutException"/>; a year where absent.</param>
    /// <param name="heartbeat">Longest time between two <c>SendTaskHeartbeat</c>, after which <see cref="StatesHeartbeatTimeoutException"/>.</param>
    /// <exception cref="FailedEntryException">The event was refused.</exception>
    [ServiceIntegration("arn:aws:states:::events:putEvents.waitForTaskToken")]
    Task<TResult> PutEventsAndWaitAsync<TDetail, TResult>(Func<string, PutEventsRequest<TDetail>> request, TimeSpan? timeout = null, TimeSpan? heartbeat = null);
}

/// <summary>Source: EventBridge API reference, PutEvents.</summary>
/// <param name="Entries">1 to 10 events.</param>
[AwsShape]
public sealed record PutEventsRequest<TDetail>([ValueRange(1, 10)] PutEventsEntry<TDetail>[] Entries);

/// <summary>One event. Source: EventBridge API reference, PutEventsRequestEntry.</summary>
/// <param name="EventBusName">The bus.</param>
/// <param name="Source">Who says it, such as <c>bbq.detection</c>.</param>
/// <param name="DetailType">What it says, such as <c>AlarmRaised</c>.</param>
/// <param name="Detail">The event's content.</param>
/// <param name="Resources">ARNs of what the event is about.</param>
[AwsShape]
public sealed record PutEventsEntry<TDetail>(Bus EventBusName, string Source, [ValueRange(1, 128)] string DetailType, TDetail Detail, string[]? Resources = null);

/// <summary>Source: EventBridge API reference, PutEvents.</summary>
/// <param name="Entries">One per event, in order.</param>
[AwsShape]
public sealed record PutEventsResponse(IReadOnlyList<PutEventsResultEntry> Entries);

/// <summary>Source: EventBridge API reference, PutEventsResultEntry.</summary>
/// <param name="EventId">The event's id.</param>
[AwsShape]
public sealed record PutEventsResultEntry(string EventId);

/// <summary>An event was refused: malformed detail, no such bus.</summary>
/// <param name="message">The entries with their errors, as JSON text.</param>
[ErrorName("EventBridge.FailedEntry")]
public sealed class FailedEntryException(string message) : Exception(message);
