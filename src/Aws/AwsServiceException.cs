namespace Aot.Aws;

/// <summary>A service refused a call, or could not be reached, also after the retries.</summary>
public sealed class AwsServiceException : Exception
{
    internal AwsServiceException(string operation, string errorCode, int status, string detail, string? requestId, Exception? inner = null)
        : base($"{operation} failed: {errorCode}{(status > 0 ? $" ({status})" : "")}: {detail}{(requestId is null ? "" : $", request {requestId}")}", inner)
    {
        ErrorCode = errorCode;
        Status = status;
        RequestId = requestId;
        Detail = detail;
    }

    /// <summary>The service's name for the error, such as <c>ThrottlingException</c>; <c>ConnectionError</c> when there was no answer.</summary>
    public string ErrorCode { get; }

    /// <summary>HTTP status; 0 when there was no answer.</summary>
    public int Status { get; }

    /// <summary>Id under which the service knows the call; null when there was no answer.</summary>
    public string? RequestId { get; }

    /// <summary>What the service said.</summary>
    public string Detail { get; }
}
