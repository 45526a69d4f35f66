namespace Aot.Generators.Sam;

/// <summary>The <c>Events</c> of a function: queues, IoT rules and routes.</summary>
internal static class FunctionEvents
{
    /// <summary>Null without events.</summary>
    public static YamlMapping? Write(IEnumerable<FunctionEvent> events)
    {
        var (entries, kinds) = (new List<YamlEntry>(), new List<string>());
        foreach (var @event in events)
        {
            var (name, type, properties) = @event switch
            {
                IotRule rule => ("IotRule", "IoTRule", Rule(rule)),
                SqsEventSource queue => ("Sqs", "SQS", Queue(queue)),
                HttpRoute route => ("HttpApi", "HttpApi", Route(route)),
                _ => throw new InvalidOperationException($"{@event.GetType().Name} has no form in a template."),
            };
            var count = kinds.Count(kind => kind == name) + 1;
            kinds.Add(name);
            entries.Add(new YamlEntry(count == 1 ? name : $"{name}{count}", YamlMapping.Of(("Type", Yaml.Text(type)), ("Properties", properties))));
        }

        return entries.Count == 0 ? null : new YamlMapping(entries.ToEquatableArray());
    }

    private static YamlMapping Rule(IotRule rule) => YamlMapping.Of(
        ("Sql", Yaml.Text(rule.Sql)),
        ("AwsIotSqlVersion", Yaml.Verbatim(Yaml.Quote(rule.SqlVersion))));

    // SAM gives the function's role what polling takes.
    private static YamlMapping Queue(SqsEventSource queue) => YamlMapping.Of(
        ("Queue", queue.Queue.StartsWith("arn:", StringComparison.Ordinal) ? Yaml.Text(queue.Queue) : Yaml.Verbatim($"!GetAtt {queue.Queue}.Arn")),
        ("BatchSize", NumberOrNull(queue.BatchSize)),
        ("MaximumBatchingWindowInSeconds", NumberOrNull(queue.WindowSeconds)),
        ("ScalingConfig", queue.MaximumConcurrency == 0 ? null : YamlMapping.Of(("MaximumConcurrency", Yaml.Number(queue.MaximumConcurrency)))),
        ("FunctionResponseTypes", queue.ReportsFailures ? new YamlSequence([Yaml.Text("ReportBatchItemFailures")]) : null));

    private static YamlMapping Route(HttpRoute route) => YamlMapping.Of(
        ("Method", Yaml.Text(route.Method)),
        ("Path", Yaml.Text(route.Path)),
        ("ApiId", route.Api is null ? null : Yaml.Verbatim($"!Ref {route.Api}")));

    private static Yaml? NumberOrNull(int value) => value == 0 ? null : Yaml.Number(value);
}
