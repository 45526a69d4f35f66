using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Asl.Evaluation;

/// <summary>What states decide from their fields alone.</summary>
internal static class StateRules
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(24855); // 2^31 seconds, as recorded: a day more is too long

    /// <summary>Which way a Choice goes, and what it passes on.</summary>
    public static (DataFlow Data, State Next) Choose(this ChoiceState choice, EvaluationScope scope)
    {
        var fields = choice.Data.Fields(scope);
        foreach (var rule in choice.Rules)
        {
            if (rule.Condition.Boolean(fields)) return (rule.Data, rule.Next!);
        }
        return choice.Next is { } other
            ? (choice.Data, other)
            : throw StateFailure.Of(ErrorNames.NoChoiceMatched, "Failed to transition out of the state. The state does not point to a next state.");
    }

    /// <summary>When a Wait is over.</summary>
    public static DateTimeOffset Due(this WaitState wait, EvaluationScope scope, DateTimeOffset now)
    {
        const long MaxSeconds = 99_999_999; // States Language: the greatest number of seconds a field takes
        var fields = wait.Data.Fields(scope);
        var due = wait.Seconds is { } seconds ? now.AddSeconds(seconds.Integer(fields, 0, MaxSeconds)) : Timestamp(wait.Timestamp!, fields);
        return due - now <= _longestWait ? due : throw StateFailure.Runtime("Wait state delay is too long.");
    }

    /// <summary>What a catcher sees as <c>$states.errorOutput</c>. Both members are always there; a timeout has an empty cause, a failure without one a null.</summary>
    public static ObjectValue ErrorOutput(string? error, string? cause) => new(2)
    {
        ["Error"] = Text(error),
        ["Cause"] = error == ErrorNames.Timeout ? Text(cause ?? "") : Text(cause),
    };

    private static Value Text(string? text) => text is null ? NullValue.Instance : new StringValue(text);

    private static DateTimeOffset Timestamp(FieldTemplate timestamp, EvaluationScope scope)
    {
        var text = timestamp.Text(scope);
        if (FieldValues.TryParseTimestamp(text, out var due)) return due;
        throw timestamp is PathTemplate path
            ? StateFailure.Runtime($"The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: {path.Path.Text} == {text}")
            : StateFailure.Evaluation(timestamp.Field, $"The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: {text}");
    }
}
