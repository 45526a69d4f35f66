namespace Aot.Aws;

/// <summary>Who signs the calls.</summary>
/// <param name="AccessKeyId">Public part.</param>
/// <param name="SecretAccessKey">Secret part; never logged.</param>
/// <param name="SessionToken">Token of temporary credentials, as a function's role has; null for a user's own.</param>
public sealed record AwsCredentials(string AccessKeyId, string SecretAccessKey, string? SessionToken)
{
    /// <summary>The access key's id alone: records print their members, and these must not reach a log.</summary>
    public override string ToString() => $"credentials {AccessKeyId}";
}
