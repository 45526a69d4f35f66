using System.Buffers;
using System.Text;
using System.Text.Json;
using Aot.Aws.EventBridge;

namespace Aot.Handlers.IotThermometer;

/// <summary>A thermometer's message as events for the bus: one per sample, with the readings that can be used.</summary>
internal static class TelemetryEvents
{
    private const double SmallestCelsius = -50; // what a food probe can measure
    private const double GreatestCelsius = 500;

    private const long EarliestMs = 0;
    private const long LatestMs = 253_402_300_799_999; // the end of the year 9999

    /// <summary>Turns every sample with a usable reading into an event.</summary>
    /// <returns>The events, oldest first, and how many readings were left out.</returns>
    public static (List<EventBridgeEvent> Events, int Faulty) Of(Telemetry telemetry, string bus)
    {
        var events = new List<EventBridgeEvent>();
        var faulty = 0;
        Sample[] samples = [.. telemetry.Backlog ?? [], new Sample(telemetry.Seq, telemetry.Ts, telemetry.Readings)];
        foreach (var sample in samples)
        {
            // The message is a device's: it may lack what its type promises, and one bad sample must not cost the others.
            if (sample is null || sample.Readings is null || sample.Ts is < EarliestMs or > LatestMs)
            {
                faulty += Math.Max(1, sample?.Readings?.Length ?? 0);
                continue;
            }

            var readings = sample.Readings.Where(IsUsable).Select(reading => Usable(telemetry, sample, reading))
                .Where(reading => reading.Celsius is >= SmallestCelsius and <= GreatestCelsius).ToList();
            faulty += sample.Readings.Length - readings.Count;
            if (readings.Count > 0)
                events.Add(new EventBridgeEvent("bbq.ingest", "TelemetryReceived", Detail(telemetry.Device, readings), bus));
        }

        return (events, faulty);
    }

    private static bool IsUsable(ProbeReading reading) => reading is { T: not null, Q: null or "ok" };

    private static Reading Usable(Telemetry telemetry, Sample sample, ProbeReading reading)
    {
        var celsius = telemetry.Unit == "F" ? Math.Round((reading.T!.Value - 32) * 5 / 9, 2) : reading.T!.Value;
        var id = $"{telemetry.Device}/{telemetry.Boot}/{sample.Seq}/{reading.Probe}";
        return new Reading(telemetry.Device, id, reading.Probe, celsius, DateTimeOffset.FromUnixTimeMilliseconds(sample.Ts), telemetry.Site);
    }

    private static string Detail(string device, List<Reading> readings)
    {
        var json = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("device"u8, device);
            writer.WriteStartArray("readings"u8);
            foreach (var reading in readings)
            {
                writer.WriteStartObject();
                writer.WriteString("deviceId"u8, reading.DeviceId);
                writer.WriteString("readingId"u8, reading.ReadingId);
                writer.WriteNumber("probe"u8, reading.Probe);
                writer.WriteNumber("celsius"u8, reading.Celsius);
                writer.WriteString("at"u8, reading.At);
                writer.WriteString("site"u8, reading.Site);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
