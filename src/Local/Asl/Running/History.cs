namespace Aot.Local.Asl.Running;

/// <summary>The events of one execution, in order.</summary>
/// <param name="time">Stamps the events.</param>
/// <param name="isLimited">Standard executions end when their history is full; Express ones go on.</param>
/// <param name="isKept">Whether there is anything to look at afterwards; events are numbered in any case.</param>
internal sealed class History(TimeProvider time, bool isLimited, bool isKept)
{
    /// <summary>Events in one execution, the final one included.</summary>
    public const long MaxEvents = 25_000; // Step Functions quotas, "maximum execution history size"

    private readonly List<HistoryEvent> _events = [];

    public long LastId { get; private set; }

    public IReadOnlyList<HistoryEvent> Events => _events;

    /// <summary>Appends an event and returns its id.</summary>
    /// <exception cref="HistoryFullException">Only the final event still fits.</exception>
    public long Add(string type, long previousId, EventDetails? details)
    {
        if (isLimited && LastId >= MaxEvents - 1) throw new HistoryFullException();
        return AddFinal(type, previousId, details);
    }

    /// <summary>Appends the event that ends the execution; always fits.</summary>
    public long AddFinal(string type, long previousId, EventDetails? details)
    {
        LastId++;
        if (isKept && _events.Count < MaxEvents) _events.Add(new HistoryEvent(LastId, previousId, time.GetUtcNow(), type, details));
        return LastId;
    }
}

/// <summary>The execution has no event left but its last.</summary>
internal sealed class HistoryFullException() : Exception($"The execution reached the maximum number of history events ({History.MaxEvents}).");
