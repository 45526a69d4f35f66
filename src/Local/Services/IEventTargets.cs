using Aot.Local.Json;

namespace Aot.Local.Services;

/// <summary>Delivers events to what an ARN names: a function, a queue, a state machine, a bus.</summary>
internal interface IEventTargets
{
    /// <summary>Hands the payload over; returns when the target has accepted it, not when it has worked on it.</summary>
    /// <param name="payload">A queue gets text as it is, anything else as JSON.</param>
    /// <exception cref="ServiceException">The target does not exist or refused; the caller decides on retries.</exception>
    ValueTask DeliverAsync(string targetArn, Value payload, CancellationToken cancellationToken);
}
