namespace Aot.Authoring;

/// <summary>A task took longer than its <c>TimeoutSeconds</c>, or a Lambda function longer than its own timeout.</summary>
/// <param name="message">What timed out.</param>
[ErrorName("States.Timeout", "Sandbox.Timedout")]
public sealed class StatesTimeoutException(string message) : Exception(message);
