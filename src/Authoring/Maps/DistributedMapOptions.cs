namespace Aot.Authoring;

/// <summary>How <c>Flow.DistributedMapAsync</c> runs its items, each as an execution of its own.</summary>
/// <param name="ExecutionType">Standard or Express child executions.</param>
/// <param name="Label">Part of the ARNs of the Map Run and its executions: 1 to 40 letters, digits, <c>-</c> and <c>_</c>; unique in the machine. The service's own where absent.</param>
/// <param name="MaxConcurrency">Executions at a time, at most 10,000; null leaves it to Step Functions.</param>
/// <param name="ToleratedFailureCount">How many items may fail before the map does with <c>States.ExceedToleratedFailureThreshold</c>; none where absent.</param>
/// <param name="ToleratedFailurePercentage">The same in percent of all items, 0 to 100. Where both are given, exceeding one is enough.</param>
/// <remarks>
/// Which results a map has whose items failed tolerably is not documented: with a tolerance the body returns nothing, or a <see cref="ResultWriter"/>
/// takes the results.
/// </remarks>
[AwsShape]
public sealed record DistributedMapOptions(
    WorkflowType ExecutionType = WorkflowType.Standard,
    string? Label = null,
    int? MaxConcurrency = null,
    int? ToleratedFailureCount = null,
    int? ToleratedFailurePercentage = null);
