namespace Aot.Aws.EventBridge;

/// <summary>What became of the events, in their order.</summary>
/// <param name="Entries">One for each event.</param>
public sealed record PutEventsResult(IReadOnlyList<PutEventsEntry> Entries)
{
    /// <summary>How many did not reach their bus, also after the retries.</summary>
    public int FailedCount
    {
        get
        {
            var count = 0;
            foreach (var entry in Entries)
                count += entry.IsFailed ? 1 : 0;
            return count;
        }
    }
}

/// <summary>What became of one event.</summary>
/// <param name="EventId">Id EventBridge gave it; null when it failed.</param>
/// <param name="ErrorCode">Why it failed, such as <c>MalformedDetail</c>; null when it did not.</param>
/// <param name="ErrorMessage">The same in words.</param>
public sealed record PutEventsEntry(string? EventId, string? ErrorCode, string? ErrorMessage)
{
    /// <summary>Whether the event did not reach its bus.</summary>
    public bool IsFailed => ErrorCode is not null;
}
