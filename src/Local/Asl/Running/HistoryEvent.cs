using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Asl.Running;

/// <summary>One event of an execution's history.</summary>
/// <param name="Id">From 1, without gaps.</param>
/// <param name="PreviousId">The event before it in the same branch; 0 at the start.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Type">The service's name for it: <c>TaskStateEntered</c>.</param>
/// <param name="Details">What is told beside the type; null when nothing is.</param>
internal sealed record HistoryEvent(long Id, long PreviousId, DateTimeOffset Timestamp, string Type, EventDetails? Details);

/// <summary>What an event tells. Values are kept as they are and become text only when somebody asks for the history.</summary>
internal abstract record EventDetails;

internal sealed record ExecutionStartedDetails(Value Input, ExecutionIdentity Identity) : EventDetails;

internal sealed record ExecutionRedrivenDetails(int RedriveCount) : EventDetails;

internal sealed record ExecutionSucceededDetails(Value Output) : EventDetails;

internal sealed record FailureDetails(string? Error, string? Cause) : EventDetails;

internal sealed record StateEnteredDetails(string Name, Value Input) : EventDetails;

internal sealed record StateExitedDetails(string Name, Value Output, IReadOnlyList<KeyValuePair<string, Value>> Assigned) : EventDetails;

internal sealed record EvaluationFailedDetails(string State, string? Location, string Error, string Cause) : EventDetails;

internal sealed record TaskScheduledDetails(TaskResource Resource, Value Arguments, long? TimeoutSeconds, long? HeartbeatSeconds, Value? Credentials) : EventDetails;

internal sealed record TaskStartedDetails(TaskResource Resource) : EventDetails;

internal sealed record ActivityStartedDetails(string? WorkerName) : EventDetails;

internal sealed record TaskOutputDetails(TaskResource Resource, Value Output) : EventDetails;

internal sealed record TaskFailureDetails(TaskResource Resource, string? Error, string? Cause) : EventDetails;

internal sealed record MapStartedDetails(int Length) : EventDetails;

internal sealed record MapRunDetails(string Arn) : EventDetails;

internal sealed record MapIterationDetails(string Name, int Index) : EventDetails;
