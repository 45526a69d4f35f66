using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Sam;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading;

/// <summary>Reads what starts a workflow from the attributes of its class, in source order.</summary>
/// <param name="method">RunAsync; null where it was reported.</param>
internal sealed class EventReader(INamedTypeSymbol type, IMethodSymbol? method, DiagnosticSink sink, Location location)
{
    public IEnumerable<MachineEvent> Read()
    {
        foreach (var attribute in type.GetAttributes())
        {
            var check = new EventCheck(attribute, sink, location);
            switch (attribute.AttributeClass?.OriginalDefinition.FullName())
            {
                case KnownNames.ScheduleAttribute:
                    var schedule = new ScheduleEvent(Text(attribute, 0), attribute.NamedString("Input"), IsEnabled(attribute));
                    check.Check(schedule);
                    yield return schedule;
                    break;
                case KnownNames.ScheduleV2Attribute:
                    var scheduleV2 = ScheduleV2(attribute);
                    check.Check(scheduleV2);
                    yield return scheduleV2;
                    break;
                case KnownNames.EventBridgeRuleAttribute:
                    var rule = new EventBridgeRuleEvent(
                        Text(attribute, 0),
                        attribute.NamedString("Bus"),
                        attribute.NamedString("InputPath"),
                        attribute.NamedString("InputPaths"),
                        attribute.NamedString("InputTemplate"));
                    check.Check(rule);
                    yield return rule;
                    break;
                case KnownNames.EventBridgeRuleOfDetailAttribute:
                    check.CheckDetail(attribute.AttributeClass!.TypeArguments[0], method?.Parameters.FirstOrDefault()?.Type);
                    yield return new EventBridgeRuleEvent(Pattern(attribute), attribute.NamedString("Bus"), "$.detail", null, null);
                    break;
                case KnownNames.ApiAttribute:
                    var api = new ApiEvent(Text(attribute, 0).ToUpperInvariant(), Text(attribute, 1), attribute.NamedString("RestApi"));
                    check.Check(api);
                    yield return api;
                    break;
            }
        }
    }

    private static ScheduleV2Event ScheduleV2(AttributeData attribute) => new(
        Text(attribute, 0),
        attribute.NamedString("TimeZone"),
        attribute.NamedInt32("FlexibleWindowMinutes") ?? 0,
        attribute.NamedString("StartDate"),
        attribute.NamedString("EndDate"),
        attribute.NamedString("Group"),
        attribute.NamedString("Input"),
        IsEnabled(attribute));

    // Source = ["shop"], DetailType = ["Order"], Detail = {…} ──▶ {"source":["shop"],"detail-type":["Order"],"detail":{…}}
    private static string Pattern(AttributeData attribute)
    {
        var members = new List<string>();
        if (attribute.NamedStrings("Source") is { } sources)
            members.Add($"\"source\":{Strings(sources)}");
        if (attribute.NamedStrings("DetailType") is { } types)
            members.Add($"\"detail-type\":{Strings(types)}");
        if (attribute.NamedString("Detail") is { } detail)
            members.Add($"\"detail\":{detail.Trim()}");
        return $"{{{string.Join(",", members)}}}";
    }

    private static string Strings(string[] items) => $"[{string.Join(",", items.Select(Yaml.Quote))}]";

    private static bool IsEnabled(AttributeData attribute) => attribute.Named("Enabled")?.Value is not false;

    private static string Text(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[index].Value as string ?? "" : "";
}
