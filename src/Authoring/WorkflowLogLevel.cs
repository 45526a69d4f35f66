namespace Aot.Authoring;

/// <summary>Which events of its executions a state machine logs.</summary>
/// <remarks>Source: Step Functions developer guide, "Log levels for Step Functions execution events".</remarks>
public enum WorkflowLogLevel
{
    /// <summary>What fails: retries, caught errors and failed executions.</summary>
    Error,

    /// <summary>Every event.</summary>
    All,

    /// <summary>Executions that fail.</summary>
    Fatal,

    /// <summary>Nothing; the machine gets no log group.</summary>
    Off,
}
