namespace Aot.Generators.Ir;

/// <summary>Something that starts an execution: one event attribute of a workflow class.</summary>
internal abstract record MachineEvent;

/// <summary><c>[Schedule("rate(5 minutes)")]</c></summary>
internal sealed record ScheduleEvent(string Expression, string? Input, bool Enabled) : MachineEvent;

/// <summary><c>[EventBridgeRule("…")]</c></summary>
internal sealed record EventBridgeRuleEvent(string Pattern, string? Bus, string? InputPath, string? InputPaths, string? InputTemplate) : MachineEvent;
