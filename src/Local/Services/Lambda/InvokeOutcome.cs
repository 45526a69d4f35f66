namespace Aot.Local.Services.Lambda;

/// <summary>An answered Invoke.</summary>
/// <param name="Status">200 with a payload, 202 for a queued event, 204 for a dry run.</param>
/// <param name="LogTail">The end of the log, once the process has finished with the event.</param>
internal sealed record InvokeOutcome(int Status, byte[] Payload, bool IsError, Task<string>? LogTail);
