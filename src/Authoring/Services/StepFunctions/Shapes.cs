namespace Aot.Authoring.Services.StepFunctions;

/// <summary>Source: Step Functions API reference, StartExecution.</summary>
/// <param name="StateMachineArn">The machine: <c>StateMachineResource.Of&lt;TWorkflow&gt;()</c>.</param>
/// <param name="Input">The execution's input.</param>
/// <param name="Name">1 to 80 characters, unique for 90 days; the service's own where absent.</param>
[AwsShape]
public sealed record StartExecutionRequest<TInput>(StateMachineResource StateMachineArn, TInput Input, [ValueRange(1, 80)] string? Name = null);

/// <summary>Source: Step Functions API reference, StartExecution.</summary>
/// <param name="ExecutionArn">ARN of the started execution.</param>
[AwsShape]
public sealed record StartExecutionResponse(string ExecutionArn);

/// <summary>An execution that succeeded. Source: Step Functions API reference, DescribeExecution.</summary>
/// <param name="Output">The execution's output.</param>
/// <param name="ExecutionArn">ARN of the execution.</param>
/// <param name="Name">Name of the execution.</param>
[AwsShape]
public sealed record RunExecutionResponse<TOutput>(TOutput Output, string ExecutionArn, string Name);

/// <summary>Source: Step Functions API reference, DescribeExecution.</summary>
/// <param name="ExecutionArn">ARN of the execution.</param>
[AwsShape]
public sealed record DescribeExecutionRequest(string ExecutionArn);

/// <summary>Source: Step Functions API reference, DescribeExecution.</summary>
/// <param name="Status">RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED or PENDING_REDRIVE.</param>
/// <param name="Output">JSON text of the output of one that succeeded.</param>
/// <param name="Error">Error name of one that failed.</param>
/// <param name="Cause">What went wrong.</param>
[AwsShape]
public sealed record DescribeExecutionResponse(string Status, string? Output = null, string? Error = null, string? Cause = null);

/// <summary>Source: Step Functions API reference, StopExecution.</summary>
/// <param name="ExecutionArn">ARN of the execution.</param>
/// <param name="Error">Error name that it ends with.</param>
/// <param name="Cause">Why it is stopped.</param>
[AwsShape]
public sealed record StopExecutionRequest(string ExecutionArn, [ValueRange(0, 256)] string? Error = null, [ValueRange(0, 32_768)] string? Cause = null);

/// <summary>Source: Step Functions API reference, SendTaskSuccess.</summary>
/// <param name="TaskToken">The token.</param>
/// <param name="Output">The task's result.</param>
[AwsShape]
public sealed record SendTaskSuccessRequest<TOutput>(string TaskToken, [property: JsonText] TOutput Output);

/// <summary>Source: Step Functions API reference, SendTaskFailure.</summary>
/// <param name="TaskToken">The token.</param>
/// <param name="Error">The error name: the simple name of the exception that the workflow catches.</param>
/// <param name="Cause">What went wrong.</param>
[AwsShape]
public sealed record SendTaskFailureRequest(string TaskToken, [ValueRange(0, 256)] string? Error = null, [ValueRange(0, 32_768)] string? Cause = null);

/// <summary>Source: Step Functions API reference, SendTaskHeartbeat.</summary>
/// <param name="TaskToken">The token.</param>
[AwsShape]
public sealed record SendTaskHeartbeatRequest(string TaskToken);
