using Aot.Local.Json;

namespace Aot.Local.Template;

/// <summary>What <c>AWS::Region</c> and its siblings stand for here.</summary>
/// <param name="Endpoint">What queue URLs begin with: where the emulator listens.</param>
internal sealed record PseudoParameters(
    string Region = "us-east-1", string AccountId = "000000000000", string StackName = "local", string Endpoint = "http://127.0.0.1:4566")
{
    /// <summary>The value of a pseudo parameter; undefined when there is none of that name.</summary>
    public Value? Find(string name) => name switch
    {
        "AWS::AccountId" => AccountId,
        "AWS::Region" => Region,
        "AWS::Partition" => "aws",
        "AWS::URLSuffix" => "amazonaws.com",
        "AWS::StackName" => StackName,
        "AWS::StackId" => $"arn:aws:cloudformation:{Region}:{AccountId}:stack/{StackName}/local",
        "AWS::NotificationARNs" => new ArrayValue(),
        _ => null,
    };

    /// <summary>Forms <c>arn:aws:service:region:account:resource</c>.</summary>
    public string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{AccountId}:{resource}";
}
