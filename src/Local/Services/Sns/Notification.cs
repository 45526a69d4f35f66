using System.Globalization;
using Aot.Local.Json;

namespace Aot.Local.Services.Sns;

/// <summary>A published message in the forms its subscribers get.</summary>
internal sealed record Notification(string MessageId, string TopicArn, string Message, string? Subject, ObjectValue? Attributes, DateTimeOffset At)
{
    /// <summary>What a queue, or anything but a function, receives as text.</summary>
    public Value ForQueue(Subscription subscription) =>
        subscription.IsRaw ? Shape.From(Message) : Envelope(subscription, "SigningCertURL", "UnsubscribeURL");

    /// <summary>What a function is invoked with.</summary>
    public Value ForFunction(Subscription subscription) => Shape.Of(("Records", Shape.List(
    [
        (Value)Shape.Of(
            ("EventVersion", "1.0"),
            ("EventSubscriptionArn", subscription.Arn),
            ("EventSource", "aws:sns"),
            ("Sns", Envelope(subscription, "SigningCertUrl", "UnsubscribeUrl"))),
    ])));

    // The two deliveries spell the two URLs differently.
    private ObjectValue Envelope(Subscription subscription, string certificateName, string unsubscribeName) => Shape.Of(
        ("Type", "Notification"),
        ("MessageId", MessageId),
        ("TopicArn", TopicArn),
        ("Subject", Subject),
        ("Message", Message),
        ("Timestamp", At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
        ("SignatureVersion", "1"),
        ("Signature", ""),
        (certificateName, ""),
        (unsubscribeName, $"http://127.0.0.1/?Action=Unsubscribe&SubscriptionArn={subscription.Arn}"),
        ("MessageAttributes", Attributes is null ? null : new ObjectValue(Attributes.Select(attribute => KeyValuePair.Create(
            attribute.Key,
            (Value)Shape.Of(
                ("Type", attribute.Value is ObjectValue body ? body["DataType"] : null),
                ("Value", attribute.Value is ObjectValue content ? content["StringValue"] ?? content["BinaryValue"] : null)))))));
}
