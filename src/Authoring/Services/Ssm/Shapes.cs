#pragma warning disable CS1591 // The members are the service's own; the record's summary names the page that explains them.
namespace Aot.Authoring.Services.Ssm;

/// <summary>Source: Systems Manager API reference, GetParameter. <c>WithDecryption</c> reads a SecureString.</summary>
[AwsShape]
public sealed record GetParameterRequest(Parameter Name, bool? WithDecryption = null);

/// <summary>Source: Systems Manager API reference, GetParameter.</summary>
[AwsShape]
public sealed record GetParameterResponse(ParameterValue Parameter);

/// <summary>Source: Systems Manager API reference, Parameter.</summary>
[AwsShape]
public sealed record ParameterValue(string Value, long? Version = null);

/// <summary>Source: Systems Manager API reference, PutParameter.</summary>
[AwsShape]
public sealed record PutParameterRequest(Parameter Name, [ValueRange(1, 8192)] string Value, bool? Overwrite = null, string? Type = null);

/// <summary>Source: Systems Manager API reference, PutParameter.</summary>
[AwsShape]
public sealed record PutParameterResponse(long Version);

/// <summary>Source: Systems Manager API reference, DeleteParameter.</summary>
[AwsShape]
public sealed record DeleteParameterRequest(Parameter Name);

/// <summary>Source: Systems Manager API reference, SendCommand. Either <c>InstanceIds</c> or <c>Targets</c>.</summary>
[AwsShape]
public sealed record SendCommandRequest(
    string DocumentName,
    [ValueRange(0, 50)] string[]? InstanceIds = null,
    CommandTarget[]? Targets = null,
    IReadOnlyDictionary<string, string[]>? Parameters = null,
    [ValueRange(30, 2_592_000)] int? TimeoutSeconds = null,
    [ValueRange(0, 100)] string? Comment = null);

/// <summary>Instances by tag: <c>tag:role</c>. Source: Systems Manager API reference, Target.</summary>
[AwsShape]
public sealed record CommandTarget(string Key, string[] Values);

/// <summary>Source: Systems Manager API reference, SendCommand.</summary>
[AwsShape]
public sealed record SendCommandResponse(Command Command);

/// <summary>Source: Systems Manager API reference, Command.</summary>
[AwsShape]
public sealed record Command(string CommandId, string Status);

/// <summary>Source: Systems Manager API reference, GetCommandInvocation.</summary>
[AwsShape]
public sealed record GetCommandInvocationRequest(string CommandId, string InstanceId);

/// <summary>
/// <c>Status</c> is Pending, InProgress, Delayed, Success, Cancelled, TimedOut, Failed or Cancelling. Source: Systems Manager API reference, GetCommandInvocation.
/// </summary>
[AwsShape]
public sealed record GetCommandInvocationResponse(string Status, int ResponseCode, string? StandardOutputContent = null, string? StandardErrorContent = null);
