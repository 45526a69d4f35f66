using Aot.Local.Iot.Sql;
using Aot.Local.Json;
using Aot.Local.Services;

namespace Aot.Local.Iot;

/// <summary>Runs every message through the rules. A rule that fails stops neither the others nor the broker.</summary>
/// <param name="republish">Publishes a payload to a topic.</param>
/// <param name="print">Takes a line about what failed.</param>
internal sealed class RuleEngine(IReadOnlyList<TopicRule> rules, IEventTargets targets, Func<string, byte[], Task> republish, TimeProvider time, Action<string> print)
{
    private const string BasicIngest = "$aws/rules/";

    public async Task HandleAsync(string topic, string clientId, byte[] payload, CancellationToken cancellationToken)
    {
        var (applicable, heard) = Applicable(topic);
        foreach (var rule in applicable.Where(rule => TopicFilter.Matches(rule.Statement.Filter, heard)))
        {
            try
            {
                var message = new SqlMessage(heard, clientId, Value.Parse(payload), time.GetUtcNow());
                if (rule.Statement.Apply(message) is not { } result) continue;
                foreach (var action in rule.Actions) await RunAsync(rule, action, message, payload, result, cancellationToken);
            }
            catch (JsonFormatException e)
            {
                print($"The rule {rule.Name} cannot read a message on {heard}: {e.Message}");
                await ReportAsync(rule, rule.Actions.FirstOrDefault(), heard, clientId, payload, $"Failed to parse the payload as JSON: {e.Message}", cancellationToken);
            }
        }
    }

    // $aws/rules/<rule>/<topic> goes to that one rule, past the broker; the rule sees the topic.
    private (IEnumerable<TopicRule> Rules, string Topic) Applicable(string topic)
    {
        if (!topic.StartsWith(BasicIngest, StringComparison.Ordinal)) return (rules, topic);
        var parts = topic[BasicIngest.Length..].Split('/', 2);
        return (rules.Where(rule => rule.Name == parts[0]), parts.Length > 1 ? parts[1] : "");
    }

    private async Task RunAsync(TopicRule rule, TopicRuleAction action, SqlMessage message, byte[] payload, Value result, CancellationToken cancellationToken)
    {
        try
        {
            if (action is TopicRuleAction.Deliver deliver) await targets.DeliverAsync(deliver.TargetArn, result, cancellationToken);
            else if (action is TopicRuleAction.Republish onward) await republish(onward.Topic, result.ToUtf8Json());
        }
        catch (ServiceException e)
        {
            print($"The {action.Kind} action of the rule {rule.Name} failed: {e.Message}");
            await ReportAsync(rule, action, message.Topic, message.ClientId, payload, e.Message, cancellationToken);
        }
    }

    // Source: AWS IoT Core developer guide, "Error handling (error action)", error action message format.
    private async Task ReportAsync(TopicRule rule, TopicRuleAction? failed, string topic, string clientId, byte[] payload, string problem, CancellationToken cancellationToken)
    {
        if (rule.ErrorAction is not { } errorAction) return;
        var report = new ObjectValue
        {
            ["ruleName"] = rule.Name,
            ["topic"] = topic,
            ["cloudwatchTraceId"] = Guid.NewGuid().ToString(),
            ["clientId"] = clientId,
            ["base64OriginalPayload"] = Convert.ToBase64String(payload),
            ["failures"] = new ArrayValue(new ObjectValue
            {
                ["failedAction"] = (failed?.Kind ?? "Rule") + "Action",
                ["failedResource"] = failed switch { TopicRuleAction.Deliver deliver => deliver.TargetArn, TopicRuleAction.Republish onward => onward.Topic, _ => rule.Name },
                ["errorMessage"] = problem,
            }),
        };
        try
        {
            if (errorAction is TopicRuleAction.Deliver deliver) await targets.DeliverAsync(deliver.TargetArn, report, cancellationToken);
            else if (errorAction is TopicRuleAction.Republish onward) await republish(onward.Topic, report.ToUtf8Json());
        }
        catch (ServiceException e)
        {
            print($"The error action of the rule {rule.Name} failed, the message is lost: {e.Message}");
        }
    }
}
