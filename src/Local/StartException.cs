namespace Aot.Local;

/// <summary>Something of the machine is missing: a port, a tool.</summary>
internal sealed class StartException(string message) : Exception(message);
