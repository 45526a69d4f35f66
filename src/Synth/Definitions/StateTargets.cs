using System.Text.Json;

namespace Aot.Synth.Definitions;

/// <summary>Where a state may go: its <c>Next</c>, the choices' and <c>Default</c>, the catchers'.</summary>
internal static class StateTargets
{
    public static IEnumerable<string> Of(JsonElement state)
    {
        foreach (var name in (string[])["Next", "Default"])
        {
            if (Text(state, name) is { } target)
                yield return target;
        }

        foreach (var list in (string[])["Choices", "Catch"])
        {
            if (!state.TryGetProperty(list, out var entries) || entries.ValueKind != JsonValueKind.Array)
                continue;
            foreach (var entry in entries.EnumerateArray())
            {
                if (Text(entry, "Next") is { } target)
                    yield return target;
            }
        }
    }

    private static string? Text(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
