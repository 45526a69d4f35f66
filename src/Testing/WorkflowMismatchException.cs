namespace Aot.Testing;

/// <summary>The C# of a workflow and its state machine did different things.</summary>
/// <param name="message">What differs, both sides below each other.</param>
public sealed class WorkflowMismatchException(string message) : Exception(message);
