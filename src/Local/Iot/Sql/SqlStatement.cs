using Aot.Local.Json;

namespace Aot.Local.Iot.Sql;

/// <summary>One item of the SELECT list.</summary>
/// <param name="Name">Its member in the result; null for <c>*</c>, whose members all go there.</param>
internal sealed record SqlSelectItem(string? Name, SqlExpression Expression);

/// <summary>A rule's SQL: which messages it takes and what it makes of them.</summary>
internal sealed record SqlStatement(IReadOnlyList<SqlSelectItem> Items, string Filter, SqlExpression? Where)
{
    /// <summary>What the rule's actions get; null when the rule does not apply to the message.</summary>
    public Value? Apply(SqlMessage message)
    {
        if (!TopicFilter.Matches(Filter, message.Topic)) return null;
        if (Where is not null && Where.Evaluate(message) is not BooleanValue { Boolean: true }) return null;
        if (Items is [{ Name: null, Expression: SqlWhole }]) return message.Payload;

        var result = new ObjectValue();
        foreach (var item in Items)
        {
            var value = item.Expression.Evaluate(message);
            if (item.Name is { } name)
            {
                if (value is not null) result[name] = value;
            }
            else if (value is ObjectValue members)
            {
                foreach (var (member, inner) in members) result[member] = inner;
            }
        }
        return result;
    }
}
