using Microsoft.CodeAnalysis;

namespace Aot.Generators.Dispatch;

/// <summary>One function as the dispatch calls it.</summary>
/// <param name="Name">What <c>_HANDLER</c> says.</param>
/// <param name="Type">Full name of the class.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Instance">How the class is made; null when the method is static.</param>
internal sealed record Handler(string Name, string Type, string Method, string? Instance, List<HandlerParameter> Parameters, HandlerResult Result)
{
    public IEnumerable<HandlerParameter> Payloads => Parameters.Where(p => p.Source == ParameterSource.Payload);
}

/// <summary>Where a parameter's value comes from.</summary>
internal enum ParameterSource
{
    /// <summary>The event's JSON, read.</summary>
    Payload,

    /// <summary>The event's bytes as they are.</summary>
    RawPayload,

    /// <summary>The invocation's context.</summary>
    Context,

    /// <summary>The invocation's context as AWS's own packages know it.</summary>
    AmazonContext,

    /// <summary>The deadline's token.</summary>
    Deadline,
}

/// <summary>One parameter of a function; <paramref name="Shape"/> is null unless it is read from JSON.</summary>
internal sealed record HandlerParameter(string Name, ParameterSource Source, JsonShape? Shape);

/// <summary>What a function returns.</summary>
/// <param name="Awaitable">Full name of the task type; null when the value comes at once.</param>
/// <param name="Shape">The value; null when there is none or it is raw.</param>
/// <param name="IsRaw">Whether the value is JSON bytes.</param>
internal sealed record HandlerResult(string? Awaitable, JsonShape? Shape, bool IsRaw);
