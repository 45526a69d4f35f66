namespace Aot.Generators.Reading;

/// <summary>The integrations whose names are known, to find misspelled ones. A service that is not here is taken as it is.</summary>
internal static class KnownIntegrations
{
    // Every optimized integration, with what it can wait for: S .sync, T .waitForTaskToken, R request-response.
    // Source: Step Functions developer guide, "Integrating services".
    private static readonly Dictionary<string, string> _optimized = new(StringComparer.Ordinal)
    {
        ["apigateway"] = "invoke:RT",
        ["athena"] = "startQueryExecution:RS stopQueryExecution:R getQueryExecution:R getQueryResults:R",
        ["batch"] = "submitJob:RS",
        ["bedrock"] = "invokeModel:R createModelCustomizationJob:RS",
        ["codebuild"] = "startBuild:RS stopBuild:R batchDeleteBuilds:R batchGetReports:R startBuildBatch:RS stopBuildBatch:R retryBuildBatch:RS deleteBuildBatch:R",
        ["databrew"] = "startJobRun:RS",
        ["dynamodb"] = "getItem:R putItem:R updateItem:R deleteItem:R",
        ["ecs"] = "runTask:RST",
        ["eks"] = "createCluster:RS deleteCluster:RS createNodegroup:RS deleteNodegroup:RS createFargateProfile:RS deleteFargateProfile:RS call:R runJob:RST",
        ["elasticmapreduce"] = "createCluster:RS terminateCluster:RS addStep:RS cancelStep:R setClusterTerminationProtection:R modifyInstanceFleetByName:R modifyInstanceGroupByName:R",
        ["emr-containers"] = "createVirtualCluster:R deleteVirtualCluster:RS startJobRun:RS",
        ["emr-serverless"] = "createApplication:RS startApplication:RS stopApplication:RS deleteApplication:RS startJobRun:RS cancelJobRun:RS",
        ["events"] = "putEvents:RT",
        ["glue"] = "startJobRun:RS",
        ["http"] = "invoke:R",
        ["lambda"] = "invoke:RT",
        ["mediaconvert"] = "createJob:RS",
        ["sagemaker"] = "createEndpoint:R createEndpointConfig:R updateEndpoint:R createModel:R createHyperParameterTuningJob:RS createLabelingJob:RS createProcessingJob:RS createTrainingJob:RS createTransformJob:RS",
        ["sns"] = "publish:RT",
        ["sqs"] = "sendMessage:RT",
        ["states"] = "startExecution:RST",
    };

    // What the SDK integration calls a service, by what it is called elsewhere. Source: Step Functions developer guide, "Supported AWS SDK service integrations".
    private static readonly Dictionary<string, string> _sdkNames = new(StringComparer.Ordinal)
    {
        ["states"] = "sfn", ["stepfunctions"] = "sfn", ["events"] = "eventbridge", ["logs"] = "cloudwatchlogs", ["monitoring"] = "cloudwatch",
        ["cognito-idp"] = "cognitoidentityprovider", ["cognito-identity"] = "cognitoidentity", ["elasticmapreduce"] = "emr", ["email"] = "ses",
        ["elasticloadbalancing"] = "elasticloadbalancingv2", ["application-autoscaling"] = "applicationautoscaling", ["iot-data"] = "iotdataplane",
        ["execute-api"] = "apigateway", ["dynamodbv2"] = "dynamodb", ["simplesystemsmanagement"] = "ssm", ["kinesis-firehose"] = "firehose",
        ["route53domains"] = "route53domains", ["redshift-data"] = "redshiftdata", ["rds-data"] = "rdsdata", ["bedrock-runtime"] = "bedrockruntime",
    };

    // What IAM calls a service where the SDK has another name for it. Source: Service Authorization Reference.
    private static readonly Dictionary<string, string> _iamNames = new(StringComparer.Ordinal)
    {
        ["sfn"] = "states", ["eventbridge"] = "events", ["cloudwatchlogs"] = "logs", ["cognitoidentityprovider"] = "cognito-idp",
        ["cognitoidentity"] = "cognito-identity", ["emr"] = "elasticmapreduce", ["elasticloadbalancingv2"] = "elasticloadbalancing",
        ["applicationautoscaling"] = "application-autoscaling", ["iotdataplane"] = "iot", ["redshiftdata"] = "redshift-data", ["rdsdata"] = "rds-data",
        ["bedrockruntime"] = "bedrock", ["sesv2"] = "ses", ["apigatewayv2"] = "apigateway", ["efs"] = "elasticfilesystem",
    };

    // Operations of services whose lists are short enough to keep whole; a name close to one of them is taken for a slip.
    private static readonly Dictionary<string, string> _sdkActions = new(StringComparer.Ordinal)
    {
        ["sqs"] = """
            addPermission cancelMessageMoveTask changeMessageVisibility changeMessageVisibilityBatch createQueue deleteMessage deleteMessageBatch deleteQueue
            getQueueAttributes getQueueUrl listDeadLetterSourceQueues listMessageMoveTasks listQueueTags listQueues purgeQueue receiveMessage removePermission
            sendMessage sendMessageBatch setQueueAttributes startMessageMoveTask tagQueue untagQueue
            """,
        ["dynamodb"] = """
            batchExecuteStatement batchGetItem batchWriteItem createBackup createGlobalTable createTable deleteBackup deleteItem deleteResourcePolicy deleteTable
            describeBackup describeContinuousBackups describeContributorInsights describeEndpoints describeExport describeGlobalTable describeGlobalTableSettings
            describeImport describeKinesisStreamingDestination describeLimits describeTable describeTableReplicaAutoScaling describeTimeToLive
            disableKinesisStreamingDestination enableKinesisStreamingDestination executeStatement executeTransaction exportTableToPointInTime getItem
            getResourcePolicy importTable listBackups listContributorInsights listExports listGlobalTables listImports listTables listTagsOfResource putItem
            putResourcePolicy query restoreTableFromBackup restoreTableToPointInTime scan tagResource transactGetItems transactWriteItems untagResource
            updateContinuousBackups updateContributorInsights updateGlobalTable updateGlobalTableSettings updateItem updateKinesisStreamingDestination updateTable
            updateTableReplicaAutoScaling updateTimeToLive
            """,
        ["sfn"] = """
            createActivity createStateMachine createStateMachineAlias deleteActivity deleteStateMachine deleteStateMachineAlias deleteStateMachineVersion
            describeActivity describeExecution describeMapRun describeStateMachine describeStateMachineAlias describeStateMachineForExecution getActivityTask
            getExecutionHistory listActivities listExecutions listMapRuns listStateMachineAliases listStateMachineVersions listStateMachines listTagsForResource
            publishStateMachineVersion redriveExecution sendTaskFailure sendTaskHeartbeat sendTaskSuccess startExecution startSyncExecution stopExecution
            tagResource testState untagResource updateMapRun updateStateMachine updateStateMachineAlias validateStateMachineDefinition
            """,
        ["scheduler"] = """
            createSchedule createScheduleGroup deleteSchedule deleteScheduleGroup getSchedule getScheduleGroup listScheduleGroups listSchedules
            listTagsForResource tagResource untagResource updateSchedule
            """,
    };

    /// <summary>The service as IAM spells it.</summary>
    public static string IamService(Integration integration) => integration.IsSdk ? _iamNames.GetOrElse(integration.Service, integration.Service) : integration.Service;

    /// <summary>What is wrong with the name and what to write; null where nothing is known to be.</summary>
    public static string? Problem(Integration integration) => integration.IsSdk ? SdkProblem(integration) : OptimizedProblem(integration);

    private static string? OptimizedProblem(Integration integration)
    {
        var (service, action) = (integration.Service, integration.Action);
        var asSdk = $"arn:aws:states:::aws-sdk:{_sdkNames.GetOrElse(service, service)}:{action}";
        if (!_optimized.TryGetValue(service, out var list))
        {
            return Nearest(service, _optimized.Keys) is { } near
                ? $"there is no optimized integration '{service}'; did you mean '{near}'?"
                : $"there is no optimized integration '{service}'; every other service is called as '{asSdk}'";
        }

        var patterns = list.Split(' ').Select(a => a.Split(':')).ToDictionary(a => a[0], a => a[1], StringComparer.Ordinal);
        if (!patterns.TryGetValue(action, out var waits))
        {
            return Nearest(action, patterns.Keys) is { } near
                ? $"'{service}' has no operation '{action}' here; did you mean '{near}'?"
                : $"'{service}' has {string.Join(", ", patterns.Keys)} as optimized integrations; write '{asSdk}'";
        }

        var needed = integration.Waits switch { "" => 'R', Integration.CallbackSuffix => 'T', _ => 'S' };
        if (waits.IndexOf(needed) < 0)
            return $"'{service}:{action}' knows no '{integration.Waits}'";
        return integration.Waits == ".sync:2" && service != "states" ? $"'{service}:{action}' knows no '.sync:2'; write '.sync'" : null;
    }

    private static string? SdkProblem(Integration integration)
    {
        var (service, action) = (integration.Service, integration.Action);
        if (integration.Waits.StartsWith(".sync", StringComparison.Ordinal))
            return $"an SDK integration knows no '{integration.Waits}'; wait with a callback or a loop, or use the optimized integration where there is one";
        if (_sdkNames.TryGetValue(service, out var name) && name != service)
            return $"SDK integrations call this service '{name}'";
        if (char.IsUpper(action[0]))
            return $"an operation begins with a small letter: '{char.ToLowerInvariant(action[0])}{action.Substring(1)}'";
        if (!_sdkActions.TryGetValue(service, out var list))
            return Nearest(service, _sdkActions.Keys.Where(k => k.Length > 3)) is { } near ? $"there is no service '{service}'; did you mean '{near}'?" : null;
        var actions = list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return !actions.Contains(action) && Nearest(action, actions) is { } close ? $"'{service}' has no operation '{action}'; did you mean '{close}'?" : null;
    }

    private static string GetOrElse(this Dictionary<string, string> names, string key, string otherwise) => names.TryGetValue(key, out var name) ? name : otherwise;

    /// <summary>The one of the names that a slip or two away is; null where none is so near.</summary>
    internal static string? Nearest(string name, IEnumerable<string> names) => names
        .Select(n => (Name: n, Distance: Distance(name, n)))
        .Where(n => n.Distance <= 2 && n.Distance * 3 < name.Length + 1)
        .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal)
        .Select(n => n.Name)
        .FirstOrDefault();

    // Insertions, deletions, replacements.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
