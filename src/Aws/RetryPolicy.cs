using Aot.Aws.Http;

namespace Aot.Aws;

/// <summary>Decides whether a call is made again, and waits before it: exponential, with full jitter, never beyond the deadline.</summary>
/// <param name="random">Gives numbers from 0 to 1.</param>
/// <param name="pause">Waits.</param>
/// <remarks>Source: AWS SDKs and Tools reference guide, "Retry behavior", standard mode.</remarks>
internal sealed class RetryPolicy(Func<double> random, Action<TimeSpan> pause)
{
    private const int MaxAttempts = 3;
    private const double BaseMilliseconds = 50;
    private const double MaxMilliseconds = 20_000;

    /// <summary>Random waits on the calling thread.</summary>
    public static RetryPolicy Default { get; } = new(Random.Shared.NextDouble, Sleep);

    /// <summary>Waits for the next attempt; false when there is none.</summary>
    public bool TryWait(int attempt, AwsServiceException failure, Deadline deadline)
        => IsTransient(failure.ErrorCode, failure.Status) && TryWait(attempt, deadline);

    /// <summary>Waits for the next attempt after a failure that is known to pass.</summary>
    public bool TryWait(int attempt, Deadline deadline)
    {
        if (attempt >= MaxAttempts)
            return false;
        var wait = TimeSpan.FromMilliseconds(random() * Math.Min(MaxMilliseconds, BaseMilliseconds * Math.Pow(2, attempt)));
        if (wait >= deadline.Remaining)
            return false;
        pause(wait);
        return true;
    }

    /// <summary>Whether the same call may go well a moment later.</summary>
    public static bool IsTransient(string code, int status) => status is 0 or 429 or 500 or 502 or 503 or 504 || code is
        "Throttling" or "ThrottlingException" or "ThrottledException" or "RequestThrottledException" or "TooManyRequestsException" or "RequestLimitExceeded"
        or "BandwidthLimitExceeded" or "LimitExceededException" or "RequestThrottled" or "SlowDown" or "PriorRequestNotComplete"
        or "ProvisionedThroughputExceededException" or "TransactionInProgressException" or "RequestTimeout" or "RequestTimeoutException"
        or "InternalFailure" or "InternalException" or "InternalServerError" or "InternalServiceException" or "ServiceUnavailable";

    // Thread.Sleep's kin in libc, without the thread machinery.
    private static unsafe void Sleep(TimeSpan time) => _ = Libc.Poll(null, 0, (int)Math.Ceiling(time.TotalMilliseconds));
}
