using Aot.Local.Asl.Model;

namespace Aot.Local.Asl.Evaluation;

/// <summary>A state fails: what Retry and Catch see, and what ends the execution when nothing handles it.</summary>
internal sealed class StateFailure(string? error, string? cause) : Exception($"{error}: {cause}")
{
    public string? Error { get; } = error;

    public string? Cause { get; } = cause;

    /// <summary>The cause tells a problem of the engine's own with the state, so it begins by naming the state and its event.</summary>
    public bool NamesState { get; private init; }

    /// <summary>Reported with an EvaluationFailed event.</summary>
    public bool IsEvaluation { get; private init; }

    /// <summary>The field that was being evaluated: <c>Output/result</c>.</summary>
    public string? Field { get; private init; }

    /// <summary>The task's heartbeat stayed away; the error name is States.Timeout all the same.</summary>
    public bool IsHeartbeat { get; init; }

    /// <summary>A JSONata field did not yield what it must.</summary>
    public static StateFailure Evaluation(string? field, string problem) =>
        new(ErrorNames.QueryEvaluation, problem) { IsEvaluation = true, NamesState = true, Field = field };

    /// <summary>The state cannot go on; no handler takes this one.</summary>
    public static StateFailure Runtime(string problem) => new(ErrorNames.Runtime, problem) { NamesState = true };

    /// <summary>What a state or a task gave is over the limit.</summary>
    public static StateFailure TooLarge(string producer) =>
        new(ErrorNames.DataLimitExceeded, $"The state/task '{producer}' returned a result with a size exceeding the maximum number of bytes service limit.");

    /// <summary>Another failure of the engine's own that handlers may take.</summary>
    public static StateFailure Of(string error, string problem) => new(error, problem) { NamesState = true };
}
