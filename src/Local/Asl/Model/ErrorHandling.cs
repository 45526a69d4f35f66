using Aot.Local.Asl.Evaluation;

namespace Aot.Local.Asl.Model;

/// <summary>When and how often a failed state is tried again.</summary>
/// <remarks>States Language, "Retrying after error"; the defaults are the language's.</remarks>
internal sealed record Retrier(
    IReadOnlyList<string> ErrorEquals, double IntervalSeconds = 1, long MaxAttempts = 3, double BackoffRate = 2,
    double? MaxDelaySeconds = null, bool FullJitter = false)
{
    /// <summary>The pause before an attempt, without jitter.</summary>
    /// <param name="attempt">1 for the first retry.</param>
    public TimeSpan DelayBefore(long attempt)
    {
        var seconds = IntervalSeconds * Math.Pow(BackoffRate, attempt - 1);
        return TimeSpan.FromSeconds(Math.Min(seconds, MaxDelaySeconds ?? MaxPauseSeconds));
    }

    private const double MaxPauseSeconds = 99_999_999; // States Language: the greatest number of seconds a field takes
}

/// <summary>Where the flow goes on after an error.</summary>
internal sealed class Catcher
{
    public required IReadOnlyList<string> ErrorEquals { get; init; }
    public required DataFlow Data { get; init; }
    public State? Next { get; set; }
}

/// <summary>The error names the language reserves.</summary>
/// <remarks>States Language, "Appendix A: Predefined Error Codes", and the Step Functions developer guide, "Error names".</remarks>
internal static class ErrorNames
{
    public const string All = "States.ALL";
    public const string TaskFailed = "States.TaskFailed";
    public const string Timeout = "States.Timeout";
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";
    public const string Runtime = "States.Runtime";
    public const string QueryEvaluation = "States.QueryEvaluationError";
    public const string NoChoiceMatched = "States.NoChoiceMatched";
    public const string DataLimitExceeded = "States.DataLimitExceeded";
    public const string ExceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold";
    public const string ItemReaderFailed = "States.ItemReaderFailed";
    public const string ResultWriterFailed = "States.ResultWriterFailed";

    /// <summary>Whether a handler for <paramref name="handled"/> takes an error.</summary>
    /// <param name="isHeartbeat">A missed heartbeat is reported as States.Timeout and may be handled under either name.</param>
    public static bool Matches(IReadOnlyList<string> handled, string? error, bool isHeartbeat)
    {
        if (error == Runtime) return false;
        foreach (var name in handled)
        {
            if (name == error || name == All) return true;
            if (name == TaskFailed && error != Timeout) return true;
            if (name == HeartbeatTimeout && isHeartbeat) return true;
        }
        return false;
    }
}
