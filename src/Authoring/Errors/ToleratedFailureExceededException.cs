namespace Aot.Authoring;

/// <summary>More items of a distributed map failed than it tolerates. What failed them stands in the Map Run, not here.</summary>
/// <param name="message">What Step Functions says about it.</param>
/// <param name="first">Natively, what the first item failed with.</param>
[ErrorName("States.ExceedToleratedFailureThreshold")]
public sealed class ToleratedFailureExceededException(string message, Exception? first = null) : Exception(message, first);
