namespace Aot.Local.Lambda;

/// <summary>One event on its way to a function's process.</summary>
/// <param name="ClientContext">The caller's <c>X-Amz-Client-Context</c>, already decoded from Base64.</param>
internal sealed record Invocation(string RequestId, byte[] Payload, string TraceId, string? ClientContext = null)
{
    /// <summary>Makes an invocation with fresh request and trace ids.</summary>
    public static Invocation Of(byte[] payload, TimeProvider time, string? clientContext = null)
    {
        var id = Guid.NewGuid();
        var digits = id.ToString("N");
        var traceId = $"Root=1-{time.GetUtcNow().ToUnixTimeSeconds():x8}-{digits[..24]};Parent={digits[16..]};Sampled=0";
        return new Invocation(id.ToString(), payload, traceId, clientContext);
    }
}
