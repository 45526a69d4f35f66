using Aot.Aws;
using Aot.Aws.EventBridge;
using Aot.Runtime;

namespace Aot.Handlers.IotThermometer;

/// <summary>Some events did not reach the bus. Lambda invokes the function again; readings that got through keep their ids, so nothing is stored twice.</summary>
/// <param name="message">How many, and why.</param>
public sealed class TelemetryNotForwardedException(string message) : Exception(message);

/// <summary>Carries telemetry from an IoT rule to the event bus, which a rule cannot reach by itself.</summary>
/// <param name="environment">Holds <c>TELEMETRY_BUS</c>, the name of the bus.</param>
public class ForwardTelemetry(LambdaEnvironment environment)
{
    // What is left of the deadline for reporting back.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(1);

    private readonly EventBridgeClient _events = new(AwsConfiguration.Process);
    private readonly string _bus = environment.Required("TELEMETRY_BUS");

    /// <summary>Puts one event per sample on the bus.</summary>
    /// <exception cref="TelemetryNotForwardedException">The bus did not take every event, after retries of the failed ones.</exception>
    [LambdaFunction(MemorySize = 128, Timeout = 15)]
    [IotRule("SELECT *, topic(2) AS device, timestamp() AS receivedAt FROM 'bbq/+/telemetry'")]
    [EnvironmentVariable("TELEMETRY_BUS", "!Ref TelemetryBus")]
    [Permission("events:PutEvents", "!GetAtt TelemetryBus.Arn")]
    public virtual async ValueTask<Forwarded> ForwardTelemetryAsync(Telemetry telemetry, LambdaContext context)
    {
        var (events, faulty) = TelemetryEvents.Of(telemetry, _bus);
        if (faulty > 0)
            context.Log.Warning($"{telemetry.Device} sample {telemetry.Seq}: {faulty} readings left out");
        if (events.Count == 0)
            return new Forwarded(0, faulty);

        var result = await _events.PutEventsAsync(events, context.RemainingTime - Reserve);
        if (result.Entries.FirstOrDefault(entry => entry.IsFailed) is { } failure)
        {
            throw new TelemetryNotForwardedException(
                $"{result.FailedCount} of {events.Count} events of {telemetry.Device} did not reach {_bus}: {failure.ErrorCode}: {failure.ErrorMessage}");
        }

        return new Forwarded(events.Count, faulty);
    }
}
