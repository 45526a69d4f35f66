using System.Text.RegularExpressions;
using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Sam;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aot.Generators.Reading;

/// <summary>Checks the texts of an event attribute where they stand, since EventBridge would refuse them only at the deployment.</summary>
/// <remarks>Source: EventBridge user guide, "Schedule expressions" and "Input transformation".</remarks>
internal sealed partial class EventCheck(AttributeData attribute, DiagnosticSink sink, Location fallback)
{
    // A period of one is singular, any other plural.
    private static readonly Regex _schedule = new(
        @"^(rate\((1 (minute|hour|day)|([2-9]|[1-9][0-9]+) (minutes|hours|days))\)|cron\(\S+( \S+){5}\))$", RegexOptions.CultureInvariant);

    private static readonly Regex _placeholder = new("<([A-Za-z0-9_.-]+)>", RegexOptions.CultureInvariant);

    public void Check(ScheduleEvent schedule)
    {
        if (!_schedule.IsMatch(schedule.Expression))
            Report(null, $"'{schedule.Expression}' is no schedule; write 'rate(1 minute)', 'rate(5 minutes)' or 'cron(0 8 * * ? *)'");
        if (schedule.Input is { } input)
            ReadJson("Input", input);
    }

    public void Check(EventBridgeRuleEvent rule)
    {
        ReadObject(null, "Pattern", rule.Pattern);
        if (rule.InputPath is { } path && path.FirstOrDefault() != '$')
            Report("InputPath", $"'{path}' is no path; write '$.detail' or '$.detail.name'");
        if (rule is { InputPath: not null, InputTemplate: not null })
            Report("InputPath", "InputPath and InputTemplate exclude each other; leave one of them out");
        if (rule is { InputPaths: not null, InputTemplate: null })
            Report("InputPaths", "InputPaths has no effect without an InputTemplate that uses its names; add InputTemplate");
        var paths = rule.InputPaths is null ? null : ReadObject("InputPaths", "InputPaths", rule.InputPaths);
        if (rule.InputTemplate is { } template && (rule.InputPaths is null || paths is not null))
            CheckNames(template, paths?.Entries.Select(entry => entry.Key).ToArray() ?? []);
    }

    // <aws.events.event> and its like are defined by the service.
    private void CheckNames(string template, string[] names)
    {
        foreach (var name in _placeholder.Matches(template).Cast<Match>().Select(match => match.Groups[1].Value).Distinct())
        {
            if (!names.Contains(name) && !name.StartsWith("aws.", StringComparison.Ordinal))
                Report("InputTemplate", $"'<{name}>' has no path; add \"{name}\" to InputPaths");
        }
    }

    private YamlMapping? ReadObject(string? argument, string name, string text)
    {
        var value = ReadJson(argument, text, name);
        if (value is not null and not YamlMapping)
            Report(argument, $"{name} is no JSON object; write it in braces");
        return value as YamlMapping;
    }

    private Yaml? ReadJson(string? argument, string text, string? name = null)
    {
        var value = JsonYaml.Read(text, out var problem);
        if (value is null)
            Report(argument, $"{name ?? argument} is no JSON: {problem}; correct the text");
        return value;
    }

    // At the argument: the named one, or the first.
    private void Report(string? argument, string problem)
    {
        var arguments = (attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments;
        var place = arguments?.FirstOrDefault(syntax => syntax.NameEquals?.Name.Identifier.ValueText == argument);
        sink.Report(Descriptors.AttributeText, place?.Expression.GetLocation() ?? fallback, problem);
    }
}
