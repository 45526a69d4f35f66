using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

/// <summary>What an operation's result, or a part of it, looks like.</summary>
/// <param name="kind">string, number, boolean, object, array, map; any takes everything.</param>
internal sealed class ResultShape(string kind)
{
    public Dictionary<string, ResultShape> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>The members that a strict check wants; in the order of the API model.</summary>
    public List<string> Required { get; } = [];

    /// <summary>What an array or a map consists of.</summary>
    public ResultShape? Item { get; init; }

    /// <summary>The least number, or the least length of a string.</summary>
    public double? Min { get; init; }

    /// <summary>What a string may be.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The first thing that is wrong with a value, as a sentence; null when nothing is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="field">The name of the member it stands in; null for the whole result.</param>
    /// <param name="isStrict">Required members must be there.</param>
    public string? Problem(Value value, string? field, bool isStrict)
    {
        var subject = field is null ? "Result" : $"Field '{field}'";
        switch (kind, value)
        {
            case ("any", _):
                return null;
            case ("string", StringValue { Text: var text }):
                if (Values is not null && !Values.Contains(text)) return $"{subject} is not an expected value";
                return text.Length < Min ? $"{subject} is smaller than the minimum length" : null;
            case ("number", NumberValue { Number: var number }):
                return number < Min ? $"{subject} is less than the minimum value" : null;
            case ("boolean", BooleanValue):
                return null;
            case ("array", ArrayValue items):
                return items.Select(item => Item!.Problem(item, field, isStrict)).FirstOrDefault(problem => problem is not null);
            case ("map", ObjectValue entries):
                return entries.Select(entry => Item!.Problem(entry.Value, entry.Key, isStrict)).FirstOrDefault(problem => problem is not null);
            case ("object", ObjectValue members):
                if (isStrict && Required.Find(name => !members.Has(name)) is { } missing) return $"Required field '{missing}' is missing";
                return members.Select(member => Members.GetValueOrDefault(member.Key)?.Problem(member.Value, member.Key, isStrict)).FirstOrDefault(problem => problem is not null);
            default:
                return $"{subject} must be {(kind is "array" or "object" ? "an" : "a")} {(kind == "map" ? "object" : kind)}";
        }
    }
}
