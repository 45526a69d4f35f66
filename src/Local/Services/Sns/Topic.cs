using Aot.Local.Json;

namespace Aot.Local.Services.Sns;

/// <summary>A topic and its subscriptions. Used under the service's lock.</summary>
internal sealed class Topic(string name, string arn)
{
    public string Name => name;

    public string Arn => arn;

    public SortedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public List<Subscription> Subscriptions { get; } = [];
}

/// <summary>One subscriber of a topic.</summary>
internal sealed class Subscription(string arn, string topicArn, string protocol, string endpoint)
{
    public string Arn => arn;

    public string TopicArn => topicArn;

    public string Protocol => protocol;

    public string Endpoint => endpoint;

    public SortedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public bool IsRaw => Attributes.GetValueOrDefault("RawMessageDelivery") == "true";

    public ObjectValue ToShape(string account) => Shape.Of(
        ("SubscriptionArn", arn), ("Owner", account), ("Protocol", protocol), ("Endpoint", endpoint), ("TopicArn", topicArn));
}
