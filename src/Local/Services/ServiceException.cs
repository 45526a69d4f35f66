using Aot.Local.Json;

namespace Aot.Local.Services;

/// <summary>A service's refusal, in the terms of its API reference.</summary>
/// <param name="code">The error shape's name: <c>ResourceNotFoundException</c>, <c>QueueDoesNotExist</c>, EC2: <c>InvalidInstanceID.NotFound</c>.</param>
/// <param name="message">The sentence the client sees.</param>
/// <param name="status">The HTTP status; below 500 means the caller's fault.</param>
internal sealed class ServiceException(string code, string message, int status = 400) : Exception(message)
{
    /// <summary>The error shape's name.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The code of the older Query protocol where it differs (<c>AWS.SimpleQueueService.NonExistentQueue</c>); sent as x-amzn-query-error.</summary>
    public string? QueryCode { get; init; }

    /// <summary>Members of the error shape beside the message: the failed item, cancellation reasons.</summary>
    public ObjectValue? Members { get; init; }
}
