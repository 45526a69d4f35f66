namespace Aot.Authoring;

/// <summary>Any task failure but a timeout.</summary>
/// <param name="message">What failed.</param>
[ErrorName("States.TaskFailed")]
public sealed class StatesTaskFailedException(string message) : Exception(message);
