using Aot.Runtime.Logging;

namespace Aot.Runtime;

/// <summary>What Lambda says about one invocation.</summary>
/// <remarks>Source: Lambda runtime API, headers of the next-invocation response.</remarks>
public sealed class LambdaContext
{
    /// <summary>Id of this invocation; retries of the same event have the same one.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>ARN the caller used: function, version or alias.</summary>
    public string InvokedFunctionArn { get; init; } = "";

    /// <summary>X-Ray tracing header of this invocation; null when tracing gave none.</summary>
    public string? TraceId { get; init; }

    /// <summary>JSON of the mobile client's context; null unless an AWS mobile SDK invoked the function.</summary>
    public string? ClientContext { get; init; }

    /// <summary>JSON of the caller's Cognito identity; null unless an AWS mobile SDK invoked the function.</summary>
    public string? CognitoIdentity { get; init; }

    /// <summary>Tenant of a function with tenant isolation, else null.</summary>
    public string? TenantId { get; init; }

    /// <summary>When Lambda ends the invocation.</summary>
    public DateTimeOffset Deadline { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Clock behind <see cref="RemainingTime"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Writes log lines that carry this invocation's request id and trace id.</summary>
    public LambdaLog Log { get; init; } = LambdaLog.None;

    /// <summary>Time until <see cref="Deadline"/>; negative once it has passed.</summary>
    public TimeSpan RemainingTime => Deadline - Time.GetUtcNow();
}
