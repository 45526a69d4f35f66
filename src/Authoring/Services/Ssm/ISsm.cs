namespace Aot.Authoring.Services.Ssm;

/// <summary>AWS Systems Manager as Step Functions tasks: parameters, and commands on instances.</summary>
public interface ISsm
{
    /// <summary>Reads a parameter.</summary>
    /// <exception cref="ParameterNotFoundException">There is none of this name.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ssm:getParameter")]
    Task<GetParameterResponse> GetParameterAsync(GetParameterRequest request);

    /// <summary>Writes a parameter.</summary>
    /// <exception cref="ParameterAlreadyExistsException">It exists, and <c>Overwrite</c> is not true.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ssm:putParameter")]
    Task<PutParameterResponse> PutParameterAsync(PutParameterRequest request);

    /// <summary>Deletes a parameter.</summary>
    /// <exception cref="ParameterNotFoundException">There is none of this name.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ssm:deleteParameter")]
    Task DeleteParameterAsync(DeleteParameterRequest request);

    /// <summary>Runs a document, such as <c>AWS-RunShellScript</c>, on instances; it does not wait for the end.</summary>
    /// <exception cref="SsmException">An instance is unknown to Systems Manager, or an argument is wrong.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ssm:sendCommand", IsIdempotent = false)]
    [TaskPermission(
        "ssm:SendCommand",
        "arn:${AWS::Partition}:ssm:${AWS::Region}:*:document/{DocumentName}",
        "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:instance/{InstanceIds|*}")]
    Task<SendCommandResponse> SendCommandAsync(SendCommandRequest request);

    /// <summary>Says how a command is doing on an instance. The action knows no resource.</summary>
    /// <exception cref="InvocationDoesNotExistException">The instance does not know of the command, or not yet.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ssm:getCommandInvocation", Resources = ["*"])]
    Task<GetCommandInvocationResponse> GetCommandInvocationAsync(GetCommandInvocationRequest request);
}

/// <summary>There is no parameter of this name.</summary>
/// <param name="message">What Systems Manager said.</param>
[ErrorName("Ssm.ParameterNotFoundException")]
public sealed class ParameterNotFoundException(string message) : Exception(message);

/// <summary>The parameter exists already.</summary>
/// <param name="message">What Systems Manager said.</param>
[ErrorName("Ssm.ParameterAlreadyExistsException")]
public sealed class ParameterAlreadyExistsException(string message) : Exception(message);

/// <summary>The instance does not know of the command, or not yet: try again after a moment.</summary>
/// <param name="message">What Systems Manager said.</param>
[ErrorName("Ssm.InvocationDoesNotExistException")]
public sealed class InvocationDoesNotExistException(string message) : Exception(message);

/// <summary>Systems Manager refused a call under no name of its own: permission, throttling, an argument.</summary>
/// <param name="message">What Systems Manager said.</param>
[ErrorName("Ssm.SsmException", "Ssm.InvalidInstanceIdException")]
public sealed class SsmException(string message) : Exception(message);
