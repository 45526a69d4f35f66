using System.Text.Json;
using Aot.Handlers.IotThermometer;

namespace Aot.Handlers.Tests.IotThermometer;

public sealed class TelemetryEventsTests
{
    private static readonly ProbeReading[] Pit = [new ProbeReading(1, 107.4, "ok")];

    [Fact]
    public void A_sample_is_one_event_with_its_usable_readings()
    {
        ProbeReading[] readings = [.. Pit, new(2, null, "open"), new(3, 999, "ok"), new(4, 21, "stale"), new(5, 60, null)];

        var (events, faulty) = TelemetryEvents.Of(Message(readings), "bus-1");

        var single = Assert.Single(events);
        Assert.Equal(("bbq.ingest", "TelemetryReceived", "bus-1"), (single.Source, single.DetailType, single.EventBusName));
        Assert.Equal(3, faulty);
        var sent = JsonDocument.Parse(single.Detail).RootElement.GetProperty("readings").EnumerateArray().ToArray();
        Assert.Equal(["pit-01/b1/7/1", "pit-01/b1/7/5"], sent.Select(reading => reading.GetProperty("readingId").GetString()));
        Assert.Equal(107.4, sent[0].GetProperty("celsius").GetDouble());
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1763881200123), sent[0].GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public void Fahrenheit_becomes_Celsius()
    {
        var (events, _) = TelemetryEvents.Of(Message([new ProbeReading(1, 212, "ok")]) with { Unit = "F" }, "bus");

        Assert.Contains("\"celsius\":100", events[0].Detail);
    }

    [Fact]
    public void Samples_kept_while_offline_come_first_and_keep_their_numbers()
    {
        var message = Message(Pit) with { Backlog = [new Sample(5, 1763881100000, Pit), new Sample(6, 1763881150000, Pit)] };

        var (events, _) = TelemetryEvents.Of(message, "bus");

        Assert.Equal(["b1/5/", "b1/6/", "b1/7/"], events.Select(e => e.Detail[e.Detail.IndexOf("b1/", StringComparison.Ordinal)..][..5]));
    }

    [Fact]
    public void A_message_without_a_usable_reading_is_no_event()
        => Assert.Empty(TelemetryEvents.Of(Message([new ProbeReading(1, null, "short")]), "bus").Events);

    [Fact]
    public void A_sample_without_readings_or_time_costs_the_others_nothing()
    {
        Sample[] backlog = [null!, new Sample(4, 1763881000000, null!), new Sample(5, long.MinValue, Pit), new Sample(6, long.MaxValue, Pit)];

        var (events, faulty) = TelemetryEvents.Of(Message(Pit) with { Backlog = backlog }, "bus");

        Assert.Contains("b1/7/1", Assert.Single(events).Detail);
        Assert.Equal(4, faulty);
    }

    [Fact]
    public void A_message_without_readings_is_no_event()
        => Assert.Equal(1, TelemetryEvents.Of(Message(null!), "bus").Faulty);

    private static Telemetry Message(ProbeReading[] readings) => new("pit-01", "b1", 7, 1763881200123, "C", readings, null, 1763881200200);
}
