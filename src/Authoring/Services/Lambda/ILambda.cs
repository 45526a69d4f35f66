namespace Aot.Authoring.Services.Lambda;

/// <summary>Lambda functions that are not written in this solution, as Step Functions tasks. Those that are, are called as the methods they are.</summary>
public interface ILambda
{
    /// <summary>Invokes a function and waits for its result.</summary>
    /// <typeparam name="TPayload">The event.</typeparam>
    /// <typeparam name="TResult">What the function returns.</typeparam>
    /// <remarks>An error of the function arrives under the name that it reports. Nothing is retried where no <see cref="RetryAttribute"/> says so.</remarks>
    [ServiceIntegration("arn:aws:states:::lambda:invoke")]
    Task<InvokeResponse<TResult>> InvokeAsync<TPayload, TResult>(InvokeRequest<TPayload> request);

    /// <summary>Invokes a function with <c>InvocationType.Event</c>: it is queued, and its result goes nowhere.</summary>
    /// <typeparam name="TPayload">The event.</typeparam>
    [ServiceIntegration("arn:aws:states:::lambda:invoke")]
    Task InvokeAsync<TPayload>(InvokeRequest<TPayload> request);

    /// <summary>Invokes a function with a task token and waits until somebody answers with the token (<c>SendTaskSuccess</c>).</summary>
    /// <typeparam name="TPayload">The event; it holds the token.</typeparam>
    /// <typeparam name="TResult">The answer.</typeparam>
    /// <param name="request">The invocation for a token.</param>
    /// <param name="timeout">After this <see cref="StatesTimeoutException"/>; a year where absent.</param>
    /// <param name="heartbeat">Longest time between two <c>SendTaskHeartbeat</c>, after which <see cref="StatesHeartbeatTimeoutException"/>.</param>
    [ServiceIntegration("arn:aws:states:::lambda:invoke.waitForTaskToken")]
    Task<TResult> InvokeAndWaitAsync<TPayload, TResult>(Func<string, InvokeRequest<TPayload>> request, TimeSpan? timeout = null, TimeSpan? heartbeat = null);
}

/// <summary>Source: Lambda API reference, Invoke.</summary>
/// <param name="FunctionName">The function.</param>
/// <param name="Payload">The event.</param>
/// <param name="InvocationType">RequestResponse where absent.</param>
[AwsShape]
public sealed record InvokeRequest<TPayload>(Function FunctionName, TPayload Payload, InvocationType? InvocationType = null);

/// <summary>How a function is invoked. Source: Lambda API reference, Invoke.</summary>
public enum InvocationType
{
    /// <summary>At once, and the result is waited for.</summary>
    RequestResponse,

    /// <summary>Through Lambda's own queue.</summary>
    Event,

    /// <summary>Only checks whether the function could be invoked.</summary>
    DryRun,
}

/// <summary>Source: Lambda API reference, Invoke.</summary>
/// <param name="Payload">What the function returned.</param>
/// <param name="StatusCode">200; 202 for events.</param>
[AwsShape]
public sealed record InvokeResponse<TResult>(TResult Payload, int StatusCode);

/// <summary>Lambda could not run a function for a reason that may pass; worth a retry.</summary>
/// <param name="message">What Lambda said.</param>
[ErrorName("Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException")]
public sealed class LambdaServiceException(string message) : Exception(message);

/// <summary>More invocations at once than the account or function may have; worth a retry.</summary>
/// <param name="message">What Lambda said.</param>
[ErrorName("Lambda.TooManyRequestsException")]
public sealed class TooManyRequestsException(string message) : Exception(message);

/// <summary>The function does not exist.</summary>
/// <param name="message">What Lambda said.</param>
[ErrorName("Lambda.ResourceNotFoundException")]
public sealed class FunctionNotFoundException(string message) : Exception(message);
