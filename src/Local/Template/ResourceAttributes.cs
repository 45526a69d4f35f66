using System.Security.Cryptography;
using System.Text;
using Aot.Local.Json;
using Aot.Local.Services.EventBridge;

namespace Aot.Local.Template;

/// <summary>What Ref and GetAtt give for each type of resource, and the physical names these are made of.</summary>
/// <remarks>Source: CloudFormation template reference, "Return values" of each type.</remarks>
internal static class ResourceAttributes
{
    /// <summary>The resource's name as its service knows it: the one the template gives, else the logical id.</summary>
    public static string Name(TemplateResource resource, Intrinsics intrinsics)
    {
        var property = resource.Type switch
        {
            "AWS::SQS::Queue" => "QueueName",
            "AWS::DynamoDB::Table" or "AWS::Serverless::SimpleTable" => "TableName",
            "AWS::Serverless::Function" => "FunctionName",
            "AWS::SNS::Topic" => "TopicName",
            "AWS::StepFunctions::StateMachine" => "StateMachineName",
            "AWS::IoT::TopicRule" => "RuleName",
            "AWS::IAM::Role" => "RoleName",
            "AWS::Logs::LogGroup" => "LogGroupName",
            "AWS::EC2::LaunchTemplate" => "LaunchTemplateName",
            "AWS::S3::Bucket" => "BucketName",
            _ => "Name",
        };
        if (resource.Properties[property] is { } given && intrinsics.Evaluate(given, resource.Line) is StringValue { Text: var name }) return name;
        if (resource.Type == "AWS::S3::Bucket") return resource.LogicalId.ToLowerInvariant(); // bucket names have no capitals
        var isFifo = resource.Properties[resource.Type == "AWS::SNS::Topic" ? "FifoTopic" : "FifoQueue"] is BooleanValue { Boolean: true };
        return resource.LogicalId + (isFifo ? ".fifo" : "");
    }

    /// <summary>What Ref gives.</summary>
    public static string Ref(TemplateResource resource, Intrinsics intrinsics)
    {
        var name = Name(resource, intrinsics);
        return resource.Type switch
        {
            "AWS::SQS::Queue" => $"{intrinsics.Pseudo.Endpoint}/{intrinsics.Pseudo.AccountId}/{name}",
            "AWS::SNS::Topic" or "AWS::Serverless::StateMachine" or "AWS::StepFunctions::StateMachine" => Arn(resource, name, intrinsics)!,
            "AWS::EC2::LaunchTemplate" => "lt-" + Digits(resource.LogicalId, 17),
            "AWS::Serverless::HttpApi" => ApiId(resource.LogicalId),
            _ => name,
        };
    }

    /// <summary>What GetAtt gives; null when the type has no such attribute here.</summary>
    public static string? GetAtt(TemplateResource resource, string attribute, Intrinsics intrinsics)
    {
        var name = Name(resource, intrinsics);
        return (resource.Type, attribute) switch
        {
            (_, "Arn") or ("AWS::SNS::Topic", "TopicArn") => Arn(resource, name, intrinsics),
            ("AWS::SQS::Queue", "QueueName") or ("AWS::SNS::Topic", "TopicName") => name,
            ("AWS::SQS::Queue", "QueueUrl") => Ref(resource, intrinsics),
            ("AWS::Serverless::StateMachine" or "AWS::StepFunctions::StateMachine" or "AWS::Events::EventBus", "Name") => name,
            ("AWS::S3::Bucket", "DomainName") => $"{name}.s3.amazonaws.com",
            ("AWS::S3::Bucket", "RegionalDomainName") => $"{name}.s3.{intrinsics.Pseudo.Region}.amazonaws.com",
            ("AWS::EC2::LaunchTemplate", "LatestVersionNumber" or "DefaultVersionNumber") => "1",
            ("AWS::EC2::LaunchTemplate", "LaunchTemplateId") => Ref(resource, intrinsics),
            ("AWS::SSM::Parameter", "Type" or "Value") => (intrinsics.Properties(resource)[attribute] as StringValue)?.Text,
            ("AWS::IAM::Role", "RoleId") => "AROA" + Digits(resource.LogicalId, 16).ToUpperInvariant(),
            ("AWS::Serverless::HttpApi", "ApiEndpoint") =>
                $"https://{ApiId(resource.LogicalId)}.execute-api.{intrinsics.Pseudo.Region}.amazonaws.com",
            _ => null,
        };
    }

    private static string? Arn(TemplateResource resource, string name, Intrinsics intrinsics)
    {
        var pseudo = intrinsics.Pseudo;
        return resource.Type switch
        {
            "AWS::SQS::Queue" => pseudo.Arn("sqs", name),
            "AWS::DynamoDB::Table" or "AWS::Serverless::SimpleTable" => pseudo.Arn("dynamodb", "table/" + name),
            "AWS::SNS::Topic" => pseudo.Arn("sns", name),
            "AWS::Serverless::Function" => pseudo.Arn("lambda", "function:" + name),
            "AWS::Serverless::StateMachine" or "AWS::StepFunctions::StateMachine" => pseudo.Arn("states", "stateMachine:" + name),
            "AWS::Events::EventBus" => pseudo.Arn("events", "event-bus/" + name),
            "AWS::Events::Rule" => pseudo.Arn("events", "rule/" + RuleBus(resource, intrinsics) + name),
            "AWS::IoT::TopicRule" => pseudo.Arn("iot", "rule/" + name),
            "AWS::Logs::LogGroup" => pseudo.Arn("logs", $"log-group:{name}:*"),
            "AWS::Events::Connection" => pseudo.Arn("events", EventBridgeService.ConnectionResource(name)),
            "AWS::S3::Bucket" => $"arn:aws:s3:::{name}",
            "AWS::IAM::Role" => $"arn:aws:iam::{pseudo.AccountId}:role/{name}",
            _ => null,
        };
    }

    private static string RuleBus(TemplateResource rule, Intrinsics intrinsics) =>
        rule.Properties["EventBusName"] is { } bus && intrinsics.Evaluate(bus, rule.Line) is StringValue { Text: not "default" and var name } ? name + "/" : "";

    private static string ApiId(string logicalId) => Digits(logicalId, 10);

    // The same on every start, so that what a user has noted down stays true.
    private static string Digits(string logicalId, int length) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(logicalId)))[..length];
}
