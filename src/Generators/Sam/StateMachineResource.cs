using Aot.Generators.Ir;

namespace Aot.Generators.Sam;

/// <summary>The template resources of a workflow: the state machine and the group its errors are logged to.</summary>
internal static class StateMachineResource
{
    private const int LogRetentionDays = 30;

    // What a state machine needs to deliver logs; none of these actions knows a resource.
    // Source: Step Functions developer guide, "Logging using CloudWatch Logs".
    private static readonly string[] _logDelivery =
    [
        "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
    ];

    public static string Write(CompiledMachine machine)
    {
        var source = machine.Namespace.Length == 0 ? machine.ClassName : $"{machine.Namespace}.{machine.ClassName}";
        var logs = $"{machine.Name}Logs";
        return YamlWriter.Write(YamlMapping.Of(
            (machine.Name, YamlMapping.Of(
                ("Type", Yaml.Text("AWS::Serverless::StateMachine")),
                ("Metadata", GeneratedResource.Metadata(source)),
                ("Properties", Properties(machine, logs)))),
            (logs, HasLogs(machine) ? LogGroup(machine, source) : null)));
    }

    private static bool HasLogs(CompiledMachine machine) => machine.Options.LogLevel != MachineOptions.NoLogs;

    private static YamlMapping LogGroup(CompiledMachine machine, string source) => YamlMapping.Of(
        ("Type", Yaml.Text("AWS::Logs::LogGroup")),
        ("Metadata", GeneratedResource.Metadata(source)),
        ("Properties", YamlMapping.Of(
            // Groups under this prefix do not count against the size limit of the account's log resource policy.
            ("LogGroupName", Yaml.Verbatim($"!Sub \"/aws/vendedlogs/states/${{AWS::StackName}}-{machine.Name}\"")),
            ("RetentionInDays", Yaml.Number(LogRetentionDays)))));

    private static YamlMapping Properties(CompiledMachine machine, string logs)
    {
        var delivery = (HasLogs(machine) ? _logDelivery : []).Select(action => new Permission(action, new TemplateValue(TemplateFunction.Literal, "*")));
        return YamlMapping.Of(
            ("Type", Yaml.Text(machine.IsExpress ? "EXPRESS" : "STANDARD")),
            ("DefinitionUri", Yaml.Verbatim(GeneratedResource.DefinitionUri)),
            ("DefinitionSubstitutions", machine.Substitutions.Count == 0 ? null : Substitutions(machine)),
            ("Events", MachineEvents.Write(machine.Events)),
            ("Logging", HasLogs(machine) ? Logging(machine, logs) : null),
            ("Tracing", machine.Options.IsTraced ? YamlMapping.Of(("Enabled", Yaml.Boolean(true))) : null),
            ("Tags", machine.Options.Tags.Count == 0 ? null : TemplateText.Write(machine.Options.Tags)),
            ("Policies", Policies(Iam.Policy(machine.Permissions), Iam.Policy(delivery))));
    }

    private static YamlSequence? Policies(params Yaml?[] policies) =>
        policies.Any(policy => policy is not null) ? new YamlSequence(policies.OfType<Yaml>().ToEquatableArray()) : null;

    private static YamlMapping Logging(CompiledMachine machine, string logs) => YamlMapping.Of(
        ("Level", Yaml.Text(machine.Options.LogLevel)),
        ("IncludeExecutionData", Yaml.Boolean(machine.Options.LogsExecutionData)),
        ("Destinations", new YamlSequence([YamlMapping.Of(
            ("CloudWatchLogsLogGroup", YamlMapping.Of(("LogGroupArn", Yaml.Verbatim($"!GetAtt {logs}.Arn")))))])));

    private static YamlMapping Substitutions(CompiledMachine machine) => new(machine.Substitutions
        .OrderBy(substitution => substitution.Name, StringComparer.Ordinal)
        .Select(substitution => new YamlEntry(substitution.Name, TemplateText.Write(substitution.Value)))
        .ToEquatableArray());
}
