using System.Globalization;
using System.Text.Json.Nodes;

namespace Aot.Differential.Tests.Running;

/// <summary>Compares the two runs of a program.</summary>
internal static class Verdict
{
    private const string QueryError = "States.QueryEvaluationError";

    /// <summary>The difference, or null where both mean the same.</summary>
    /// <param name="native">The C#.</param>
    /// <param name="machine">The state machine.</param>
    /// <param name="isKnown">True where a documented difference got in the way, so that nothing was compared.</param>
    public static string? Compare(Run native, Run machine, out bool isKnown)
    {
        // Whole numbers of a state machine do not wrap around, and C#'s were checked to find out.
        isKnown = native.Foreign.Any(e => e is OverflowException);
        if (isKnown)
            return null;

        if (native.Foreign.Count > 0)
        {
            // An expression failed. Where C# caught that, a state machine did not (WF2011); what branches beside it did is not known.
            isKnown = !ReferenceEquals(native.Foreign[^1].GetType().Name, null) && native.Error != native.Foreign[^1].GetType().Name;
            return isKnown || machine.Error == QueryError ? null : $"an expression fails in C# with {native.Error}, and the state machine gives {Describe(machine)}";
        }

        if (native.Error != machine.Error || (native.Error is not null && native.Cause != Message(machine.Cause)))
            return $"C#: {Describe(native)}\nASL: {Describe(machine)}";
        var (expected, actual) = (native.Output is null ? null : Canonical(native.Output), machine.Output is null ? null : Canonical(machine.Output));
        if (expected != actual)
            return $"C#: {expected}\nASL: {actual}";
        var (calls, made) = (Ordered(native.Calls), Ordered(machine.Calls));
        return calls.SequenceEqual(made) ? null : $"calls of C#:\n  {string.Join("\n  ", calls)}\ncalls of ASL:\n  {string.Join("\n  ", made)}";
    }

    private static string Describe(Run run) => run.Error is null ? run.Output ?? "" : $"{run.Error}: {run.Cause}";

    // What a function reports is JSON; what the machine itself says is text.
    private static string? Message(string? cause)
    {
        try
        {
            return cause is ['{', ..] && JsonNode.Parse(cause) is JsonObject { } report && report["errorType"] is not null ? (string?)report["errorMessage"] : cause ?? "";
        }
        catch (System.Text.Json.JsonException)
        {
            return cause;
        }
    }

    // Numbers by value, members by name, times as points in time.
    private static string Canonical(string json) => Canonical(JsonNode.Parse(json));

    private static string Canonical(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject members => $"{{{string.Join(",", members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"\"{m.Key}\":{Canonical(m.Value)}"))}}}",
        JsonArray items => $"[{string.Join(",", items.Select(Canonical))}]",
        JsonValue value when value.TryGetValue(out double number) => (number + 0.0).ToString("R", CultureInfo.InvariantCulture),
        JsonValue value when value.TryGetValue(out string? text) => IsTime(text, out var time) ? time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) : $"\"{text}\"",
        _ => node.ToJsonString(),
    };

    private static bool IsTime(string text, out DateTimeOffset time)
    {
        time = default;
        return text.Length > 18 && text[4] == '-' && text.Contains('T') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out time);
    }

    // "/p1:0/m2:3|call": calls of one branch keep their order; branches that run at once are put in the order of their names.
    private static List<string> Ordered(IEnumerable<string> calls) => Ordered([.. calls], 1);

    private static List<string> Ordered(List<string> calls, int depth)
    {
        var ordered = new List<string>();
        for (var i = 0; i < calls.Count;)
        {
            if (Place(calls[i], depth).Length == 0)
            {
                ordered.Add(calls[i++]);
                continue;
            }

            var group = calls.Skip(i).TakeWhile(c => Place(c, depth).Length > 0).ToList();
            foreach (var branch in group.GroupBy(c => Place(c, depth)).OrderBy(g => g.Key, StringComparer.Ordinal))
                ordered.AddRange(Ordered([.. branch], depth + 1));
            i += group.Count;
        }

        return ordered;
    }

    private static string Place(string call, int depth)
    {
        var places = call[..call.IndexOf('|', StringComparison.Ordinal)].Split('/');
        return depth < places.Length ? places[depth] : "";
    }
}
