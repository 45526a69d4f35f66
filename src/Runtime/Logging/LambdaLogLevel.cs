namespace Aot.Runtime.Logging;

/// <summary>How grave a log line is; the order is Lambda's.</summary>
/// <remarks>Source: Lambda developer guide, "Log-level filtering".</remarks>
public enum LambdaLogLevel
{
    /// <summary>Every step.</summary>
    Trace,

    /// <summary>For finding faults.</summary>
    Debug,

    /// <summary>The normal course of things.</summary>
    Information,

    /// <summary>Unexpected, and handled.</summary>
    Warning,

    /// <summary>This invocation failed.</summary>
    Error,

    /// <summary>The function cannot go on.</summary>
    Critical,
}
