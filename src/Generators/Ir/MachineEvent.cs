namespace Aot.Generators.Ir;

/// <summary>Something that starts an execution: one event attribute of a workflow class.</summary>
internal abstract record MachineEvent;

/// <summary><c>[Schedule("rate(5 minutes)")]</c></summary>
internal sealed record ScheduleEvent(string Expression, string? Input, bool Enabled) : MachineEvent;

/// <summary><c>[EventBridgeRule("…")]</c></summary>
internal sealed record EventBridgeRuleEvent(string Pattern, string? Bus, string? InputPath, string? InputPaths, string? InputTemplate) : MachineEvent;

/// <summary><c>[ScheduleV2("cron(0 8 * * ? *)", TimeZone = "Europe/Rome")]</c></summary>
internal sealed record ScheduleV2Event(
    string Expression, string? TimeZone, int FlexibleWindowMinutes, string? StartDate, string? EndDate, string? Group, string? Input, bool Enabled) : MachineEvent;

/// <summary><c>[Api("POST", "/orders")]</c></summary>
internal sealed record ApiEvent(string Method, string Path, string? RestApi) : MachineEvent;
