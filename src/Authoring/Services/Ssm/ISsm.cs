namespace Aot.Authoring.Services.Ssm;

/// <summary>AWS Systems Manager parameters as Step Functions tasks.</summary>
public interface ISsm
{
    /// <summary>Reads a parameter.</summary>
    [ServiceIntegration("arn:aws:states:::aws-sdk:ssm:getParameter")]
    Task<GetParameterResponse> GetParameterAsync(GetParameterRequest request);
}

/// <summary>Source: Systems Manager API reference, GetParameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="WithDecryption">True decrypts a SecureString.</param>
[AwsShape]
public sealed record GetParameterRequest(Parameter Name, bool? WithDecryption = null);

/// <summary>Source: Systems Manager API reference, GetParameter.</summary>
/// <param name="Parameter">The parameter.</param>
[AwsShape]
public sealed record GetParameterResponse(ParameterValue Parameter);

/// <summary>Source: Systems Manager API reference, Parameter.</summary>
/// <param name="Value">The parameter's text.</param>
[AwsShape]
public sealed record ParameterValue(string Value);
