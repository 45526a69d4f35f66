using System.Globalization;
using System.Text.RegularExpressions;
using Aot.Generators.Ir;
using Aot.Generators.Reading.Expressions;
using Aot.Generators.Sam;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading;

/// <summary>Schedules of EventBridge Scheduler, routes of REST APIs, and patterns over a type's members.</summary>
/// <remarks>Source: EventBridge Scheduler user guide, "Schedule types"; API Gateway developer guide, "REST API methods".</remarks>
internal sealed partial class EventCheck
{
    private const int MaxFlexibleWindowMinutes = 1440;

    private static readonly Regex _at = new(@"^at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)$", RegexOptions.CultureInvariant);

    private static readonly string[] _methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY"];

    public void Check(ScheduleV2Event schedule)
    {
        if (!_schedule.IsMatch(schedule.Expression) && !_at.IsMatch(schedule.Expression))
            Report(null, $"'{schedule.Expression}' is no schedule; write 'rate(5 minutes)', 'cron(0 8 * * ? *)' or 'at(2027-01-31T08:00:00)'");
        if (schedule.FlexibleWindowMinutes is < 0 or > MaxFlexibleWindowMinutes)
            Report("FlexibleWindowMinutes", $"{schedule.FlexibleWindowMinutes} minutes are no flexible window; write 1 to {MaxFlexibleWindowMinutes}, or 0 for none");
        foreach (var (name, date) in new[] { ("StartDate", schedule.StartDate), ("EndDate", schedule.EndDate) })
        {
            if (date is not null && !DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
                Report(name, $"'{date}' is no time; write '2027-01-31T08:00:00Z'");
        }

        if (schedule.TimeZone is { } zone && !zone.Contains('/') && zone != "UTC")
            Report("TimeZone", $"'{zone}' is no IANA time zone; write one such as 'Europe/Rome'");
        if (schedule.Input is { } input)
            ReadJson("Input", input);
    }

    public void Check(ApiEvent api)
    {
        if (!_methods.Contains(api.Method))
            Report(null, $"'{api.Method}' is no HTTP method; write one of {string.Join(", ", _methods)}");
        if (api.Path.FirstOrDefault() != '/')
            Report(null, $"the path '{api.Path}' does not begin with '/'; write '/{api.Path}'");
    }

    /// <summary>A pattern over the members of a type, which is the workflow's input.</summary>
    public void CheckDetail(ITypeSymbol detail, ITypeSymbol? input)
    {
        if (input is not null && !SymbolEqualityComparer.Default.Equals(detail, input))
        {
            var (rule, parameter) = (detail.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), input.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            Report(null, $"the rule's detail is {rule} and RunAsync takes {parameter}; let RunAsync take the detail");
        }

        if (attribute.NamedStrings("Source") is null && attribute.NamedStrings("DetailType") is null && attribute.NamedString("Detail") is null)
            Report(null, "the rule matches every event of the bus; say Source, DetailType or Detail");
        if (attribute.NamedString("Detail") is { } text && ReadObject("Detail", "Detail", text) is { } pattern)
            CheckMembers(pattern, detail);
    }

    // {"customer":{"country":["IT"]}}: an object goes into the member, an array matches it, $or holds alternatives.
    private void CheckMembers(YamlMapping pattern, ITypeSymbol type)
    {
        var members = Members(type).ToDictionary(JsonNames.Of, property => property.Type);
        foreach (var entry in pattern.Entries)
        {
            if (entry.Key == "$or" && entry.Value is YamlSequence alternatives)
            {
                foreach (var alternative in alternatives.Items.OfType<YamlMapping>())
                    CheckMembers(alternative, type);
            }
            else if (!members.TryGetValue(entry.Key, out var member))
            {
                var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
                Report("Detail", $"{name} has no member with the JSON name '{entry.Key}'; it has {string.Join(", ", members.Keys.Select(key => $"'{key}'"))}");
            }
            else if (entry.Value is YamlMapping inner)
            {
                CheckMembers(inner, member);
            }
            else if (entry.Value is not YamlSequence)
            {
                Report("Detail", $"the pattern of '{entry.Key}' is no array; write [\"value\"], which matches that value");
            }
        }
    }

    private static IEnumerable<IPropertySymbol> Members(ITypeSymbol type)
    {
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public })
                    yield return property;
            }
        }
    }
}
