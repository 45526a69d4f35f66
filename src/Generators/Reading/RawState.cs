using Aot.Generators.Asl;

namespace Aot.Generators.Reading;

/// <summary>The JSON of a <c>[RawState]</c>: one state, without what C# says.</summary>
internal static class RawState
{
    private static readonly Dictionary<string, string[]> _fields = new(StringComparer.Ordinal)
    {
        ["Task"] = ["Resource", "Arguments", "TimeoutSeconds", "HeartbeatSeconds", "Output"],
        ["Pass"] = ["Output"],
        ["Wait"] = ["Seconds", "Timestamp", "Output"],
    };

    private static readonly Dictionary<string, string> _instead = new(StringComparer.Ordinal)
    {
        ["Next"] = "the statement behind the call follows; leave it out",
        ["End"] = "the statement behind the call decides; leave it out",
        ["Catch"] = "write 'try' and 'catch' around the call",
        ["Retry"] = "write [Retry] on the method",
        ["Credentials"] = "write [Credentials] on the method",
        ["Assign"] = "assign the result of the call, which is the Output",
        ["QueryLanguage"] = "it is JSONata; leave it out",
    };

    /// <summary>The state, or null where <paramref name="problem"/> says why it is none.</summary>
    public static JsonMembers? Read(string text, out string problem)
    {
        if (JsonReader.Read(text, out problem) is not { } json)
            return null;
        if (json is not JsonMembers state || (state["Type"] as JsonWord)?.Text is not { } type)
        {
            problem = "it is an object with a \"Type\"";
            return null;
        }

        problem = Problem(state, type) ?? "";
        return problem.Length == 0 ? state : null;
    }

    private static string? Problem(JsonMembers state, string type)
    {
        if (!_fields.TryGetValue(type, out var fields))
            return $"its Type is {type}; a raw state is a Task, Pass or Wait, and C# has a construct for the others";
        var names = state.Members.Select(m => m.Name).ToArray();
        if (names.FirstOrDefault(n => n is not ("Type" or "Comment") && !fields.Contains(n)) is { } wrong)
            return $"'{wrong}' does not belong here: " + (_instead.TryGetValue(wrong, out var instead) ? instead : $"a {type} has {string.Join(", ", fields)}");
        if (names.Distinct().Count() != names.Length)
            return "a field stands twice";
        return type switch
        {
            "Task" when state["Resource"] is not JsonWord => "a Task has a \"Resource\"",
            "Wait" when names.Contains("Seconds") == names.Contains("Timestamp") => "a Wait has either \"Seconds\" or \"Timestamp\"",
            _ => null,
        };
    }
}
