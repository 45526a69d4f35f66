using Aot.Runtime;

namespace Aot.Handlers.IotThermometer;

/// <summary>Adds to a reading what the device does not know.</summary>
public class EnrichReading
{
    /// <summary>Limit of probe 1, the pit, in °C.</summary>
    public const double PitLimit = 130;

    /// <summary>Limit of the food probes, in °C.</summary>
    public const double FoodLimit = 95;

    /// <summary>Adds the site and the probe's limit.</summary>
    [LambdaFunction(MemorySize = 128, Timeout = 5)]
    public virtual Task<Enriched> EnrichAsync(Reading reading)
        => Task.FromResult(new Enriched(
            reading.DeviceId,
            reading.ReadingId,
            reading.Probe,
            reading.Celsius,
            reading.At,
            reading.Site ?? "unclaimed",
            reading.Probe == 1 ? PitLimit : FoodLimit,
            Severity.Ok));
}
