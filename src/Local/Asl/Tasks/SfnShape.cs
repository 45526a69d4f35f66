using System.Collections.Frozen;
using Aot.Local.Asl.Running;
using Aot.Local.Json;

namespace Aot.Local.Asl.Tasks;

/// <summary>Turns Step Functions' own messages (camelCase, times as seconds) into what integrations show (PascalCase, times as text) and back.</summary>
internal static class SfnShape
{
    private static readonly FrozenSet<string> _times = new[] { "startDate", "stopDate", "creationDate", "updateDate", "timestamp" }.ToFrozenSet(StringComparer.Ordinal);

    public static Value ToWire(Value value) => Rename(value, name => char.ToLowerInvariant(name[0]) + name[1..], isTime: _ => false);

    public static Value FromWire(Value value) => Rename(value, name => char.ToUpperInvariant(name[0]) + name[1..], isTime: _times.Contains);

    /// <summary>The result of a <c>.sync</c> task, from the answer of DescribeExecution.</summary>
    /// <param name="hasParsedTexts"><c>.sync:2</c>: Input and Output are JSON, not text.</param>
    public static ObjectValue Ended(ObjectValue described, bool hasParsedTexts)
    {
        var ended = new ObjectValue();
        // In the service's order; redrive members are not shown.
        foreach (var name in (ReadOnlySpan<string>)["cause", "error", "executionArn", "input", "inputDetails", "name", "output", "outputDetails", "startDate", "stateMachineArn", "status", "stopDate"])
        {
            if (described[name] is not { } value) continue;
            ended[char.ToUpperInvariant(name[0]) + name[1..]] = (name, value) switch
            {
                ("input" or "output", StringValue text) when hasParsedTexts => Value.Parse(text.Text),
                ("startDate" or "stopDate", NumberValue seconds) => Math.Round(seconds.Number * 1000),
                _ => FromWire(value),
            };
        }
        return ended;
    }

    private static Value Rename(Value value, Func<string, string> rename, Func<string, bool> isTime)
    {
        switch (value)
        {
            case ObjectValue members:
                var renamed = new ObjectValue(members.Count);
                foreach (var (name, member) in members)
                {
                    renamed[name.Length == 0 ? name : rename(name)] = isTime(name) && member is NumberValue seconds
                        ? Timestamps.ToText(DateTimeOffset.UnixEpoch.AddSeconds(seconds.Number))
                        : Rename(member, rename, isTime);
                }
                return renamed;
            case ArrayValue array:
                return new ArrayValue([.. array.Select(item => Rename(item, rename, isTime))]);
            default:
                return value;
        }
    }
}
