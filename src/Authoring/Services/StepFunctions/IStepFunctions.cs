namespace Aot.Authoring.Services.StepFunctions;

/// <summary>Other state machines as Step Functions tasks.</summary>
public interface IStepFunctions
{
    /// <summary>Starts an execution and does not wait for it.</summary>
    [ServiceIntegration("arn:aws:states:::states:startExecution")]
    Task<StartExecutionResponse> StartExecutionAsync<TInput>(StartExecutionRequest<TInput> request);
}

/// <summary>Source: Step Functions API reference, StartExecution.</summary>
/// <param name="StateMachineArn">The machine: <c>StateMachineResource.Of&lt;TWorkflow&gt;()</c>.</param>
/// <param name="Input">The execution's input.</param>
/// <param name="Name">1 to 80 characters, unique for 90 days; the service's own where absent.</param>
[AwsShape]
public sealed record StartExecutionRequest<TInput>(StateMachineResource StateMachineArn, TInput Input, string? Name = null);

/// <summary>Source: Step Functions API reference, StartExecution.</summary>
/// <param name="ExecutionArn">ARN of the started execution.</param>
[AwsShape]
public sealed record StartExecutionResponse(string ExecutionArn);
