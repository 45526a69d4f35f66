namespace Aot.Aws.Http;

/// <summary>A call got no answer: no connection, a broken one, none in time, or something that is not HTTP.</summary>
/// <param name="message">What was tried, on what, and what came back.</param>
/// <param name="isStale">Whether a kept connection had been closed before the call: it may be made anew at once.</param>
internal sealed class TransportException(string message, bool isStale = false) : Exception(message)
{
    public bool IsStale { get; } = isStale;
}
