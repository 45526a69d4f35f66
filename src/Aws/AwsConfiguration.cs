namespace Aot.Aws;

/// <summary>What a client is told by the environment: region, credentials, endpoints.</summary>
/// <param name="read">Gives the value of an environment variable, null when it is not set.</param>
/// <param name="time">Clock of signatures and timeouts; the system's when null.</param>
/// <remarks>Source: AWS SDKs and Tools reference guide. Nothing is read before the first call, so that a client can be made anywhere.</remarks>
public sealed class AwsConfiguration(Func<string, string?> read, TimeProvider? time = null)
{
    /// <summary>The configuration of this process.</summary>
    public static AwsConfiguration Process { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>Region of the calls.</summary>
    /// <exception cref="AwsConfigurationException">Neither AWS_REGION nor AWS_DEFAULT_REGION is set.</exception>
    public string Region => Value("AWS_REGION") ?? Value("AWS_DEFAULT_REGION")
        ?? throw new AwsConfigurationException("No region is known. Set AWS_REGION; Lambda sets it for every function.");

    /// <summary>Credentials of the calls; read anew each time, as they may be exchanged.</summary>
    /// <exception cref="AwsConfigurationException">They are not set.</exception>
    public AwsCredentials Credentials => Value("AWS_ACCESS_KEY_ID") is { } id && Value("AWS_SECRET_ACCESS_KEY") is { } secret
        ? new AwsCredentials(id, secret, Value("AWS_SESSION_TOKEN"))
        : throw new AwsConfigurationException("No credentials are known. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; Lambda sets them for every function.");

    internal TimeProvider Time { get; } = time ?? TimeProvider.System;

    /// <summary>X-Ray tracing header of the running invocation; with it AWS stops endless loops between services.</summary>
    internal string? TraceId => Value("_X_AMZN_TRACE_ID");

    /// <summary>File of trusted certificates instead of the system's.</summary>
    internal string? CertificateFile => Value("AWS_CA_BUNDLE");

    /// <summary>Endpoint of a service: its own override, the override for all, or AWS's.</summary>
    /// <param name="serviceId">The service's id as in <c>AWS_ENDPOINT_URL_&lt;SERVICE&gt;</c>, upper case with underscores.</param>
    /// <param name="hostPrefix">First label of AWS's own host name.</param>
    internal AwsEndpoint EndpointOf(string serviceId, string hostPrefix)
    {
        var isIgnored = string.Equals(Value("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"), "true", StringComparison.OrdinalIgnoreCase);
        var configured = isIgnored ? null : Value($"AWS_ENDPOINT_URL_{serviceId}") ?? Value("AWS_ENDPOINT_URL");
        return AwsEndpoint.Parse(configured ?? $"https://{hostPrefix}.{Region}.{DomainOf(Region)}");
    }

    private static string DomainOf(string region) => region.StartsWith("cn-", StringComparison.Ordinal) ? "amazonaws.com.cn" : "amazonaws.com";

    private string? Value(string name) => read(name) is { Length: > 0 } value ? value : null;
}
