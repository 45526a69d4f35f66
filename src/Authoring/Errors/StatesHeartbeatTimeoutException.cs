namespace Aot.Authoring;

/// <summary>A worker sent no heartbeat for longer than the task's <c>HeartbeatSeconds</c>.</summary>
/// <param name="message">What was silent.</param>
[ErrorName("States.HeartbeatTimeout")]
public sealed class StatesHeartbeatTimeoutException(string message) : Exception(message);
