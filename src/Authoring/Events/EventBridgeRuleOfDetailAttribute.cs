namespace Aot.Authoring;

/// <summary>Starts the workflow for each event whose detail is a <typeparamref name="TDetail"/>, with that detail as its input. Becomes a SAM <c>EventBridgeRule</c> event.</summary>
/// <typeparam name="TDetail">The parameter type of <c>RunAsync</c>; <see cref="Detail"/> may name its members only.</typeparam>
/// <remarks>Source: EventBridge user guide, "Event patterns".</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class EventBridgeRuleAttribute<TDetail> : Attribute
{
    /// <summary>Sources to match; any source where absent.</summary>
    public string[]? Source { get; init; }

    /// <summary>Detail types to match; any where absent.</summary>
    public string[]? DetailType { get; init; }

    /// <summary>The pattern of the detail as JSON text: <c>{"total":[{"numeric":[">",100]}]}</c>.</summary>
    public string? Detail { get; init; }

    /// <summary>Logical id of the event bus in the template; the account's default bus where absent.</summary>
    public string? Bus { get; init; }
}
