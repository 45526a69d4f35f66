namespace Aot.Authoring;

/// <summary>A distributed map could not read its items: no such object, no access, or a file of another form.</summary>
/// <param name="message">What failed.</param>
[ErrorName("States.ItemReaderFailed")]
public sealed class ItemReaderFailedException(string message) : Exception(message);
