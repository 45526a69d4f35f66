namespace Aot.Authoring;

/// <summary>Starts the workflow for each matching event. Becomes a SAM <c>EventBridgeRule</c> event.</summary>
/// <param name="pattern">The event pattern as JSON text.</param>
/// <remarks>
/// The input is the whole event unless one of <see cref="InputPath"/> or <see cref="InputTemplate"/> (with <see cref="InputPaths"/>) selects from it.
/// Source: EventBridge user guide, "Event patterns" and "Input transformation".
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class EventBridgeRuleAttribute(string pattern) : Attribute
{
    /// <summary>The event pattern as JSON text.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>Logical id of the event bus in the template; the account's default bus where absent.</summary>
    public string? Bus { get; init; }

    /// <summary>JSONPath of the part of the event that is the input, such as <c>$.detail</c>.</summary>
    public string? InputPath { get; init; }

    /// <summary>JSON object of name → JSONPath: the values that <see cref="InputTemplate"/> may mention.</summary>
    public string? InputPaths { get; init; }

    /// <summary>The input as a template in which <c>&lt;name&gt;</c> stands for a value of <see cref="InputPaths"/>.</summary>
    public string? InputTemplate { get; init; }
}
