namespace Aot.Handlers.IotThermometer;

/// <summary>A message of a thermometer, with what the IoT rule added.</summary>
/// <param name="Device">The device, from the topic.</param>
/// <param name="Boot">Id of the device's start; <paramref name="Seq"/> counts within it.</param>
/// <param name="Seq">Number of the sample.</param>
/// <param name="Ts">When the sample was taken, Unix milliseconds by the device's clock.</param>
/// <param name="Unit"><c>C</c> or <c>F</c>.</param>
/// <param name="Readings">One per probe.</param>
/// <param name="Backlog">Samples kept while the device was offline, oldest first.</param>
/// <param name="ReceivedAt">When IoT Core got the message, Unix milliseconds.</param>
/// <param name="Site">Where the device stands, if it says so.</param>
public sealed record Telemetry(
    string Device,
    string Boot,
    long Seq,
    long Ts,
    string? Unit,
    ProbeReading[] Readings,
    Sample[]? Backlog,
    long ReceivedAt,
    string? Site = null);

/// <summary>An earlier sample of the same message.</summary>
public sealed record Sample(long Seq, long Ts, ProbeReading[] Readings);

/// <summary>What one probe measured.</summary>
/// <param name="Probe">Number of the probe, from 1.</param>
/// <param name="T">Temperature in the message's unit; null where the probe gave none.</param>
/// <param name="Q"><c>ok</c>, <c>open</c>, <c>short</c>, <c>range</c> or <c>stale</c>.</param>
public sealed record ProbeReading(int Probe, double? T, string? Q);

/// <summary>A usable reading, as it travels on the bus.</summary>
/// <param name="DeviceId">The device.</param>
/// <param name="ReadingId">Device/boot/sequence/probe: the same reading delivered twice has the same id.</param>
/// <param name="Probe">Number of the probe, from 1.</param>
/// <param name="Celsius">Temperature in °C.</param>
/// <param name="At">When it was measured.</param>
/// <param name="Site">Where the device stands, if it says so.</param>
public sealed record Reading(string DeviceId, string ReadingId, int Probe, double Celsius, DateTimeOffset At, string? Site);

/// <summary>A reading with its limit and what it amounts to.</summary>
public sealed record Enriched(
    string DeviceId,
    string ReadingId,
    int Probe,
    double Celsius,
    DateTimeOffset At,
    string Site,
    double Limit,
    Severity Severity);

/// <summary>How far a reading is over its limit.</summary>
public enum Severity
{
    /// <summary>Not over it.</summary>
    Ok,

    /// <summary>Over it.</summary>
    Warning,

    /// <summary>More than 20 °C over it.</summary>
    Critical,
}

/// <summary>What the forwarder did with a message.</summary>
/// <param name="Events">Events put on the bus.</param>
/// <param name="Faulty">Readings left out because their probe was open, short or out of range.</param>
public sealed record Forwarded(int Events, int Faulty);
