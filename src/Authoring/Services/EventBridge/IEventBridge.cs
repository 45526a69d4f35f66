namespace Aot.Authoring.Services.EventBridge;

/// <summary>Amazon EventBridge as Step Functions tasks.</summary>
public interface IEventBridge
{
    /// <summary>Puts up to 10 events on a bus.</summary>
    [ServiceIntegration("arn:aws:states:::events:putEvents")]
    Task PutEventsAsync<TDetail>(PutEventsRequest<TDetail> request);
}

/// <summary>Source: EventBridge API reference, PutEvents.</summary>
/// <param name="Entries">1 to 10 events.</param>
[AwsShape]
public sealed record PutEventsRequest<TDetail>(PutEventsEntry<TDetail>[] Entries);

/// <summary>One event. Source: EventBridge API reference, PutEventsRequestEntry.</summary>
/// <param name="EventBusName">The bus.</param>
/// <param name="Source">Who says it, such as <c>bbq.detection</c>.</param>
/// <param name="DetailType">What it says, such as <c>AlarmRaised</c>.</param>
/// <param name="Detail">The event's content.</param>
[AwsShape]
public sealed record PutEventsEntry<TDetail>(Bus EventBusName, string Source, string DetailType, TDetail Detail);
