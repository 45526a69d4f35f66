namespace Aot.Authoring.Services.Ec2;

/// <summary>Amazon EC2 as Step Functions tasks.</summary>
public interface IEc2
{
    /// <summary>Launches instances; the same <c>ClientToken</c> launches them once.</summary>
    /// <exception cref="Ec2Exception">No capacity, a quota, a wrong template.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ec2:runInstances", Actions = ["ec2:RunInstances", "ec2:CreateTags"], Resources = ["*"])]
    Task<RunInstancesResponse> RunInstancesAsync(RunInstancesRequest request);

    /// <summary>Finds instances by filters.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ec2:describeInstances", Resources = ["*"])]
    Task<DescribeInstancesResponse> DescribeInstancesAsync(DescribeInstancesRequest request);

    /// <summary>Terminates instances; an instance already terminated is no error.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ec2:terminateInstances", Resources = ["*"])]
    Task TerminateInstancesAsync(TerminateInstancesRequest request);
}
