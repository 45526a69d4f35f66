namespace Aot.Generators;

/// <summary>Metadata names of the types that the compiler recognises; a test compares those of Authoring and Runtime with <c>typeof</c>.</summary>
internal static class KnownNames
{
    public const string StateMachineAttribute = "Aot.Authoring.StateMachineAttribute";
    public const string ServiceIntegrationAttribute = "Aot.Authoring.ServiceIntegrationAttribute";
    public const string TaskPermissionAttribute = "Aot.Authoring.TaskPermissionAttribute";
    public const string TaskConditionAttribute = "Aot.Authoring.TaskConditionAttribute";
    public const string RetryAttribute = "Aot.Authoring.RetryAttribute";
    public const string TaskTimeoutAttribute = "Aot.Authoring.TaskTimeoutAttribute";
    public const string CredentialsAttribute = "Aot.Authoring.CredentialsAttribute";
    public const string RawStateAttribute = "Aot.Authoring.RawStateAttribute";
    public const string ItemSource = "Aot.Authoring.ItemSource";
    public const string ActivityAttribute = "Aot.Authoring.ActivityAttribute";
    public const string ErrorNameAttribute = "Aot.Authoring.ErrorNameAttribute";
    public const string ScheduleAttribute = "Aot.Authoring.ScheduleAttribute";
    public const string EventBridgeRuleAttribute = "Aot.Authoring.EventBridgeRuleAttribute";
    public const string EventBridgeRuleOfDetailAttribute = "Aot.Authoring.EventBridgeRuleAttribute`1";
    public const string ScheduleV2Attribute = "Aot.Authoring.ScheduleV2Attribute";
    public const string ApiAttribute = "Aot.Authoring.ApiAttribute";
    public const string TagAttribute = "Aot.Authoring.TagAttribute";
    public const string Flow = "Aot.Authoring.Flow";
    public const string LambdaFunctionAttribute = "Aot.Runtime.LambdaFunctionAttribute";
    public const string LambdaContext = "Aot.Runtime.LambdaContext";

    /// <summary>The attribute of AWS's own package: same properties, so that its handlers need no rewrite.</summary>
    public const string AmazonLambdaFunctionAttribute = "Amazon.Lambda.Annotations.LambdaFunctionAttribute";
    public const string AmazonLambdaContext = "Amazon.Lambda.Core.ILambdaContext";
}
