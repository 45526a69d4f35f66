using Aot.Local.Json;

namespace Aot.Local.Asl.Items;

/// <summary>One item of a distributed Map.</summary>
/// <param name="Value">The item itself: what ItemSelector sees as its value.</param>
/// <param name="Source">Where it comes from: <c>STATE_DATA</c> or <c>s3://bucket/key</c>.</param>
/// <param name="Key">Its name in the object that was iterated over; null in an array.</param>
internal sealed record MapItem(Value Value, string Source, string? Key = null)
{
    private const string StateData = "STATE_DATA";

    /// <summary>What an execution gets when no ItemSelector says otherwise.</summary>
    public Value Input => Key is null ? Value : new ObjectValue(2) { ["Key"] = Key, ["Value"] = Value };

    /// <summary>The items of an array or the members of an object; null for what is neither.</summary>
    public static IReadOnlyList<MapItem>? Of(Value value, string source = StateData) => value switch
    {
        ArrayValue array => [.. array.Select(item => new MapItem(item, source))],
        ObjectValue members => [.. members.Select(member => new MapItem(member.Value, source, member.Key))],
        _ => null,
    };
}
