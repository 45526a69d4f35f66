using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Asl.Testing;

/// <summary>A state to be run by itself.</summary>
/// <param name="State">The state; where it leads is told, not entered.</param>
/// <param name="Input">Its input.</param>
/// <param name="Variables">The variables it finds.</param>
/// <param name="Context">The context object it sees.</param>
/// <param name="ExecutionArn">On whose behalf tasks run.</param>
internal sealed record StateTestRequest(
    State State, Value Input, IReadOnlyList<KeyValuePair<string, Value>> Variables, IContextObject Context, string ExecutionArn)
{
    /// <summary>What the work gives; null: the work is done.</summary>
    public StateMock? Mock { get; init; }

    /// <summary>How often the retrier that takes the mocked error has retried before.</summary>
    public int RetryCount { get; init; }

    /// <summary>How many iterations of a Map failed; null: not asked.</summary>
    public int? FailedIterations { get; init; }

    /// <summary>The text behind a Map's ItemReader.</summary>
    public string? ItemReaderData { get; init; }
}

/// <summary>The outcome of a state's work: a result or an error.</summary>
internal sealed record StateMock(Value? Result, string? Error, string? Cause);

internal enum StateTestStatus
{
    Succeeded,
    Failed,

    /// <summary>A retrier would try again.</summary>
    Retriable,

    /// <summary>A catcher takes the error.</summary>
    CaughtError,
}

/// <summary>What became of a state.</summary>
internal sealed record StateTestOutcome(StateTestStatus Status, Value? Output, string? Error, string? Cause, string? Next, Inspection Inspection);

/// <summary>What stood between a state's input and its output; null where there is no such step.</summary>
/// <remarks>Source: Step Functions API reference, InspectionData.</remarks>
internal sealed class Inspection(Value input)
{
    public Value Input { get; } = input;
    public Value? AfterArguments { get; set; }
    public Value? AfterInputPath { get; set; }
    public Value? AfterParameters { get; set; }
    public Value? AfterItemsPath { get; set; }
    public Value? AfterItemsPointer { get; set; }
    public Value? AfterItemSelector { get; set; }
    public Value? AfterItemBatcher { get; set; }
    public Value? Result { get; set; }
    public Value? AfterResultSelector { get; set; }
    public Value? AfterResultPath { get; set; }
    public long? MaxConcurrency { get; set; }
    public long? ToleratedFailureCount { get; set; }
    public double? ToleratedFailurePercentage { get; set; }
    public IReadOnlyList<KeyValuePair<string, Value>> Variables { get; set; } = [];
    public int? CatchIndex { get; set; }
    public int? RetryIndex { get; set; }
    public double? RetryBackoffSeconds { get; set; }
}
