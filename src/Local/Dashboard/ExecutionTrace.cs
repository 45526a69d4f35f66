using Aot.Local.Asl.Running;

namespace Aot.Local.Dashboard;

/// <summary>The way an execution took, read from its history.</summary>
/// <param name="Visits">In the order they began.</param>
/// <param name="Edges">How often the execution went from one state straight to another.</param>
internal sealed record ExecutionTrace(IReadOnlyList<StateVisit> Visits, IReadOnlyDictionary<(string From, string To), int> Edges)
{
    public static ExecutionTrace Read(IReadOnlyList<HistoryEvent> events)
    {
        var reader = new TraceReader(events.Count);
        foreach (var happened in events) reader.Add(happened);
        return new ExecutionTrace(reader.Visits, reader.Edges);
    }
}
