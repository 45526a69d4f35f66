namespace Aot.Authoring;

/// <summary>Says how a resource handle is written in a template.</summary>
/// <param name="type">CloudFormation type, such as <c>AWS::SQS::Queue</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CloudFormationResourceAttribute(string type) : Attribute
{
    /// <summary>CloudFormation type.</summary>
    public string Type { get; } = type;

    /// <summary>What the service's arguments want: <c>Ref</c>, or <c>GetAtt:&lt;attribute&gt;</c>.</summary>
    public string Value { get; init; } = "Ref";

    /// <summary>How IAM names it: <c>Ref</c>, <c>GetAtt:&lt;attribute&gt;</c>, or <c>Sub:&lt;text&gt;</c> in which <c>{id}</c> is the logical id.</summary>
    public string Arn { get; init; } = "GetAtt:Arn";
}
