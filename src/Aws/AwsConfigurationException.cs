namespace Aot.Aws;

/// <summary>The environment does not say what a client needs to know: region, credentials or endpoint.</summary>
public sealed class AwsConfigurationException(string message) : Exception(message);
