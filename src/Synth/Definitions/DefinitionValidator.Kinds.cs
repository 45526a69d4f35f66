using System.Text.Json;

namespace Aot.Synth.Definitions;

internal sealed partial class DefinitionValidator
{
    private static readonly string[] _always = ["Type", "Comment", "QueryLanguage"];
    private static readonly string[] _handlers = ["Retry", "Catch"];
    private static readonly string[] _continues = ["Assign", "Output", "Next", "End"];

    // What a state may hold in JSONata; the JSONPath fields (InputPath, Parameters, ResultPath …) are in none of them.
    private static readonly Dictionary<string, string[]> _fields = new(StringComparer.Ordinal)
    {
        ["Pass"] = [.. _always, .. _continues],
        ["Task"] = [.. _always, .. _continues, .. _handlers, "Resource", "Arguments", "TimeoutSeconds", "HeartbeatSeconds", "Credentials"],
        ["Choice"] = [.. _always, "Choices", "Default", "Assign", "Output"],
        ["Wait"] = [.. _always, .. _continues, "Seconds", "Timestamp"],
        ["Succeed"] = [.. _always, "Output"],
        ["Fail"] = [.. _always, "Error", "Cause"],
        ["Parallel"] = [.. _always, .. _continues, .. _handlers, "Branches", "Arguments"],
        ["Map"] =
        [
            .. _always, .. _continues, .. _handlers, "Items", "ItemSelector", "ItemProcessor", "MaxConcurrency", "ToleratedFailureCount",
            "ToleratedFailurePercentage", "ItemReader", "ItemBatcher", "ResultWriter", "Label",
        ],
    };

    private void CheckKind(string name, JsonElement state)
    {
        var type = Text(state, "Type");
        if (type is null || !_fields.TryGetValue(type, out var fields))
        {
            Report($"The state \"{name}\" has the unknown Type \"{type}\".");
            return;
        }

        CheckFields(state, $"The {type} state \"{name}\"", fields);
        var isEnd = state.TryGetProperty("End", out var end) && end.ValueKind == JsonValueKind.True;
        if (fields.Contains("Next") && isEnd == (Text(state, "Next") is not null))
            Report($"The state \"{name}\" needs either \"Next\" or \"End\": true.");
        CheckRequired(name, type, state);
        if (fields.Contains("Retry"))
            CheckHandlers(name, state);
    }

    private void CheckRequired(string name, string type, JsonElement state)
    {
        switch (type)
        {
            case "Task":
                if (Text(state, "Resource") is null)
                    Report($"The Task state \"{name}\" has no Resource.");
                if (Number(state, "HeartbeatSeconds") is { } heartbeat && Number(state, "TimeoutSeconds") is { } timeout && heartbeat >= timeout)
                    Report($"HeartbeatSeconds of \"{name}\" is not smaller than its TimeoutSeconds.");
                break;
            case "Choice":
                if (!IsFilledArray(state, "Choices", out var choices))
                    Report($"The Choice state \"{name}\" has no Choices.");
                else if (choices.EnumerateArray().Any(choice => !choice.TryGetProperty("Condition", out _) || Text(choice, "Next") is null))
                    Report($"A choice of \"{name}\" lacks its Condition or Next.");
                break;
            case "Wait":
                if (state.TryGetProperty("Seconds", out _) == state.TryGetProperty("Timestamp", out _))
                    Report($"The Wait state \"{name}\" needs either Seconds or Timestamp.");
                break;
            case "Parallel":
                if (!IsFilledArray(state, "Branches", out _))
                    Report($"The Parallel state \"{name}\" has no Branches.");
                break;
            case "Map":
                if (!state.TryGetProperty("ItemProcessor", out _))
                    Report($"The Map state \"{name}\" has no ItemProcessor.");
                break;
        }
    }

    private void CheckHandlers(string name, JsonElement state)
    {
        foreach (var list in _handlers)
        {
            if (!state.TryGetProperty(list, out var handlers))
                continue;
            var errors = handlers.ValueKind != JsonValueKind.Array ? [] : handlers.EnumerateArray().Select(Errors).ToArray();
            if (errors.Length == 0 || errors.Any(names => names.Length == 0))
                Report($"{list} of \"{name}\" has an entry without ErrorEquals.");
            for (var i = 0; i < errors.Length; i++)
            {
                if (errors[i].Contains("States.ALL") && (errors[i].Length > 1 || i < errors.Length - 1))
                    Report($"States.ALL in {list} of \"{name}\" does not stand alone in the last entry.");
            }
        }
    }

    // {% … %} has to span the whole string.
    private void CheckExpressions(string name, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                var text = element.GetString()!;
                if (text.StartsWith("{%", StringComparison.Ordinal) != text.EndsWith("%}", StringComparison.Ordinal))
                    Report($"The state \"{name}\" has an expression that is opened or closed only: {text}");
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    CheckExpressions(name, item);
                break;
            case JsonValueKind.Object:
                foreach (var field in element.EnumerateObject().Where(field => field.Name is not ("States" or "Branches" or "ItemProcessor")))
                    CheckExpressions(name, field.Value);
                break;
        }
    }

    private static string[] Errors(JsonElement handler)
        => handler.ValueKind == JsonValueKind.Object && IsFilledArray(handler, "ErrorEquals", out var names)
            ? [.. names.EnumerateArray().Select(error => error.ValueKind == JsonValueKind.String ? error.GetString()! : "")]
            : [];

    private static bool IsFilledArray(JsonElement element, string name, out JsonElement array)
        => element.TryGetProperty(name, out array) && array.ValueKind == JsonValueKind.Array && array.GetArrayLength() > 0;

    private static double? Number(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
