using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Aot.Synth.Definitions;

/// <summary>Checks that a definition has the form the States Language asks for, since no linter in the way to a deployment does.</summary>
/// <remarks>Source: States Language (states-language.net) with the JSONata fields; Step Functions developer guide, "Quotas".</remarks>
internal sealed partial class DefinitionValidator
{
    private const int MaxDefinitionBytes = 1024 * 1024; // Step Functions quotas, "Maximum request size"
    private const int MaxStateNameLength = 80; // States Language, "States"

    private readonly List<string> _mistakes = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <param name="definition">The JSON text.</param>
    /// <param name="substitutions">The names that <c>${…}</c> may use.</param>
    /// <returns>A sentence per mistake; empty for a sound definition.</returns>
    public static IReadOnlyList<string> Validate(string definition, IReadOnlySet<string> substitutions)
    {
        var validator = new DefinitionValidator();
        try
        {
            using var document = JsonDocument.Parse(definition);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return ["It is no JSON object."];
            validator.CheckMachine(document.RootElement, definition, substitutions);
        }
        catch (JsonException exception)
        {
            return [$"It is no JSON: {exception.Message}"];
        }

        return validator._mistakes;
    }

    private void CheckMachine(JsonElement root, string definition, IReadOnlySet<string> substitutions)
    {
        var bytes = Encoding.UTF8.GetByteCount(definition);
        if (bytes > MaxDefinitionBytes)
            Report($"It has {bytes} bytes; the limit is {MaxDefinitionBytes}.");
        if (Text(root, "QueryLanguage") != "JSONata")
            Report("\"QueryLanguage\" is not \"JSONata\".");
        CheckFields(root, "The state machine", ["Comment", "QueryLanguage", "Version", "TimeoutSeconds", "StartAt", "States"]);
        CheckScope(root, "the state machine");

        var used = PlaceholderPattern().Matches(definition).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var name in used.Except(substitutions).Order(StringComparer.Ordinal))
            Report($"${{{name}}} has no entry in DefinitionSubstitutions.");
        foreach (var name in substitutions.Except(used).Order(StringComparer.Ordinal))
            Report($"DefinitionSubstitutions has \"{name}\", which the definition does not use.");
    }

    private void CheckScope(JsonElement scope, string owner)
    {
        if (!scope.TryGetProperty("States", out var states) || states.ValueKind != JsonValueKind.Object || !states.EnumerateObject().Any())
        {
            Report($"{owner} has no States.");
            return;
        }

        var start = Text(scope, "StartAt");
        if (start is null || !states.TryGetProperty(start, out _))
            Report($"StartAt of {owner} names \"{start}\", which is not among its States.");
        foreach (var state in states.EnumerateObject())
            CheckState(state.Name, state.Value, states);
        CheckReachable(start, states);
    }

    private void CheckState(string name, JsonElement state, JsonElement states)
    {
        if (name.Length is 0 or > MaxStateNameLength)
            Report($"The state name \"{name}\" has {name.Length} characters; 1 to {MaxStateNameLength} are allowed.");
        if (!_names.Add(name))
            Report($"The state name \"{name}\" occurs twice.");
        if (state.ValueKind != JsonValueKind.Object)
        {
            Report($"The state \"{name}\" is no object.");
            return;
        }

        foreach (var target in StateTargets.Of(state).Where(target => !states.TryGetProperty(target, out _)))
            Report($"The state \"{name}\" goes to \"{target}\", which is not in its scope.");
        CheckKind(name, state);
        CheckExpressions(name, state);
        foreach (var (scope, owner) in Scopes(name, state))
            CheckScope(scope, owner);
    }

    private void CheckReachable(string? start, JsonElement states)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(start is null ? [] : [start]);
        while (open.TryDequeue(out var name))
        {
            if (!states.TryGetProperty(name, out var state) || !reached.Add(name) || state.ValueKind != JsonValueKind.Object)
                continue;
            foreach (var target in StateTargets.Of(state))
                open.Enqueue(target);
        }

        foreach (var state in states.EnumerateObject().Where(state => !reached.Contains(state.Name)))
            Report($"The state \"{state.Name}\" cannot be reached.");
    }

    private static IEnumerable<(JsonElement Scope, string Owner)> Scopes(string name, JsonElement state)
    {
        if (state.TryGetProperty("ItemProcessor", out var processor))
            yield return (processor, $"the ItemProcessor of \"{name}\"");
        if (state.TryGetProperty("Branches", out var branches) && branches.ValueKind == JsonValueKind.Array)
        {
            foreach (var branch in branches.EnumerateArray())
                yield return (branch, $"a branch of \"{name}\"");
        }
    }

    private void CheckFields(JsonElement element, string owner, IReadOnlyCollection<string> allowed)
    {
        foreach (var field in element.EnumerateObject().Where(field => !allowed.Contains(field.Name)))
            Report($"{owner} has the field \"{field.Name}\", which does not belong there.");
    }

    private void Report(string sentence) => _mistakes.Add(sentence);

    private static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"\$\{([A-Za-z0-9_]+)\}")]
    private static partial Regex PlaceholderPattern();
}
