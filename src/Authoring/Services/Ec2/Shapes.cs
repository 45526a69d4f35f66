#pragma warning disable CS1591 // The members are the service's own; the record's summary names the page that explains them.
namespace Aot.Authoring.Services.Ec2;

/// <summary>Source: EC2 API reference, RunInstances.</summary>
[AwsShape]
public sealed record RunInstancesRequest(
    LaunchTemplateSpecification LaunchTemplate,
    [ValueRange(1, 1000)] int MinCount,
    [ValueRange(1, 1000)] int MaxCount,
    [ValueRange(1, 64)] string? ClientToken = null,
    TagSpecification[]? TagSpecifications = null,
    string? InstanceType = null,
    string? SubnetId = null,
    string? UserData = null);

/// <summary>Source: EC2 API reference, LaunchTemplateSpecification.</summary>
[AwsShape]
public sealed record LaunchTemplateSpecification(LaunchTemplate LaunchTemplateId, string? Version = null);

/// <summary>Source: EC2 API reference, TagSpecification. <c>ResourceType</c> such as <c>instance</c>.</summary>
[AwsShape]
public sealed record TagSpecification(string ResourceType, Tag[] Tags);

/// <summary>Source: EC2 API reference, Tag.</summary>
[AwsShape]
public sealed record Tag(string Key, string Value);

/// <summary>Source: EC2 API reference, RunInstances.</summary>
[AwsShape]
public sealed record RunInstancesResponse(IReadOnlyList<Instance> Instances);

/// <summary>Source: EC2 API reference, Instance.</summary>
[AwsShape]
public sealed record Instance(
    string InstanceId,
    InstanceState? State = null,
    string? InstanceType = null,
    string? PrivateIpAddress = null,
    string? PublicIpAddress = null,
    IReadOnlyList<Tag>? Tags = null);

/// <summary><c>Name</c> is pending, running, shutting-down, terminated, stopping or stopped. Source: EC2 API reference, InstanceState.</summary>
[AwsShape]
public sealed record InstanceState(string Name);

/// <summary>Source: EC2 API reference, DescribeInstances.</summary>
[AwsShape]
public sealed record DescribeInstancesRequest(Filter[]? Filters = null, string[]? InstanceIds = null, [ValueRange(5, 1000)] int? MaxResults = null, string? NextToken = null);

/// <summary>Source: EC2 API reference, Filter; such as <c>tag:aot:job</c> or <c>instance-state-name</c>.</summary>
[AwsShape]
public sealed record Filter(string Name, string[] Values);

/// <summary>Source: EC2 API reference, DescribeInstances.</summary>
[AwsShape]
public sealed record DescribeInstancesResponse(IReadOnlyList<Reservation> Reservations, string? NextToken = null);

/// <summary>The instances of one launch. Source: EC2 API reference, Reservation.</summary>
[AwsShape]
public sealed record Reservation(IReadOnlyList<Instance> Instances);

/// <summary>Source: EC2 API reference, StartInstances.</summary>
[AwsShape]
public sealed record StartInstancesRequest(string[] InstanceIds);

/// <summary>Source: EC2 API reference, StopInstances.</summary>
[AwsShape]
public sealed record StopInstancesRequest(string[] InstanceIds, bool? Hibernate = null, bool? Force = null);

/// <summary>Source: EC2 API reference, TerminateInstances.</summary>
[AwsShape]
public sealed record TerminateInstancesRequest(string[] InstanceIds);

/// <summary>EC2 refused a call: capacity, quota, permission or argument.</summary>
[ErrorName("Ec2.Ec2Exception")]
public sealed class Ec2Exception(string message) : Exception(message);
