using System.Globalization;
using Aot.Local.Json;

namespace Aot.Local.Services.Sqs;

/// <summary>A queue's attributes as given by its owner, checked, with the service's defaults for the rest.</summary>
/// <remarks>Source: SQS API reference, SetQueueAttributes.</remarks>
internal sealed class QueueSettings
{
    private const int MaxDelaySeconds = 900;
    private const int MaxVisibilitySeconds = 43_200;
    private const int MaxRetentionSeconds = 1_209_600;
    private const int MaxMessageBytes = 1_048_576;

    private static readonly Dictionary<string, (int Least, int Most, int Default)> Numbers = new(StringComparer.Ordinal)
    {
        ["VisibilityTimeout"] = (0, MaxVisibilitySeconds, 30),
        ["DelaySeconds"] = (0, MaxDelaySeconds, 0),
        ["MaximumMessageSize"] = (1024, MaxMessageBytes, MaxMessageBytes),
        ["MessageRetentionPeriod"] = (60, MaxRetentionSeconds, 345_600),
        ["ReceiveMessageWaitTimeSeconds"] = (0, 20, 0),
    };

    private static readonly string[] Texts =
    [
        "Policy", "RedrivePolicy", "RedriveAllowPolicy", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled",
        "FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit",
    ];

    private readonly SortedDictionary<string, string> _given = new(StringComparer.Ordinal);

    /// <summary>Takes over attributes after checking them all.</summary>
    /// <exception cref="ServiceException">InvalidAttributeName or InvalidAttributeValue; nothing was taken over.</exception>
    public QueueSettings With(IEnumerable<KeyValuePair<string, string>> changes)
    {
        var changed = new QueueSettings();
        foreach (var (name, value) in _given.Concat(changes))
            changed.Set(name, value);
        return changed;
    }

    public TimeSpan VisibilityTimeout => Seconds("VisibilityTimeout");

    public TimeSpan Delay => Seconds("DelaySeconds");

    public TimeSpan Retention => Seconds("MessageRetentionPeriod");

    public TimeSpan ReceiveWait => Seconds("ReceiveMessageWaitTimeSeconds");

    public int MaximumMessageBytes => Number("MaximumMessageSize");

    public bool IsFifo => _given.GetValueOrDefault("FifoQueue") == "true";

    public bool DeduplicatesByContent => _given.GetValueOrDefault("ContentBasedDeduplication") == "true";

    /// <summary>Deduplication ids count within a message group instead of the whole queue.</summary>
    public bool DeduplicatesInGroup => _given.GetValueOrDefault("DeduplicationScope") == "messageGroup";

    /// <summary>Where messages go that were received too often; null without a redrive policy.</summary>
    public RedrivePolicy? Redrive { get; private set; }

    /// <summary>Whether an owner may set an attribute of that name.</summary>
    public static bool IsKnown(string name) => Numbers.ContainsKey(name) || Texts.Contains(name);

    /// <summary>The first attribute that an existing queue holds with another value; null when the request agrees with the queue.</summary>
    public string? FirstDifference(IEnumerable<KeyValuePair<string, string>> requested)
    {
        var all = All().ToDictionary(StringComparer.Ordinal);
        return requested.FirstOrDefault(attribute => all.GetValueOrDefault(attribute.Key) != attribute.Value).Key;
    }

    /// <summary>Every attribute with its value, defaults included.</summary>
    public IEnumerable<KeyValuePair<string, string>> All()
    {
        foreach (var (name, bounds) in Numbers)
            yield return new(name, _given.GetValueOrDefault(name) ?? bounds.Default.ToString(CultureInfo.InvariantCulture));
        yield return new("SqsManagedSseEnabled", _given.GetValueOrDefault("SqsManagedSseEnabled") ?? "true");
        foreach (var (name, value) in _given)
        {
            if (!Numbers.ContainsKey(name) && name != "SqsManagedSseEnabled")
                yield return new(name, value);
        }
        if (IsFifo && !_given.ContainsKey("ContentBasedDeduplication"))
            yield return new("ContentBasedDeduplication", "false");
    }

    private void Set(string name, string value)
    {
        if (Numbers.TryGetValue(name, out var bounds))
        {
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < bounds.Least || number > bounds.Most)
                throw InvalidValue(name);
            value = number.ToString(CultureInfo.InvariantCulture);
        }
        else if (name == "RedrivePolicy")
        {
            Redrive = value.Length == 0 ? null : RedrivePolicy.Parse(value) ?? throw InvalidValue(name);
            if (value.Length == 0)
            {
                _given.Remove(name);
                return;
            }
        }
        else if (!Texts.Contains(name))
        {
            throw new ServiceException("InvalidAttributeName", $"Unknown Attribute {name}.");
        }
        _given[name] = value;
    }

    private static ServiceException InvalidValue(string name) => new("InvalidAttributeValue", $"Invalid value for the parameter {name}.");

    private int Number(string name) =>
        _given.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : Numbers[name].Default;

    private TimeSpan Seconds(string name) => TimeSpan.FromSeconds(Number(name));
}

/// <summary>Moves a message to another queue when it would be received more often than allowed.</summary>
internal sealed record RedrivePolicy(string DeadLetterTargetArn, int MaxReceiveCount)
{
    private const int MostReceives = 1000;

    /// <summary>Reads the policy's JSON text; the count may be a number or text. Null when it is malformed.</summary>
    public static RedrivePolicy? Parse(string json)
    {
        try
        {
            if (Value.Parse(json) is not ObjectValue policy || policy["deadLetterTargetArn"] is not StringValue target)
                return null;
            var count = policy["maxReceiveCount"] switch
            {
                NumberValue number => (int)number.Number,
                StringValue text when int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) => parsed,
                _ => 0,
            };
            return count is >= 1 and <= MostReceives ? new RedrivePolicy(target.Text, count) : null;
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }
}
