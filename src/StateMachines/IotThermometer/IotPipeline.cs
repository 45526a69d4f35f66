using Aot.Authoring;
using Aot.Authoring.Services.DynamoDb;
using Aot.Authoring.Services.Sns;
using Aot.Handlers.IotThermometer;

namespace Aot.StateMachines.IotThermometer;

/// <summary>Enriches fresh readings, stores them, and raises an alarm for each that is over its limit.</summary>
[StateMachine(Type = WorkflowType.Express, TimeoutSeconds = 60)]
[EventBridgeRule("""{"source":["bbq.ingest"],"detail-type":["TelemetryReceived"]}""", Bus = "TelemetryBus", InputPath = "$.detail.readings")]
public sealed partial class IotPipeline(IDynamoDb dynamo, ISns sns, EnrichReading enrich)
{
    /// <summary>Returns the worst severity among the fresh readings.</summary>
    public async Task<Severity> RunAsync(Reading[] readings)
    {
        var fresh = readings.Where(r => r.At > DateTimeOffset.UtcNow.AddMinutes(-10)).ToArray();
        var worst = Severity.Ok;
        var results = await Task.WhenAll(fresh.Select(async reading =>
        {
            var enriched = await enrich.EnrichAsync(reading);
            var severity = (enriched.Celsius - enriched.Limit) switch { > 20 => Severity.Critical, > 0 => Severity.Warning, _ => Severity.Ok };
            var row = enriched with { Severity = severity };
            await Task.WhenAll(
                dynamo.PutItemAsync(new PutItemRequest<Enriched>(Resources.Readings, row)),
                AlarmAsync(row));
            return row.Severity;
        }));
        if (results.Contains(Severity.Critical))
            worst = Severity.Critical;
        else if (results.Contains(Severity.Warning))
            worst = Severity.Warning;
        return worst;
    }

    private async Task AlarmAsync(Enriched row)
    {
        if (row.Severity == Severity.Ok)
            return;
        await sns.PublishAsync(new(
            Resources.Alarms,
            $"{row.DeviceId} probe {row.Probe} reads {row.Celsius:F1} °C (limit {row.Limit:F1} °C)",
            $"{row.Severity} at {row.Site}"));
    }
}
