using Aot.Generators.Ir;

namespace Aot.Generators.Sam;

/// <summary>The <c>Events</c> of a state machine: schedules and rules.</summary>
internal static class MachineEvents
{
    /// <summary>Null without events.</summary>
    public static Yaml? Write(IEnumerable<MachineEvent> events)
    {
        var entries = new List<YamlEntry>();
        foreach (var @event in events)
        {
            var (name, properties) = @event switch
            {
                ScheduleEvent schedule => ("Schedule", Schedule(schedule)),
                EventBridgeRuleEvent rule => ("Rule", Rule(rule)),
                _ => throw new InvalidOperationException($"{@event.GetType().Name} has no form in a template."),
            };
            var count = entries.Count(entry => entry.Key.StartsWith(name, StringComparison.Ordinal)) + 1;
            entries.Add(new YamlEntry(count == 1 ? name : $"{name}{count}", YamlMapping.Of(
                ("Type", Yaml.Text(name == "Rule" ? "EventBridgeRule" : name)),
                ("Properties", properties))));
        }

        return entries.Count == 0 ? null : new YamlMapping(entries.ToEquatableArray());
    }

    private static YamlMapping Schedule(ScheduleEvent schedule) => YamlMapping.Of(
        ("Schedule", Yaml.Text(schedule.Expression)),
        ("Input", schedule.Input is null ? null : Yaml.Text(schedule.Input.Trim())),
        ("Enabled", schedule.Enabled ? null : Yaml.Boolean(false)));

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
