using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Sam;

/// <summary>What the role of a machine needs for an integration besides the action that its ARN names.</summary>
/// <remarks>Source: Step Functions developer guide, "How Step Functions generates IAM policies for integrated services", a page per service.</remarks>
internal static class IntegrationPermissions
{
    private const string Prefix = "arn:aws:states:::";

    // A job that is waited for is also described and stopped, and a rule of the service's own tells when it ended.
    private static readonly Dictionary<string, Extras> _extras = new(StringComparer.Ordinal)
    {
        ["states:startExecution.sync"] = new([], [], "StepFunctionsGetEventsForStepFunctionsExecutionRule"),
        ["batch:submitJob.sync"] = new([], ["batch:DescribeJobs", "batch:TerminateJob"], "StepFunctionsGetEventsForBatchJobsRule"),
        ["ecs:runTask.sync"] = new([], ["ecs:DescribeTasks", "ecs:StopTask"], "StepFunctionsGetEventsForECSTaskRule"),
        ["codebuild:startBuild.sync"] = new(["codebuild:BatchGetBuilds", "codebuild:StopBuild"], [], "StepFunctionsGetEventForCodeBuildStartBuildRule"),
        ["codebuild:startBuildBatch.sync"] =
            new(["codebuild:BatchGetBuildBatches", "codebuild:StopBuildBatch"], [], "StepFunctionsGetEventForCodeBuildStartBuildBatchRule"),
        ["glue:startJobRun.sync"] = new(["glue:BatchStopJobRun", "glue:GetJobRun", "glue:GetJobRuns"], [], null),
        ["databrew:startJobRun.sync"] = new(["databrew:ListJobRuns", "databrew:StopJobRun"], [], null),
        ["athena:startQueryExecution.sync"] = new(["athena:GetQueryExecution", "athena:StopQueryExecution"], [], null),
        ["sagemaker:createTrainingJob.sync"] =
            new(["sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob"], [], "StepFunctionsGetEventsForSageMakerTrainingJobsRule"),
        ["sagemaker:createTransformJob.sync"] =
            new(["sagemaker:DescribeTransformJob", "sagemaker:StopTransformJob"], [], "StepFunctionsGetEventsForSageMakerTransformJobsRule"),
        ["elasticmapreduce:createCluster.sync"] =
            new(["elasticmapreduce:DescribeCluster", "elasticmapreduce:TerminateJobFlows"], [], "StepFunctionsGetEventForEMRRunJobFlowRule"),
        ["elasticmapreduce:addStep.sync"] =
            new(["elasticmapreduce:CancelSteps", "elasticmapreduce:DescribeStep"], [], "StepFunctionsGetEventForEMRAddJobFlowStepsRule"),
        ["emr-serverless:startJobRun.sync"] =
            new(["emr-serverless:CancelJobRun", "emr-serverless:GetJobRun"], [], "StepFunctionsGetEventsForEMRServerlessJobRule"),
        ["mediaconvert:createJob.sync"] = new(["mediaconvert:CancelJob", "mediaconvert:GetJob"], [], "StepFunctionsGetEventsForMediaConvertJobRule"),
    };

    /// <param name="integration">The task's <c>Resource</c>.</param>
    /// <param name="resources">What the integration's own action is allowed on.</param>
    /// <param name="arguments">The task's arguments.</param>
    public static IEnumerable<Permission> Of(string integration, IReadOnlyList<TemplateValue> resources, Expr arguments)
    {
        var name = integration.StartsWith(Prefix, StringComparison.Ordinal) ? integration.Substring(Prefix.Length) : integration;
        name = name.EndsWith(".sync:2", StringComparison.Ordinal) ? name.Substring(0, name.Length - 2) : name;
        if (!_extras.TryGetValue(name, out var extras))
            return [];
        var started = arguments.Descendants().OfType<ResourceExpr>().Where(_ => name.StartsWith("states:", StringComparison.Ordinal)).Distinct();
        return [
            .. extras.OnSameResource.SelectMany(action => resources.Select(resource => new Permission(action, resource))),
            .. extras.Everywhere.Select(action => new Permission(action, new TemplateValue(TemplateFunction.Literal, "*"))),
            .. started.SelectMany(machine => Executions($"${{{machine.LogicalId}.Name}}", ["states:DescribeExecution", "states:StopExecution"])),
            .. extras.Rule is null ? [] : Rule(extras.Rule),
        ];
    }

    /// <summary>Actions on every execution of a machine, which has an ARN of its own form.</summary>
    /// <param name="machineName">The machine's name, with placeholders.</param>
    /// <param name="actions">What is done.</param>
    public static IEnumerable<Permission> Executions(string machineName, params string[] actions) =>
        actions.Select(action => new Permission(action, StatesArn($"execution:{machineName}:*")));

    /// <summary>An ARN of Step Functions in the stack's own account and region.</summary>
    public static TemplateValue StatesArn(string resource) => OwnArn("states", resource);

    private static TemplateValue OwnArn(string service, string resource) =>
        new(TemplateFunction.Sub, $"arn:${{AWS::Partition}}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{resource}");

    private static IEnumerable<Permission> Rule(string rule) =>
        new[] { "events:DescribeRule", "events:PutRule", "events:PutTargets" }.Select(action => new Permission(action, OwnArn("events", $"rule/{rule}")));

    /// <param name="OnSameResource">Actions on what the integration's own action is allowed on.</param>
    /// <param name="Everywhere">Actions that know no resource, or one that only the run names.</param>
    /// <param name="Rule">The managed EventBridge rule.</param>
    private sealed record Extras(string[] OnSameResource, string[] Everywhere, string? Rule);
}
