namespace Aot.Authoring;

/// <summary>An HTTP task got no answer: no connection, or none within 60 s.</summary>
/// <param name="message">What failed.</param>
/// <remarks>
/// An answer of status 400 or above is <c>States.Http.StatusCode.404</c> and its like; declare the ones you handle:
/// <c>[ErrorName("States.Http.StatusCode.404")] public sealed class NoSuchUserException(string message) : Exception(message);</c>
/// </remarks>
[ErrorName("States.Http.Socket")]
public sealed class HttpSocketException(string message) : Exception(message);
