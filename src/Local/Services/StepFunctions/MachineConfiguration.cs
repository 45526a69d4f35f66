using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

/// <summary>What a machine says about logs, traces and keys: kept and told, without effect on this machine.</summary>
internal sealed record MachineConfiguration(ObjectValue Logging, ObjectValue Tracing, ObjectValue Encryption)
{
    private const string Off = "OFF";

    public static readonly MachineConfiguration Default = new(
        Shape.Of(("level", Off), ("includeExecutionData", false)), Shape.Of(("enabled", false)), AwsOwnedKey());

    /// <summary>This configuration with what a request sets.</summary>
    public MachineConfiguration With(ServiceRequest request) => new(
        request.Structure("loggingConfiguration") is { } logging ? ReadLogging(logging) : Logging,
        request.Structure("tracingConfiguration") is { } tracing ? ReadTracing(tracing) : Tracing,
        ReadEncryption(request) ?? Encryption);

    /// <summary>The encryption a request asks for; null when it asks for none.</summary>
    public static ObjectValue? ReadEncryption(ServiceRequest request)
    {
        if (request.Structure("encryptionConfiguration") is not { } encryption) return null;
        const int MaxReuseSeconds = 900; // API reference, EncryptionConfiguration
        const int DefaultReuseSeconds = 300;
        const int MinReuseSeconds = 60;
        encryption.RequiredText("type");
        var key = encryption.Text("kmsKeyId");
        var reuse = encryption.Bounded("kmsDataKeyReusePeriodSeconds", MinReuseSeconds, MaxReuseSeconds);
        if (encryption.Enumerated("type", "CUSTOMER_MANAGED_KMS_KEY", "AWS_OWNED_KEY") == "CUSTOMER_MANAGED_KMS_KEY")
        {
            if (key is null) throw InvalidEncryption("a key of the type CUSTOMER_MANAGED_KMS_KEY needs kmsKeyId");
            return Shape.Of(("kmsKeyId", key), ("kmsDataKeyReusePeriodSeconds", reuse ?? DefaultReuseSeconds), ("type", "CUSTOMER_MANAGED_KMS_KEY"));
        }
        if (key is not null || reuse is not null)
            throw InvalidEncryption("kmsKeyId and kmsDataKeyReusePeriodSeconds belong to the type CUSTOMER_MANAGED_KMS_KEY");
        return AwsOwnedKey();
    }

    public static ObjectValue AwsOwnedKey() => Shape.Of(("type", "AWS_OWNED_KEY"));

    private static ObjectValue ReadLogging(ServiceRequest logging)
    {
        var level = logging.Enumerated("level", "ALL", "ERROR", "FATAL", Off) ?? Off;
        var destinations = logging.Structures("destinations");
        var groups = destinations.Select(destination => destination.Structure("cloudWatchLogsLogGroup")?.Text("logGroupArn")).ToList();
        if (groups.Count > 1 || groups.Contains(null) || (groups.Count == 0 && level != Off))
            throw new ServiceException("InvalidLoggingConfiguration", "Invalid Logging Configuration: Must specify exactly one Log Destination.");
        return Shape.Of(
            ("level", level), ("includeExecutionData", logging.Flag("includeExecutionData") ?? false),
            ("destinations", logging.Has("destinations")
                ? Shape.List(groups.Select(group => Shape.Of(("cloudWatchLogsLogGroup", Shape.Of(("logGroupArn", group))))))
                : null));
    }

    private static ObjectValue ReadTracing(ServiceRequest tracing) =>
        Shape.Of(("enabled", tracing.Flag("enabled")
            ?? throw new ServiceException("InvalidTracingConfiguration", "Invalid Tracing Configuration: 'enabled' must be true or false.")));

    private static ServiceException InvalidEncryption(string problem) =>
        new("InvalidEncryptionConfiguration", $"Invalid Encryption Configuration: {problem}.");
}
