namespace Aot.Local.Lambda;

/// <summary>There is no executable to run the functions with; the message says why and what to do.</summary>
internal sealed class PublishException(string message) : Exception(message);
