namespace Aot.Authoring.Services.Ec2;

/// <summary>Amazon EC2 as Step Functions tasks.</summary>
/// <remarks>
/// An instance has no name that a template could know. What the role may do to instances is therefore narrowed by a tag: say which one with
/// <see cref="TaskConditionAttribute"/> on the constructor parameter or the workflow class, or WF7002 warns.
/// </remarks>
public interface IEc2
{
    /// <summary>Launches instances of a launch template; the same <c>ClientToken</c> launches them once.</summary>
    /// <exception cref="Ec2Exception">No capacity, a quota, a wrong template.</exception>
    /// <remarks>The role may use this launch template only. A template with an instance profile also needs <c>iam:PassRole</c>: <see cref="TaskPermissionAttribute"/> on the class.</remarks>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ec2:runInstances", IdempotentBy = "ClientToken")]
    [TaskPermission(
        "ec2:RunInstances",
        "{LaunchTemplate.LaunchTemplateId}",
        "arn:${AWS::Partition}:ec2:${AWS::Region}::image/*",
        "arn:${AWS::Partition}:ec2:${AWS::Region}::snapshot/*",
        "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:instance/*",
        "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:key-pair/*",
        "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:network-interface/*",
        "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:security-group/*",
        "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:subnet/*",
        "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:volume/*")]
    [TaskCondition("ec2:RunInstances", "ArnLike", "ec2:LaunchTemplate", "{LaunchTemplate.LaunchTemplateId}")]
    [TaskPermission(
        "ec2:CreateTags",
        "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:instance/*",
        "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:network-interface/*",
        "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:volume/*")]
    [TaskCondition("ec2:CreateTags", "StringEquals", "ec2:CreateAction", "RunInstances")]
    Task<RunInstancesResponse> RunInstancesAsync(RunInstancesRequest request);

    /// <summary>Finds instances by filters. The action knows no resource.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ec2:describeInstances", Resources = ["*"])]
    Task<DescribeInstancesResponse> DescribeInstancesAsync(DescribeInstancesRequest request);

    /// <summary>Starts stopped instances.</summary>
    /// <exception cref="Ec2Exception">No capacity, or no such instance.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ec2:startInstances", Resources = ["arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:instance/{InstanceIds}"])]
    Task StartInstancesAsync(StartInstancesRequest request);

    /// <summary>Stops instances; their disks stay.</summary>
    /// <exception cref="Ec2Exception">No such instance.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ec2:stopInstances", Resources = ["arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:instance/{InstanceIds}"])]
    Task StopInstancesAsync(StopInstancesRequest request);

    /// <summary>Terminates instances; an instance already terminated is no error.</summary>
    /// <exception cref="Ec2Exception">No such instance.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ec2:terminateInstances", Resources = ["arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:instance/{InstanceIds}"])]
    Task TerminateInstancesAsync(TerminateInstancesRequest request);
}
