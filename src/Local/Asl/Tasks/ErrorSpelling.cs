using System.Collections.Frozen;
using System.Globalization;
using Aot.Local.Services;

namespace Aot.Local.Asl.Tasks;

/// <summary>Spells a service's refusal the way an integration reports it: SDK integrations as the Java SDK v2 does, optimized ones as v1.</summary>
internal static class ErrorSpelling
{
    // SDK integrations: the service's Java class prefix.
    private static readonly FrozenDictionary<string, string> _sdkNames = new Dictionary<string, string>
    {
        ["dynamodb"] = "DynamoDb",
        ["eventbridge"] = "EventBridge",
        ["secretsmanager"] = "SecretsManager",
        ["cloudwatchlogs"] = "CloudWatchLogs",
        ["apigateway"] = "ApiGateway",
    }.ToFrozenDictionary();

    // Optimized integrations: prefix, base exception, the service's name in the cause.
    private static readonly FrozenDictionary<string, (string Prefix, string Base, string Service)> _optimizedNames = new Dictionary<string, (string, string, string)>
    {
        ["dynamodb"] = ("DynamoDB", "AmazonDynamoDBException", "AmazonDynamoDBv2"),
        ["events"] = ("EventBridge", "AmazonEventBridgeException", "AmazonEventBridge"),
        ["lambda"] = ("Lambda", "AWSLambdaException", "AWSLambda"),
        ["s3"] = ("S3", "AmazonS3Exception", "Amazon S3"),
        ["sns"] = ("SNS", "AmazonSNSException", "AmazonSNS"),
        ["sqs"] = ("SQS", "AmazonSQSException", "AmazonSQS"),
        ["states"] = ("StepFunctions", "AWSStepFunctionsException", "AWSStepFunctions"),
    }.ToFrozenDictionary();

    // Codes without an exception class of their own: they surface as the service's base exception.
    private static readonly FrozenSet<string> _unmodelled = new[]
    {
        "AccessDenied", "AccessDeniedException", "IncompleteSignature", "InternalFailure", "InternalServerError", "InvalidAction",
        "InvalidParameterCombination", "InvalidParameterValue", "MissingParameter", "SerializationException", "Throttling",
        "UnknownOperationException", "UnrecognizedClientException", "ValidationError", "ValidationException",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static TaskFailedException Of(TaskResource resource, ServiceException refusal, string requestId) =>
        resource.Kind == TaskKind.Sdk ? Sdk(resource.Service, refusal, requestId) : Optimized(resource.Service, refusal, requestId);

    private static TaskFailedException Sdk(string service, ServiceException refusal, string requestId)
    {
        var name = _sdkNames.GetValueOrDefault(service) ?? char.ToUpperInvariant(service[0]) + service[1..];
        // EC2's API models no errors: everything is an Ec2Exception.
        var isModelled = service != "ec2" && !_unmodelled.Contains(refusal.Code);
        var error = $"{name}.{(isModelled ? ExceptionName(refusal.Code) : name + "Exception")}";
        return new TaskFailedException(
            error, string.Create(CultureInfo.InvariantCulture, $"{refusal.Message} (Service: {name}, Status Code: {refusal.Status}, Request ID: {requestId})"));
    }

    private static TaskFailedException Optimized(string service, ServiceException refusal, string requestId)
    {
        var (prefix, baseName, longName) = _optimizedNames.GetValueOrDefault(service, (service, service + "Exception", service));
        var error = $"{prefix}.{(_unmodelled.Contains(refusal.Code) ? baseName : ExceptionName(refusal.Code))}";
        return new TaskFailedException(
            error,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{refusal.Message} (Service: {longName}; Status Code: {refusal.Status}; Error Code: {refusal.Code}; Request ID: {requestId}; Proxy: null)"));
    }

    // QueueDoesNotExist, InvalidInstanceID.NotFound → QueueDoesNotExistException, InvalidInstanceIDNotFoundException
    private static string ExceptionName(string code)
    {
        var name = code.Replace(".", "", StringComparison.Ordinal);
        return name.EndsWith("Exception", StringComparison.Ordinal) ? name : name + "Exception";
    }
}
