using System.Diagnostics.CodeAnalysis;

namespace Aot.Local.Asl.Model;

/// <summary>A definition that was read: runnable, or the reasons why not.</summary>
/// <param name="Text">The JSON as it was given.</param>
/// <param name="Graph">Null when a diagnostic is an error.</param>
/// <param name="TimeoutSeconds">The machine's own time limit.</param>
/// <param name="Diagnostics">In document order.</param>
internal sealed record StateMachineDefinition(
    string Text, StateGraph? Graph, long? TimeoutSeconds, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether it can be run.</summary>
    [MemberNotNullWhen(true, nameof(Graph))]
    public bool IsValid => Graph is not null;

    /// <summary>The service's sentence about an invalid definition.</summary>
    public string RefusalMessage =>
        $"Invalid State Machine Definition: '{string.Join(", ", Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))}'";
}

/// <summary>States that run as one thread: the machine itself, a Parallel branch, a Map's item processor.</summary>
internal sealed class StateGraph(string location, IReadOnlyDictionary<string, State> states)
{
    /// <summary>Path in the definition; empty for the machine.</summary>
    public string Location { get; } = location;

    public IReadOnlyDictionary<string, State> States { get; } = states;

    /// <summary>Where it begins; set once by the reader.</summary>
    public State Start { get; set; } = null!;
}

/// <summary>The machine types; they differ in limits, history and the integration patterns they allow.</summary>
internal enum WorkflowType
{
    Standard,
    Express,
}

/// <summary>The language of a state's fields.</summary>
internal enum QueryLanguage
{
    JsonPath,
    Jsonata,
}
