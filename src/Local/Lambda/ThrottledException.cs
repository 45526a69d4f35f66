namespace Aot.Local.Lambda;

/// <summary>All processes a function may have are busy; Lambda answers <c>TooManyRequestsException</c>.</summary>
internal sealed class ThrottledException(string functionName, int limit)
    : Exception($"Rate Exceeded: all {limit} concurrent executions of {functionName} are in use.");
