using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

/// <summary>Writes history events as GetExecutionHistory shows them.</summary>
/// <param name="region">Told with every scheduled task.</param>
/// <param name="includesData">Whether inputs and outputs are shown.</param>
/// <remarks>Source: Step Functions API reference, HistoryEvent.</remarks>
internal sealed class HistoryWriter(string region, bool includesData)
{
    public ObjectValue Write(HistoryEvent happened)
    {
        var written = Shape.Of(
            ("timestamp", happened.Timestamp), ("type", happened.Type), ("id", happened.Id), ("previousEventId", happened.PreviousId));
        if (happened.Details is { } details && Name(happened.Type) is { } name) written[name] = Write(details, happened.Type);
        return written;
    }

    // PassStateEntered → stateEnteredEventDetails; TaskScheduled → taskScheduledEventDetails
    private static string Name(string type)
    {
        if (type.EndsWith("StateEntered", StringComparison.Ordinal)) return "stateEnteredEventDetails";
        if (type.EndsWith("StateExited", StringComparison.Ordinal)) return "stateExitedEventDetails";
        return char.ToLowerInvariant(type[0]) + type[1..] + "EventDetails";
    }

    private ObjectValue Write(EventDetails details, string type) => details switch
    {
        ExecutionStartedDetails started => Shape.Of(
            ("input", Text(started.Input)), ("inputDetails", Details()), ("roleArn", started.Identity.RoleArn),
            ("stateMachineAliasArn", started.Identity.AliasArn), ("stateMachineVersionArn", started.Identity.VersionArn)),
        ExecutionRedrivenDetails redriven => Shape.Of(("redriveCount", redriven.RedriveCount)),
        ActivityStartedDetails started => Shape.Of(("workerName", started.WorkerName)),
        ExecutionSucceededDetails succeeded => Shape.Of(("output", Text(succeeded.Output)), ("outputDetails", Details())),
        FailureDetails failure => Shape.Of(("error", failure.Error), ("cause", failure.Cause)),
        StateEnteredDetails entered => Shape.Of(("name", entered.Name), ("input", Text(entered.Input)), ("inputDetails", Details())),
        StateExitedDetails exited => Exited(exited),
        EvaluationFailedDetails failed => Shape.Of(
            ("state", failed.State), ("location", failed.Location), ("error", failed.Error), ("cause", failed.Cause)),
        TaskScheduledDetails scheduled => Scheduled(scheduled),
        TaskStartedDetails started => Integration(started.Resource),
        TaskOutputDetails output when IsIntegration(output.Resource) => Integration(output.Resource, ("output", Text(output.Output)), ("outputDetails", Details())),
        TaskOutputDetails output => Shape.Of(("output", Text(output.Output)), ("outputDetails", Details())),
        TaskFailureDetails failed when IsIntegration(failed.Resource) => Integration(failed.Resource, ("error", failed.Error), ("cause", failed.Cause)),
        TaskFailureDetails failed => Shape.Of(("error", failed.Error), ("cause", failed.Cause)),
        MapRunDetails run => Shape.Of(("mapRunArn", run.Arn)),
        MapStartedDetails map => Shape.Of(("length", map.Length)),
        MapIterationDetails iteration => Shape.Of(("name", iteration.Name), ("index", iteration.Index)),
        _ => throw new NotSupportedException($"The event {type} has details of no known kind: {details}"),
    };

    private ObjectValue Exited(StateExitedDetails exited)
    {
        var written = Shape.Of(("name", exited.Name), ("output", Text(exited.Output)), ("outputDetails", Details()));
        if (exited.Assigned.Count == 0) return written;
        if (includesData)
            written["assignedVariables"] = new ObjectValue(exited.Assigned.Select(variable => KeyValuePair.Create(variable.Key, Shape.From(variable.Value.ToJson()))));
        written["assignedVariablesDetails"] = Details();
        return written;
    }

    private ObjectValue Scheduled(TaskScheduledDetails scheduled)
    {
        var credentials = scheduled.Credentials is ObjectValue given ? Shape.Of(("roleArn", given["RoleArn"])) : null;
        if (IsIntegration(scheduled.Resource))
            return Integration(
                scheduled.Resource, ("region", region), ("parameters", Text(scheduled.Arguments) ?? ""), ("timeoutInSeconds", scheduled.TimeoutSeconds),
                ("heartbeatInSeconds", scheduled.HeartbeatSeconds), ("taskCredentials", credentials));
        return Shape.Of(
            ("resource", scheduled.Resource.Arn), ("input", Text(scheduled.Arguments)), ("inputDetails", Details()),
            ("timeoutInSeconds", scheduled.TimeoutSeconds), ("heartbeatInSeconds", scheduled.HeartbeatSeconds), ("taskCredentials", credentials));
    }

    private static ObjectValue Integration(TaskResource resource, params ReadOnlySpan<(string, object?)> more)
    {
        var written = Shape.Of(("resourceType", resource.ResourceType), ("resource", resource.Resource));
        foreach (var (name, value) in Shape.Of(more)) written[name] = value;
        return written;
    }

    private static bool IsIntegration(TaskResource resource) => resource.Kind is TaskKind.Optimized or TaskKind.Sdk;

    private string? Text(Value value) => includesData ? value.ToJson() : null;

    private static ObjectValue Details() => Shape.Of(("truncated", false));
}
