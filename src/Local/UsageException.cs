namespace Aot.Local;

/// <summary>What the user gave cannot be used; the message says why.</summary>
internal sealed class UsageException(string problem) : Exception(problem);
