using Aot.Generators.Ir;

namespace Aot.Generators.Sam;

/// <summary>The <c>Events</c> of a state machine: schedules and rules.</summary>
internal static class MachineEvents
{
    /// <summary>Null without events.</summary>
    public static Yaml? Write(IEnumerable<MachineEvent> events)
    {
        var (entries, kinds) = (new List<YamlEntry>(), new List<string>());
        foreach (var @event in events)
        {
            var (name, properties) = @event switch
            {
                ScheduleEvent schedule => ("Schedule", Schedule(schedule)),
                ScheduleV2Event schedule => ("Scheduler", ScheduleV2(schedule)),
                EventBridgeRuleEvent rule => ("Rule", Rule(rule)),
                ApiEvent api => ("Api", Api(api)),
                _ => throw new InvalidOperationException($"{@event.GetType().Name} has no form in a template."),
            };
            var type = name switch { "Rule" => "EventBridgeRule", "Scheduler" => "ScheduleV2", _ => name };
            var count = kinds.Count(kind => kind == name) + 1;
            kinds.Add(name);
            entries.Add(new YamlEntry(count == 1 ? name : $"{name}{count}", YamlMapping.Of(
                ("Type", Yaml.Text(type)),
                ("Properties", properties))));
        }

        return entries.Count == 0 ? null : new YamlMapping(entries.ToEquatableArray());
    }

    private static YamlMapping Schedule(ScheduleEvent schedule) => YamlMapping.Of(
        ("Schedule", Yaml.Text(schedule.Expression)),
        ("Input", schedule.Input is null ? null : Yaml.Text(schedule.Input.Trim())),
        ("Enabled", schedule.Enabled ? null : Yaml.Boolean(false)));

    private static YamlMapping ScheduleV2(ScheduleV2Event schedule) => YamlMapping.Of(
        ("ScheduleExpression", Yaml.Text(schedule.Expression)),
        ("ScheduleExpressionTimezone", Text(schedule.TimeZone)),
        ("FlexibleTimeWindow", schedule.FlexibleWindowMinutes == 0
            ? null
            : YamlMapping.Of(("Mode", Yaml.Text("FLEXIBLE")), ("MaximumWindowInMinutes", Yaml.Number(schedule.FlexibleWindowMinutes)))),
        ("StartDate", Text(schedule.StartDate)),
        ("EndDate", Text(schedule.EndDate)),
        ("GroupName", schedule.Group is null ? null : Yaml.Verbatim($"!Ref {schedule.Group}")),
        ("Input", Text(schedule.Input?.Trim())),
        ("State", schedule.Enabled ? null : Yaml.Text("DISABLED")));

    private static YamlMapping Api(ApiEvent api) => YamlMapping.Of(
        ("Method", Yaml.Text(api.Method.ToLowerInvariant())),
        ("Path", Yaml.Text(api.Path)),
        ("RestApiId", api.RestApi is null ? null : Yaml.Verbatim($"!Ref {api.RestApi}")));

    private static Yaml? Text(string? text) => text is null ? null : Yaml.Text(text);

    private static YamlMapping Rule(EventBridgeRuleEvent rule) => YamlMapping.Of(
        ("EventBusName", rule.Bus is null ? null : Yaml.Verbatim($"!Ref {rule.Bus}")),
        ("Pattern", Json(rule.Pattern)),
        ("InputPath", rule.InputPath is null ? null : Yaml.Text(rule.InputPath)),
        ("InputTransformer", rule.InputTemplate is null ? null : YamlMapping.Of(
            ("InputPathsMap", rule.InputPaths is null ? null : Json(rule.InputPaths)),
            ("InputTemplate", Yaml.Text(rule.InputTemplate.Trim())))));

    // Text that is no JSON was reported where it stands, and the machine is not emitted.
    private static Yaml Json(string text) => JsonYaml.Read(text, out _) ?? Yaml.Text(text);
}
