using Aot.Local.Asl.Running;

namespace Aot.Local.Dashboard;

/// <summary>Follows each event's chain of predecessors, to know in which visit of which state it happened.</summary>
internal sealed class TraceReader(int eventCount)
{
    private readonly Dictionary<long, Place> _places = new(eventCount); // by event id

    public List<StateVisit> Visits { get; } = [];

    public Dictionary<(string From, string To), int> Edges { get; } = [];

    public void Add(HistoryEvent happened)
    {
        var before = _places.GetValueOrDefault(happened.PreviousId);
        _places[happened.Id] = happened.Details switch
        {
            StateEnteredDetails entered => Enter(happened, entered, before),
            StateExitedDetails exited => Exit(happened, exited, before),
            MapIterationDetails iteration when happened.Type == "MapIterationStarted" => before with { Iteration = Within(before, iteration) },
            _ when ContainerFailure(happened.Type) is { } type => FailContainer(type, before),
            _ => Note(happened, before),
        };
    }

    private Place Enter(HistoryEvent happened, StateEnteredDetails entered, Place before)
    {
        if (before is { IsExit: true, Visit: { } last }) Edges[(last.State, entered.Name)] = Edges.GetValueOrDefault((last.State, entered.Name)) + 1;
        var visit = new StateVisit
        {
            State = entered.Name,
            Type = happened.Type[..^"StateEntered".Length],
            Entered = happened.Timestamp,
            Input = entered.Input,
            Outer = before.IsExit ? before.Visit?.Outer : before.Visit, // otherwise it is the first of its branch
            Iteration = before.Iteration ?? "",
        };
        Visits.Add(visit);
        return new Place(visit, visit.Iteration, IsExit: false);
    }

    private static Place Exit(HistoryEvent happened, StateExitedDetails exited, Place before)
    {
        var visit = before.Visit;
        while (visit is not null && visit.State != exited.Name) visit = visit.Outer; // the event before may lie in a branch
        if (visit is null) return before;
        (visit.Exited, visit.Output, visit.Assigned) = (happened.Timestamp, exited.Output, exited.Assigned);
        return new Place(visit, visit.Iteration, IsExit: true);
    }

    private static string Within(Place before, MapIterationDetails iteration)
    {
        var outer = before.Visit?.Iteration ?? "";
        return $"{outer}{(outer.Length == 0 ? "" : " ")}{iteration.Name}[{iteration.Index}]";
    }

    private static string? ContainerFailure(string type) => type switch
    {
        "ParallelStateFailed" => "Parallel",
        "MapStateFailed" => "Map",
        _ => null,
    };

    // The event before lies in the branch that failed, or in the container when its own fields did.
    private static Place FailContainer(string type, Place before)
    {
        var container = before.Visit;
        while (container is not null && (container.Type != type || container.EndedInError)) container = container.Outer;
        if (container is null) return before;
        if (before.Visit is { } child && child != container)
        {
            child.EndedInError |= child.Exited is null;
            if (child.Errors.Count > 0) container.Errors.Add(child.Errors[^1]);
        }
        container.EndedInError = true;
        return new Place(container, container.Iteration, IsExit: false);
    }

    private static Place Note(HistoryEvent happened, Place before)
    {
        if (before.Visit is not { } visit) return before;
        if (happened.Type.EndsWith("Scheduled", StringComparison.Ordinal)) visit.Attempts++;
        if (happened.Type is "TaskSucceeded" or "LambdaFunctionSucceeded" or "ActivitySucceeded") visit.EndedInError = false;
        if (happened.Type.EndsWith("StateAborted", StringComparison.Ordinal)) visit.IsAborted = true;
        if (happened.Type == "MapIterationFailed") visit.EndedInError = true;
        (string? Error, string? Cause)? error = happened.Details switch
        {
            TaskFailureDetails task => (task.Error, task.Cause),
            EvaluationFailedDetails evaluation => (evaluation.Error, evaluation.Cause),
            FailureDetails failure when visit.Exited is null && happened.Type is "ExecutionFailed" or "ExecutionTimedOut" => (failure.Error, failure.Cause),
            _ => null,
        };
        if (error is not { } told) return before;
        visit.EndedInError = true;
        if (!visit.Errors.Contains(told)) visit.Errors.Add(told); // the execution ends with the error of its last state
        return before;
    }

    /// <summary>Where an event happened.</summary>
    /// <param name="IsExit">The visit was left with this event.</param>
    private readonly record struct Place(StateVisit? Visit, string? Iteration, bool IsExit);
}
