using Aot.Local.Json;

namespace Aot.Local.Services.EventBridge.Patterns;

/// <summary>An event pattern: which members an event must have, with which values.</summary>
/// <remarks>Source: EventBridge user guide, "Event patterns" and "Comparison operators".</remarks>
internal sealed class EventPattern
{
    private readonly PatternNode _root;

    private EventPattern(PatternNode root) => _root = root;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="ServiceException">InvalidEventPatternException: what is wrong, and where.</exception>
    public static EventPattern Parse(string json)
    {
        const int MaxCharacters = 4096; // EventBridge quotas, "Event pattern size"
        if (json.Length > MaxCharacters)
            throw Invalid($"it is longer than {MaxCharacters} characters");
        Value pattern;
        try
        {
            pattern = Value.Parse(json);
        }
        catch (JsonFormatException malformed)
        {
            throw Invalid(malformed.Message);
        }
        return pattern is ObjectValue { Count: > 0 } root
            ? new EventPattern(PatternReader.ReadObject(root, ""))
            : throw Invalid("it must be an object that is not empty");
    }

    public bool Matches(Value @event) => _root.Matches(@event);

    public static ServiceException Invalid(string why) => new("InvalidEventPatternException", $"Event pattern is not valid. Reason: {why}");
}
