namespace Aot.Aws.Http;

/// <summary>The moment a call, its retries included, has to be over.</summary>
internal readonly struct Deadline(TimeProvider time, TimeSpan timeout)
{
    private readonly long _start = time.GetTimestamp();

    public TimeSpan Remaining => timeout - time.GetElapsedTime(_start);
}
