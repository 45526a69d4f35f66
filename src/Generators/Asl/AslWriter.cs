using System.Globalization;
using Aot.Generators.Ir;
using Aot.Generators.Jsonata;

namespace Aot.Generators.Asl;

/// <summary>Writes a definition: the same text for the same machine, with the fields in the order in which people read them.</summary>
internal static class AslWriter
{
    public static string Write(AslMachine machine, string comment, int? timeoutSeconds)
    {
        var fields = new List<JsonProperty> { Field("Comment", comment), Field("QueryLanguage", "JSONata") };
        if (timeoutSeconds is { } seconds)
            fields.Add(Field("TimeoutSeconds", seconds));
        fields.AddRange(Fields(machine));
        return JsonLayout.Write(Object(fields)) + "\n";
    }

    private static IEnumerable<JsonProperty> Fields(AslMachine machine) =>
    [
        Field("StartAt", machine.StartAt),
        new("States", Object(machine.States.Select(s => new JsonProperty(s.Name, Object(Fields(s)))))),
    ];

    private static IEnumerable<JsonProperty> Fields(AslState state) => state switch
    {
        AslPass pass => [Field("Type", "Pass"), .. Fields(pass.Then)],
        AslChoice choice =>
        [
            Field("Type", "Choice"),
            new("Choices", Array(choice.Rules.Select(r => Object([Field("Condition", $"{{% {r.Condition} %}}"), .. Fields(r.Then)])))),
            Field("Default", choice.Default.Next!),
            .. Fields(choice.Default with { Next = null }),
        ],
        AslWait wait => [Field("Type", "Wait"), new(wait.IsTimestamp ? "Timestamp" : "Seconds", wait.Until), .. Fields(wait.Then)],
        AslTask task =>
        [
            Field("Type", "Task"),
            Field("Resource", task.Resource),
            new("Arguments", task.Arguments),
            .. Optional("TimeoutSeconds", task.TimeoutSeconds),
            .. Optional("HeartbeatSeconds", task.HeartbeatSeconds),
            .. task.RoleArn is { } role ? [new JsonProperty("Credentials", Object([Field("RoleArn", role)]))] : Array<JsonProperty>(),
            .. List("Retry", task.Retries.Select(Retry)),
            .. List("Catch", task.Catchers.Select(Catch)),
            .. Fields(task.Then),
        ],
        AslParallel parallel =>
        [
            Field("Type", "Parallel"),
            new("Branches", Array(parallel.Branches.Select(b => Object(Fields(b))))),
            .. List("Catch", parallel.Catchers.Select(Catch)),
            .. Fields(parallel.Then),
        ],
        AslMap map =>
        [
            Field("Type", "Map"),
            .. map.Items is { } items ? [new JsonProperty("Items", items)] : Array<JsonProperty>(),
            .. map.Fields,
            .. map.ItemSelector is { } selector ? [new JsonProperty("ItemSelector", selector)] : Array<JsonProperty>(),
            new("ItemProcessor", Object([new("ProcessorConfig", Processor(map.Mode)), .. Fields(map.Body)])),
            .. List("Catch", map.Catchers.Select(Catch)),
            .. Fields(map.Then),
        ],
        AslSucceed succeed => [Field("Type", "Succeed"), new("Output", succeed.Output)],
        AslFail fail => [Field("Type", "Fail"), new("Error", fail.Error), .. fail.Cause is { } cause ? [new JsonProperty("Cause", cause)] : Array<JsonProperty>()],
        _ => throw new InvalidOperationException($"No fields for {state.GetType().Name}."),
    };

    private static JsonObject Processor(MapMode mode) => mode == MapMode.Inline
        ? Object([Field("Mode", "INLINE")])
        : Object([Field("Mode", "DISTRIBUTED"), Field("ExecutionType", mode == MapMode.Express ? "EXPRESS" : "STANDARD")]);

    private static IEnumerable<JsonProperty> Fields(AslNext then)
    {
        if (then.Assign.Count > 0)
            yield return new("Assign", new JsonObject(then.Assign));
        if (then.Output is not null)
        {
            yield return new("Output", then.Output);
            yield return new("End", JsonText.Of(true));
        }

        if (then.Next is not null)
            yield return Field("Next", then.Next);
    }

    private static JsonText Retry(RetryRule retry) => Object(
    [
        new("ErrorEquals", Array(retry.ErrorNames.Select(JsonText.Of))),
        Field("IntervalSeconds", retry.IntervalSeconds),
        Field("MaxAttempts", retry.MaxAttempts),
        new("BackoffRate", new JsonScalar(retry.BackoffRate.ToString("R", CultureInfo.InvariantCulture))),
        .. Optional("MaxDelaySeconds", retry.MaxDelaySeconds),
        .. retry.FullJitter ? [Field("JitterStrategy", "FULL")] : Array<JsonProperty>(),
    ]);

    private static JsonText Catch(AslCatcher catcher) => Object([new("ErrorEquals", Array(catcher.ErrorEquals.Select(JsonText.Of))), .. Fields(catcher.Then)]);

    private static IEnumerable<JsonProperty> List(string name, IEnumerable<JsonText> items)
    {
        var array = items.ToEquatableArray();
        return array.Count == 0 ? [] : [new JsonProperty(name, new JsonArray(array))];
    }

    private static IEnumerable<JsonProperty> Optional(string name, JsonText? value) => value is null ? [] : [new JsonProperty(name, value)];

    private static IEnumerable<JsonProperty> Optional(string name, int? value) => value is { } number ? [Field(name, number)] : [];

    private static JsonProperty Field(string name, string value) => new(name, JsonText.Of(value));

    private static JsonProperty Field(string name, long value) => new(name, JsonText.Of(value));

    private static JsonObject Object(IEnumerable<JsonProperty> properties) => new(properties.ToEquatableArray());

    private static JsonArray Array(IEnumerable<JsonText> items) => new(items.ToEquatableArray());

    private static T[] Array<T>() => [];
}
