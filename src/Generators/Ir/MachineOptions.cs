namespace Aot.Generators.Ir;

/// <summary>What the attributes of a workflow class say about its resource beside the definition.</summary>
/// <param name="LogLevel">The template's word: <c>ERROR</c>.</param>
/// <param name="LogsExecutionData">Whether log lines carry inputs and outputs.</param>
/// <param name="IsTraced">Whether X-Ray gets traces.</param>
/// <param name="Tags">In source order.</param>
internal sealed record MachineOptions(string LogLevel, bool LogsExecutionData, bool IsTraced, EquatableArray<Tag> Tags)
{
    public const string NoLogs = "OFF";

    public static readonly MachineOptions Default = new("ERROR", LogsExecutionData: false, IsTraced: true, []);
}

/// <summary><c>[Tag("team", "payments")]</c></summary>
internal sealed record Tag(string Key, string Value);
