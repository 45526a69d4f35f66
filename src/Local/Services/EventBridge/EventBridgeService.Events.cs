using System.Globalization;
using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Services.EventBridge;

/// <summary>Putting events on a bus, and from there to the targets of the rules that match.</summary>
internal sealed partial class EventBridgeService
{
    private const int MaxEntries = 10;
    private const int MaxRequestBytes = 1_048_576;

    private ObjectValue PutEvents(ServiceRequest request)
    {
        request.RequiredList("Entries");
        var entries = request.Structures("Entries");
        if (entries.Count is 0 or > MaxEntries)
            throw RequestErrors.Validation(
                $"1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and {MaxEntries}; found {entries.Count}");
        var bytes = entries.Sum(SizeInBytes);
        if (bytes > MaxRequestBytes)
            throw RequestErrors.Validation($"Total size of the entries in the request is over the limit: {bytes} bytes of {MaxRequestBytes}.");
        // Positional: a failed entry has an error where the others have an id.
        var results = entries.Select(entry =>
        {
            try
            {
                return Shape.Of(("EventId", Put(entry)));
            }
            catch (ServiceException refusal)
            {
                return Shape.Of(("ErrorCode", refusal.Code), ("ErrorMessage", refusal.Message));
            }
        }).ToArray();
        return Shape.Of(("FailedEntryCount", results.Count(result => result.Has("ErrorCode"))), ("Entries", Shape.List(results)));
    }

    private string Put(ServiceRequest entry)
    {
        var source = RequiredArgument(entry, "Source");
        var detailType = RequiredArgument(entry, "DetailType");
        if (source.StartsWith("aws.", StringComparison.Ordinal))
            throw new ServiceException("NotAuthorizedForSourceException", "Not authorized for the source.");
        var detail = DetailOf(entry);
        // AWS accepts an entry for a bus that does not exist and drops it; here the sender learns of it.
        var bus = BusNameOf(entry.Text("EventBusName"));
        var @event = EventOf(source, detailType, TimeOf(entry), entry.List("Resources") is { } resources ? Shape.List(resources) : new ArrayValue(), detail);
        Route(bus, @event, isForwarded: false);
        return ((StringValue)@event["id"]!).Text;
    }

    private void Route(string bus, ObjectValue @event, bool isForwarded)
    {
        foreach (var rule in _buses[bus].Values)
        {
            if (rule.IsEnabled && rule.Pattern?.Matches(@event) == true)
                Send(rule, @event, isForwarded);
        }
    }

    // From bus to bus an event passes as it is, and once only.
    private void Send(Rule rule, ObjectValue @event, bool isForwarded)
    {
        foreach (var target in rule.Targets.Values)
        {
            var at = target.Arn.IndexOf(BusMark, StringComparison.Ordinal);
            if (at < 0)
                Delivery.Start(target.Arn, target.Input.Read(@event, rule), target.Retry, target.DeadLetterArn);
            else if (!isForwarded && _buses.ContainsKey(target.Arn[(at + BusMark.Length)..]))
                Route(target.Arn[(at + BusMark.Length)..], @event, isForwarded: true);
        }
    }

    private ObjectValue EventOf(string source, string detailType, DateTimeOffset time, ArrayValue resources, Value detail) => Shape.Of(
        ("version", "0"),
        ("id", Guid.NewGuid().ToString()),
        ("detail-type", detailType),
        ("source", source),
        ("account", _aws.AccountId),
        ("time", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("region", _aws.Region),
        ("resources", resources),
        ("detail", detail));

    // Text over the wire; a workflow's optimized integration passes the object itself.
    private static ObjectValue DetailOf(ServiceRequest entry)
    {
        if (entry.Optional("Detail") is ObjectValue already)
            return already;
        try
        {
            return Value.Parse(RequiredArgument(entry, "Detail")) as ObjectValue ?? throw MalformedDetail();
        }
        catch (JsonFormatException)
        {
            throw MalformedDetail();
        }
    }

    private DateTimeOffset TimeOf(ServiceRequest entry) => entry.Optional("Time") switch
    {
        null => _time.GetUtcNow(),
        NumberValue seconds when seconds.Number * 1000 >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && seconds.Number * 1000 <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() =>
            DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds.Number * 1000)),
        StringValue text when DateTimeOffset.TryParse(text.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time,
        var other => throw new ServiceException("SerializationException", $"Time must be a timestamp, found {other.ToJson()}"),
    };

    private static int SizeInBytes(ServiceRequest entry)
    {
        const int TimeBytes = 14; // EventBridge user guide, "Calculating PutEvents event entry size"
        var text = entry.Text("Source") + entry.Text("DetailType")
            + (entry.Optional("Detail") is ObjectValue detail ? detail.ToJson() : entry.Text("Detail")) + string.Concat(entry.Texts("Resources"));
        return Encoding.UTF8.GetByteCount(text) + (entry.Has("Time") ? TimeBytes : 0);
    }

    private static string RequiredArgument(ServiceRequest entry, string name) => entry.Text(name) is { Length: > 0 } text
        ? text
        : throw new ServiceException("InvalidArgument", $"Parameter {name} is not valid. Reason: {name} is a required argument.");

    private static ServiceException MalformedDetail() => new("MalformedDetail", "Detail is malformed.");
}
