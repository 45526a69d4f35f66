using Aot.Local.Asl.Model;
using Aot.Local.Asl.Running;
using Aot.Local.Drawing;
using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.StepFunctions;

namespace Aot.Local.Dashboard;

/// <summary>What the page reads: machines with their picture, executions with their trace. Times are milliseconds since 1970.</summary>
internal static class DashboardJson
{
    private const int ShownExecutions = 100, ShownVisits = 2_000;

    public static ArrayValue Machines(StepFunctionsService service) => Shape.List(service.Machines.Select(machine =>
    {
        var executions = service.ExecutionsOf(machine.Arn);
        return Shape.Of(
            ("name", machine.Name), ("arn", machine.Arn), ("type", machine.Type.ToString()),
            ("running", executions.Count(e => e.Status == ExecutionStatus.Running)),
            ("failed", executions.Count(e => e.Status is ExecutionStatus.Failed or ExecutionStatus.TimedOut)), ("total", executions.Count));
    }));

    public static ObjectValue Machine(StateMachine machine, string svg) => Shape.Of(
        ("name", machine.Name), ("arn", machine.Arn), ("type", machine.Type.ToString()), ("svg", svg), ("definition", machine.Definition.Text));

    public static ArrayValue Executions(StepFunctionsService service, StateMachine machine) =>
        Shape.List(service.ExecutionsOf(machine.Arn).Take(ShownExecutions).Select(Summary));

    /// <summary>An execution and its trace: the latest visits, and of each state what its picture shows.</summary>
    public static ObjectValue Execution(Execution execution)
    {
        var trace = ExecutionTrace.Read(execution.History.Events);
        var isRunning = execution.Status == ExecutionStatus.Running;
        var shown = Summary(execution);
        shown["input"] = execution.Input;
        if (execution.Output is { } output) shown["output"] = output;
        foreach (var (name, text) in (ReadOnlySpan<(string, string?)>)[("error", execution.Error), ("cause", execution.Cause)])
        {
            if (text is not null) shown[name] = text;
        }
        shown["events"] = execution.History.LastId;
        shown["hasHistory"] = execution.History.Events.Count > 0;
        shown["states"] = new ObjectValue(trace.Visits.GroupBy(visit => visit.State).Select(visits => KeyValuePair.Create(visits.Key, State(visits.ToArray(), isRunning))));
        shown["edges"] = Shape.List([.. trace.Edges.Select(edge => Edge(edge.Key.From, edge.Key.To, edge.Value)), .. MarkerEdges(trace, execution.Status)]);
        shown["visits"] = Shape.List(trace.Visits.Skip(Math.Max(0, trace.Visits.Count - ShownVisits)).Select(visit => Visit(visit, isRunning)));
        return shown;
    }

    // The arrows from the start marker and to the end marker: an empty name is the marker.
    private static IEnumerable<ObjectValue> MarkerEdges(ExecutionTrace trace, ExecutionStatus status)
    {
        if (trace.Visits.Count == 0) yield break;
        yield return Edge("", trace.Visits[0].State, 1);
        if (status == ExecutionStatus.Succeeded) yield return Edge(trace.Visits.Last(visit => visit.Outer is null).State, "", 1);
    }

    private static ObjectValue Edge(string from, string to, int count) => Shape.Of(("from", from), ("to", to), ("count", count));

    private static ObjectValue Summary(Execution execution) => Shape.Of(
        ("arn", execution.Identity.Arn), ("name", execution.Identity.Name), ("machine", execution.Identity.MachineName),
        ("status", execution.Status.ToString()), ("started", Ms(execution.StartTime)), ("stopped", Ms(execution.StopTime)), ("transitions", execution.Transitions));

    private static Value State(StateVisit[] visits, bool isRunning) => Shape.Of(
        ("status", visits.Max(visit => visit.Status(isRunning)).ToString().ToLowerInvariant()), ("visits", visits.Length),
        ("retries", visits.Sum(visit => Math.Max(0, visit.Attempts - 1))), ("errors", visits.Sum(visit => visit.Errors.Count)));

    private static ObjectValue Visit(StateVisit visit, bool isRunning) => Shape.Of(
        ("state", visit.State), ("type", visit.Type), ("iteration", visit.Iteration), ("status", visit.Status(isRunning).ToString().ToLowerInvariant()),
        ("entered", Ms(visit.Entered)), ("exited", Ms(visit.Exited)), ("input", visit.Input), ("output", visit.Output),
        ("assigned", visit.Assigned.Count == 0 ? null : new ObjectValue(visit.Assigned)), ("attempts", visit.Attempts),
        ("errors", visit.Errors.Count == 0 ? null : Shape.List(visit.Errors.Select(error => Shape.Of(("error", error.Error), ("cause", error.Cause))))));

    private static double Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static double? Ms(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();
}
