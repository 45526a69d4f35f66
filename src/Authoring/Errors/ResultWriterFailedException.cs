namespace Aot.Authoring;

/// <summary>A distributed map could not write its results.</summary>
/// <param name="message">What failed.</param>
[ErrorName("States.ResultWriterFailed")]
public sealed class ResultWriterFailedException(string message) : Exception(message);
