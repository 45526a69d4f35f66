namespace Aot.Runtime.RuntimeApi;

/// <summary>The runtime API cannot be spoken to, or answered what it must not: the end of this process.</summary>
internal sealed class RuntimeApiException(string message) : Exception(message);
