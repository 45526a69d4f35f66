using Aot.Local.Iot.Sql;
using Aot.Local.Json;
using Aot.Local.Template;

namespace Aot.Local.Iot;

/// <summary>Makes rules of <c>AWS::IoT::TopicRule</c> resources.</summary>
/// <remarks>Source: CloudFormation template reference, AWS::IoT::TopicRule Action.</remarks>
internal sealed class TopicRuleReader(SourceMap source, PseudoParameters pseudo)
{
    /// <param name="properties">With their functions evaluated.</param>
    /// <exception cref="TemplateException">The SQL or an action is not understood.</exception>
    public TopicRule Read(string name, ObjectValue properties, int line)
    {
        if (properties["TopicRulePayload"] is not ObjectValue payload) throw new TemplateException(source.File, line, $"The topic rule {name} has no TopicRulePayload.");
        if (payload["Sql"] is not StringValue { Text: var sql }) throw source.Complain(payload, line, $"The topic rule {name} has no Sql.");
        var actions = payload["Actions"] is ArrayValue list ? list.Select(action => Action(name, action, line)).ToArray() : [];
        return new TopicRule(name, Statement(name, sql, source.LineOf(payload, line)), actions, payload["ErrorAction"] is { } error ? Action(name, error, line) : null);
    }

    private SqlStatement Statement(string name, string sql, int line)
    {
        try
        {
            return SqlParser.Parse(sql);
        }
        catch (SqlException e)
        {
            throw new TemplateException(source.File, line, $"The SQL of the topic rule {name} is not understood: {e.Message}\n  {sql}");
        }
    }

    private TopicRuleAction Action(string name, Value action, int line)
    {
        if (action is not ObjectValue { Count: 1 } one || one.Values[0] is not ObjectValue settings)
            throw source.Complain(action, line, $"An action of the topic rule {name} must be a mapping with one key, such as Lambda.");
        string Setting(string member) => settings[member] is StringValue text ? text.Text : throw source.Complain(action, line, $"The {one.Names[0]} action of {name} has no {member}.");
        return one.Names[0] switch
        {
            "Lambda" => new TopicRuleAction.Deliver("Lambda", Setting("FunctionArn")),
            "Sqs" => new TopicRuleAction.Deliver("Sqs", pseudo.Arn("sqs", Setting("QueueUrl").Split('/')[^1])),
            "Sns" => new TopicRuleAction.Deliver("Sns", Setting("TargetArn")),
            "StepFunctions" => new TopicRuleAction.Deliver("StepFunctions", pseudo.Arn("states", "stateMachine:" + Setting("StateMachineName"))),
            "Republish" => new TopicRuleAction.Republish(Setting("Topic")),
            var other => throw source.Complain(action, line, $"The topic rule {name} has an action {other}, which is not supported here. Supported: Lambda, Sqs, Sns, StepFunctions, Republish."),
        };
    }
}
