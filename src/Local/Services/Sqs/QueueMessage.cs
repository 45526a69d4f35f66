using Aot.Local.Json;

namespace Aot.Local.Services.Sqs;

/// <summary>One message in a queue. All members but the first row change only under the queue's lock.</summary>
internal sealed class QueueMessage
{
    public required string Id { get; init; }
    public required string Body { get; init; }
    public required string BodyMd5 { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public required long Sequence { get; init; }
    public ObjectValue? Attributes { get; init; }
    public string? GroupId { get; init; }
    public string? DeduplicationId { get; init; }
    public string? TraceHeader { get; init; }
    public string? DeadLetterSourceArn { get; init; }

    public MessageState State { get; set; }

    /// <summary>When a delayed or received message becomes visible.</summary>
    public DateTimeOffset VisibleAt { get; set; }

    public int ReceiveCount { get; set; }
    public DateTimeOffset? FirstReceivedAt { get; set; }
}

/// <summary>Where a message is in its life.</summary>
internal enum MessageState
{
    Delayed,
    Visible,
    InFlight,
    Deleted,
}
