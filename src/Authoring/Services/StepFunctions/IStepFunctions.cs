namespace Aot.Authoring.Services.StepFunctions;

/// <summary>Other state machines as Step Functions tasks.</summary>
public interface IStepFunctions
{
    /// <summary>Starts an execution and does not wait for it.</summary>
    /// <exception cref="ExecutionAlreadyExistsException">An execution of this name ran with another input.</exception>
    [ServiceIntegration("arn:aws:states:::states:startExecution", IdempotentBy = "Name")]
    Task<StartExecutionResponse> StartAsync<TInput>(StartExecutionRequest<TInput> request);

    /// <summary>Starts an execution and waits for its output (<c>.sync:2</c>).</summary>
    /// <typeparam name="TInput">The execution's input.</typeparam>
    /// <typeparam name="TOutput">The execution's output.</typeparam>
    /// <param name="request">What to start.</param>
    /// <param name="timeout">After this <see cref="StatesTimeoutException"/>; a year where absent.</param>
    /// <exception cref="StatesTaskFailedException">The execution failed, timed out or was stopped.</exception>
    [ServiceIntegration("arn:aws:states:::states:startExecution.sync:2", IdempotentBy = "Name")]
    Task<RunExecutionResponse<TOutput>> RunAsync<TInput, TOutput>(StartExecutionRequest<TInput> request, TimeSpan? timeout = null);

    /// <summary>Starts an execution that knows a task token and waits until somebody answers with the token (<c>SendTaskSuccess</c>).</summary>
    /// <typeparam name="TInput">The execution's input; it holds the token.</typeparam>
    /// <typeparam name="TResult">The answer.</typeparam>
    /// <param name="request">What to start for a token.</param>
    /// <param name="timeout">After this <see cref="StatesTimeoutException"/>; a year where absent.</param>
    /// <param name="heartbeat">Longest time between two <c>SendTaskHeartbeat</c>, after which <see cref="StatesHeartbeatTimeoutException"/>.</param>
    [ServiceIntegration("arn:aws:states:::states:startExecution.waitForTaskToken", IdempotentBy = "Name")]
    Task<TResult> StartAndWaitAsync<TInput, TResult>(Func<string, StartExecutionRequest<TInput>> request, TimeSpan? timeout = null, TimeSpan? heartbeat = null);

    /// <summary>Says how an execution of a Standard workflow is doing.</summary>
    /// <exception cref="ExecutionDoesNotExistException">It does not exist, or ended more than 90 days ago.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sfn:describeExecution")]
    [TaskPermission("states:DescribeExecution", "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:*")]
    Task<DescribeExecutionResponse> DescribeExecutionAsync(DescribeExecutionRequest request);

    /// <summary>Stops an execution of a Standard workflow; it ends as ABORTED.</summary>
    /// <exception cref="ExecutionDoesNotExistException">It does not exist.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sfn:stopExecution")]
    [TaskPermission("states:StopExecution", "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:*")]
    Task StopExecutionAsync(StopExecutionRequest request);

    /// <summary>Answers a task token: the task that waits for it succeeds.</summary>
    /// <exception cref="InvalidTokenException">It is no token.</exception>
    /// <exception cref="TaskTimedOutException">Nobody waits for it any more.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sfn:sendTaskSuccess")]
    [TaskPermission("states:SendTaskSuccess", "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:*")]
    Task SendTaskSuccessAsync<TOutput>(SendTaskSuccessRequest<TOutput> request);

    /// <summary>Answers a task token: the task that waits for it fails under a name that its workflow can catch.</summary>
    /// <exception cref="InvalidTokenException">It is no token.</exception>
    /// <exception cref="TaskTimedOutException">Nobody waits for it any more.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sfn:sendTaskFailure")]
    [TaskPermission("states:SendTaskFailure", "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:*")]
    Task SendTaskFailureAsync(SendTaskFailureRequest request);

    /// <summary>Says that the work behind a task token goes on.</summary>
    /// <exception cref="InvalidTokenException">It is no token.</exception>
    /// <exception cref="TaskTimedOutException">Nobody waits for it any more.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:sfn:sendTaskHeartbeat")]
    [TaskPermission("states:SendTaskHeartbeat", "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:*")]
    Task SendTaskHeartbeatAsync(SendTaskHeartbeatRequest request);
}
