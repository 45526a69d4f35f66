using Aot.Local.Iot.Sql;
using Aot.Local.Json;

namespace Aot.Local.Iot;

/// <summary>A rule of the template.</summary>
/// <param name="ErrorAction">Gets the message and what failed, when an action fails; null: only the console hears of it.</param>
internal sealed record TopicRule(string Name, SqlStatement Statement, IReadOnlyList<TopicRuleAction> Actions, TopicRuleAction? ErrorAction);

/// <summary>What a rule does with its result.</summary>
internal abstract record TopicRuleAction(string Kind)
{
    /// <summary>Delivers to a function, queue, topic or state machine.</summary>
    public sealed record Deliver(string Kind, string TargetArn) : TopicRuleAction(Kind);

    /// <summary>Publishes to another topic.</summary>
    public sealed record Republish(string Topic) : TopicRuleAction("Republish");
}
