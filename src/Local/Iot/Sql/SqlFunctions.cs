using Aot.Local.Json;

namespace Aot.Local.Iot.Sql;

/// <summary>A function of a rule's SQL and how many arguments it takes.</summary>
internal sealed record SqlFunction(string Name, int Least, int Most, Func<SqlMessage, Value?[], Value?> Call);

/// <summary>The functions a rule may call.</summary>
/// <remarks>Source: AWS IoT Core developer guide, "Functions".</remarks>
internal static class SqlFunctions
{
    private static readonly SqlFunction[] All =
    [
        new("topic", 0, 1, (message, arguments) => arguments is [] ? message.Topic : Level(message.Topic, arguments[0])),
        new("timestamp", 0, 0, (message, _) => new NumberValue(message.ReceivedAt.ToUnixTimeMilliseconds())),
        new("clientid", 0, 0, (message, _) => message.ClientId),
        new("newuuid", 0, 0, (_, _) => Guid.NewGuid().ToString()),
        new("upper", 1, 1, (_, arguments) => arguments[0] is StringValue text ? (Value)text.Text.ToUpperInvariant() : null),
        new("lower", 1, 1, (_, arguments) => arguments[0] is StringValue text ? (Value)text.Text.ToLowerInvariant() : null),
        new("abs", 1, 1, (_, arguments) => arguments[0] is NumberValue number ? Math.Abs(number.Number) : null),
        new("isNull", 1, 1, (_, arguments) => arguments[0] is NullValue),
        new("isUndefined", 1, 1, (_, arguments) => arguments[0] is null),
    ];

    /// <summary>The function of that name, in any case.</summary>
    public static SqlFunction? Find(string name) => Array.Find(All, function => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>For messages.</summary>
    public static string Names => string.Join(", ", All.Select(function => function.Name));

    // topic(1) is the first level.
    private static Value? Level(string topic, Value? number)
    {
        var levels = topic.Split('/');
        return number is NumberValue { Number: var level } && level >= 1 && level <= levels.Length ? (Value)levels[(int)level - 1] : null;
    }
}
