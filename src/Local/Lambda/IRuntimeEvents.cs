namespace Aot.Local.Lambda;

/// <summary>What a process tells and asks through its Runtime API.</summary>
internal interface IRuntimeEvents
{
    /// <summary>Waits for the process's next event; asking for it ends the one before, and the first time, initialization.</summary>
    Task<Delivery> NextAsync(CancellationToken cancellationToken);

    /// <summary>Takes the handler's result; false when the process does not hold that invocation.</summary>
    bool Complete(string requestId, byte[] payload);

    /// <summary>Takes the handler's error object; false when the process does not hold that invocation.</summary>
    bool Fail(string requestId, byte[] errorPayload);

    /// <summary>Takes the reason why the process cannot start; false after its first event.</summary>
    bool FailInit(byte[] errorPayload);
}

/// <summary>An invocation handed to a process, and when its time is up.</summary>
internal sealed record Delivery(Invocation Invocation, DateTimeOffset Deadline, string FunctionArn);
