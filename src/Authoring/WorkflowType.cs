namespace Aot.Authoring;

/// <summary>How Step Functions runs and bills a workflow.</summary>
public enum WorkflowType
{
    /// <summary>Exactly once, up to a year, billed by state transition.</summary>
    Standard,

    /// <summary>At least once, up to 5 minutes, billed by duration; no callbacks and no <c>.sync</c> tasks.</summary>
    Express,
}
