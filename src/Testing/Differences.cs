using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aot.Testing;

/// <summary>Compares two runs of a workflow.</summary>
internal static class Differences
{
    // What a state machine calls every failing expression; C# has an exception of its own for each.
    private const string QueryError = "States.QueryEvaluationError";

    /// <summary>What differs, both sides below each other; null where nothing does.</summary>
    public static string? Between(WorkflowRun native, WorkflowRun machine, bool isConcurrent)
    {
        var (expected, actual) = (Lines(native, isConcurrent), Lines(machine, isConcurrent));
        if (machine.Error == QueryError && native.Error is not null)
            (expected[0], actual[0]) = ("", "");
        if (expected.SequenceEqual(actual))
            return null;
        var first = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"first difference:\n  C#  {expected.ElementAtOrDefault(first) ?? "(no further call)"}\n  ASL {actual.ElementAtOrDefault(first) ?? "(no further call)"}\n"
            + $"C#:\n  {string.Join("\n  ", expected)}\nASL:\n  {string.Join("\n  ", actual)}";
    }

    // How it ended, then the calls.
    private static List<string> Lines(WorkflowRun run, bool isConcurrent)
    {
        var calls = run.Calls.Select(c => new WorkflowCall(c.Method, Canonical(c.Arguments)).ToString());
        return [run.Succeeded ? $"returns {Canonical(run.Output!)}" : $"fails with {run.Error}: {run.Message}", .. isConcurrent ? calls.Order(StringComparer.Ordinal) : calls];
    }

    /// <summary>JSON as values: members by name, numbers by value, times as points in time.</summary>
    internal static string Canonical(string json) => Canonical(JsonNode.Parse(json));

    private static string Canonical(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject members => $"{{{string.Join(",", members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"\"{m.Key}\":{Canonical(m.Value)}"))}}}",
        JsonArray items => $"[{string.Join(",", items.Select(Canonical))}]",
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out double number) => (number + 0.0).ToString("R", CultureInfo.InvariantCulture),
        JsonValue value when value.TryGetValue(out string? text) && IsTime(text, out var time) => $"\"{time.ToUniversalTime():O}\"",
        _ => node.ToJsonString(),
    };

    private static bool IsTime(string text, out DateTimeOffset time)
    {
        time = default;
        return text.Length > 18 && text[4] == '-' && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out time);
    }
}
