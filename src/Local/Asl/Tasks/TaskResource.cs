using System.Collections.Frozen;

namespace Aot.Local.Asl.Tasks;

/// <summary>What a Task state's Resource names, taken apart once when the definition is read.</summary>
/// <param name="Arn">As written.</param>
/// <param name="Kind">Which history events and which runner it gets.</param>
/// <param name="Service">Integrations: <c>sqs</c>; otherwise empty.</param>
/// <param name="Operation">Integrations: <c>sendMessage</c>; otherwise empty.</param>
/// <param name="Pattern">How the state waits for the work.</param>
internal sealed record TaskResource(string Arn, TaskKind Kind, string Service, string Operation, IntegrationPattern Pattern)
{
    // Step Functions developer guide, "Optimized integrations"; dynamodb:query and the like are not among them.
    private static readonly FrozenDictionary<string, string[]> _optimized = new Dictionary<string, string[]>
    {
        ["apigateway"] = ["invoke"],
        ["athena"] = ["startQueryExecution", "stopQueryExecution", "getQueryExecution", "getQueryResults"],
        ["batch"] = ["submitJob"],
        ["bedrockagentcore"] = ["invokeHarness"],
        ["bedrock"] = ["invokeModel", "createModelCustomizationJob"],
        ["codebuild"] = ["startBuild", "stopBuild", "batchDeleteBuilds", "batchGetReports", "startBuildBatch", "stopBuildBatch", "retryBuildBatch", "deleteBuildBatch"],
        ["databrew"] = ["startJobRun"],
        ["dynamodb"] = ["getItem", "putItem", "updateItem", "deleteItem"],
        ["ecs"] = ["runTask"],
        ["eks"] = ["createCluster", "deleteCluster", "createFargateProfile", "deleteFargateProfile", "createNodegroup", "deleteNodegroup", "runJob", "call"],
        ["elasticmapreduce"] = ["createCluster", "terminateCluster", "addStep", "cancelStep", "setClusterTerminationProtection", "modifyInstanceFleetByName", "modifyInstanceGroupByName"],
        ["emr-containers"] = ["createVirtualCluster", "deleteVirtualCluster", "startJobRun"],
        ["emr-serverless"] = ["createApplication", "startApplication", "stopApplication", "deleteApplication", "startJobRun", "cancelJobRun"],
        ["events"] = ["putEvents"],
        ["glue"] = ["startJobRun"],
        ["http"] = ["invoke"],
        ["lambda"] = ["invoke"],
        ["mediaconvert"] = ["createJob"],
        ["sagemaker"] = ["createEndpoint", "createEndpointConfig", "createHyperParameterTuningJob", "createLabelingJob", "createModel", "createProcessingJob", "createTrainingJob", "createTransformJob", "updateEndpoint"],
        ["sns"] = ["publish"],
        ["sqs"] = ["sendMessage"],
        ["states"] = ["startExecution"],
    }.ToFrozenDictionary();

    /// <summary>What history events call the service: <c>lambda</c>, <c>aws-sdk:s3</c>.</summary>
    public string ResourceType { get; } = Kind == TaskKind.Sdk ? "aws-sdk:" + Service : Service;

    /// <summary>What history events call the operation: <c>sendMessage.waitForTaskToken</c>; the ARN for functions and activities.</summary>
    public string Resource { get; } = Kind is TaskKind.Function or TaskKind.Activity ? Arn : Operation + Suffix(Pattern);

    /// <summary>Reads an ARN; null when it names nothing that a Task can run.</summary>
    public static TaskResource? Parse(string arn)
    {
        if (arn.Split(':', 6) is ["arn", ['a', 'w', 's', ..], "states", "", "", var integration]) return ParseIntegration(arn, integration);
        if (arn.Split(':') is not ["arn", _, var service, _, _, var type, _, ..]) return null;
        return (service, type) switch
        {
            ("lambda", "function") => new TaskResource(arn, TaskKind.Function, "", "", IntegrationPattern.RequestResponse),
            ("states", "activity") => new TaskResource(arn, TaskKind.Activity, "", "", IntegrationPattern.RequestResponse),
            _ => null,
        };
    }

    private static TaskResource? ParseIntegration(string arn, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var pattern = dot < 0
            ? IntegrationPattern.RequestResponse
            : name[dot..] switch
            {
                ".sync" => IntegrationPattern.Sync,
                ".sync:2" => IntegrationPattern.Sync2,
                ".waitForTaskToken" => IntegrationPattern.WaitForTaskToken,
                _ => (IntegrationPattern?)null,
            };
        if (pattern is not { } waits) return null;
        switch ((dot < 0 ? name : name[..dot]).Split(':'))
        {
            case ["aws-sdk", { Length: > 0 } service, { Length: > 0 } operation] when waits is IntegrationPattern.RequestResponse or IntegrationPattern.WaitForTaskToken:
                return new TaskResource(arn, TaskKind.Sdk, service, operation, waits);
            case [var service, var operation] when _optimized.TryGetValue(service, out var operations) && operations.Contains(operation):
                return new TaskResource(arn, TaskKind.Optimized, service, operation, waits);
            default:
                return null;
        }
    }

    private static string Suffix(IntegrationPattern pattern) => pattern switch
    {
        IntegrationPattern.Sync => ".sync",
        IntegrationPattern.Sync2 => ".sync:2",
        IntegrationPattern.WaitForTaskToken => ".waitForTaskToken",
        _ => "",
    };
}

internal enum TaskKind
{
    Function,
    Activity,
    Optimized,
    Sdk,
}

/// <remarks>Step Functions developer guide, "Service integration patterns".</remarks>
internal enum IntegrationPattern
{
    RequestResponse,
    Sync,
    Sync2,
    WaitForTaskToken,
}
