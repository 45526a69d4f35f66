using System.Text;
using Aot.Local.Json;
using Aot.Local.Services.EventBridge.Patterns;

namespace Aot.Local.Services.Sns;

/// <summary>SNS: topics whose messages go to queues, functions and other targets by ARN.</summary>
internal sealed class SnsService : IAwsService
{
    private const int MaxMessageBytes = 262_144;
    private const int MaxSubjectCharacters = 100;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Topic> _topics = new(StringComparer.Ordinal);
    private readonly LocalAws _aws;
    private readonly TimeProvider _time;
    private readonly Operations _operations;

    public SnsService(LocalAws aws, TimeProvider time, IEventTargets targets)
    {
        (_aws, _time) = (aws, time);
        Delivery = new EventDelivery(targets, time);
        _operations = new Operations("sns", name => Invalid($"{name} is required"), textNumbers: true)
        {
            { "CreateTopic", Locked(CreateTopic) },
            { "DeleteTopic", Locked(DeleteTopic) },
            { "ListTopics", Locked(ListTopics) },
            { "GetTopicAttributes", Locked(GetTopicAttributes) },
            { "SetTopicAttributes", Locked(SetTopicAttributes) },
            { "Subscribe", Locked(Subscribe) },
            { "Unsubscribe", Locked(Unsubscribe) },
            { "ListSubscriptions", Locked(ListSubscriptions) },
            { "ListSubscriptionsByTopic", Locked(ListSubscriptionsByTopic) },
            { "GetSubscriptionAttributes", Locked(GetSubscriptionAttributes) },
            { "SetSubscriptionAttributes", Locked(SetSubscriptionAttributes) },
            { "Publish", Locked(Publish) },
            { "PublishBatch", Locked(PublishBatch) },
        };
    }

    public string Name => "sns";

    public WireFormat Wire { get; } = new(WireProtocol.Query, "sns", "2010-03-31", "http://sns.amazonaws.com/doc/2010-03-31/");

    /// <summary>The deliveries under way.</summary>
    public EventDelivery Delivery { get; }

    public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken) =>
        _operations.CallAsync(operation, request, cancellationToken);

    private Func<ServiceRequest, Value> Locked(Func<ServiceRequest, Value> operation) => request =>
    {
        lock (_lock)
            return operation(request);
    };

    private ObjectValue CreateTopic(ServiceRequest request)
    {
        var name = request.RequiredText("Name");
        var stem = name.EndsWith(".fifo", StringComparison.Ordinal) ? name[..^5] : name;
        if (stem.Length == 0 || name.Length > 256 || !stem.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw Invalid("Topic Name");
        var arn = _aws.Arn("sns", name);
        if (!_topics.TryGetValue(arn, out var topic))
            _topics.Add(arn, topic = new Topic(name, arn));
        foreach (var (attribute, value) in request.TextMap("Attributes"))
            topic.Attributes[attribute] = value;
        return Shape.Of(("TopicArn", arn));
    }

    private ObjectValue DeleteTopic(ServiceRequest request)
    {
        _topics.Remove(request.RequiredText("TopicArn"));
        return Shape.Empty;
    }

    private ObjectValue ListTopics(ServiceRequest request) =>
        Shape.Of(("Topics", Shape.List(_topics.Keys.Select(arn => (Value)Shape.Of(("TopicArn", arn))))));

    private ObjectValue GetTopicAttributes(ServiceRequest request)
    {
        var topic = TopicOf(request.RequiredText("TopicArn"));
        return Shape.Of(("Attributes", Shape.Map(
        [
            new("TopicArn", topic.Arn),
            new("Owner", _aws.AccountId),
            new("SubscriptionsConfirmed", topic.Subscriptions.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new("SubscriptionsPending", "0"),
            new("SubscriptionsDeleted", "0"),
            .. topic.Attributes,
        ])));
    }

    private ObjectValue SetTopicAttributes(ServiceRequest request)
    {
        TopicOf(request.RequiredText("TopicArn")).Attributes[request.RequiredText("AttributeName")] = request.Text("AttributeValue") ?? "";
        return Shape.Empty;
    }

    private ObjectValue Subscribe(ServiceRequest request)
    {
        var topic = TopicOf(request.RequiredText("TopicArn"));
        var protocol = request.RequiredText("Protocol");
        if (protocol is not ("sqs" or "lambda" or "firehose" or "email" or "email-json" or "sms" or "http" or "https" or "application"))
            throw Invalid($"Does not support this protocol string: {protocol}");
        var endpoint = request.RequiredText("Endpoint");
        if (protocol is "sqs" or "lambda" && !endpoint.StartsWith("arn:", StringComparison.Ordinal))
            throw Invalid($"{protocol} endpoint ARN");
        var subscription = topic.Subscriptions.Find(existing => existing.Protocol == protocol && existing.Endpoint == endpoint);
        if (subscription is null)
            topic.Subscriptions.Add(subscription = new Subscription($"{topic.Arn}:{Guid.NewGuid()}", topic.Arn, protocol, endpoint));
        foreach (var (name, value) in request.TextMap("Attributes"))
            Set(subscription, name, value);
        return Shape.Of(("SubscriptionArn", subscription.Arn));
    }

    private ObjectValue Unsubscribe(ServiceRequest request)
    {
        var subscription = SubscriptionOf(request);
        TopicOf(subscription.TopicArn).Subscriptions.Remove(subscription);
        return Shape.Empty;
    }

    private ObjectValue ListSubscriptions(ServiceRequest request) =>
        Shape.Of(("Subscriptions", Shape.List(_topics.Values.SelectMany(topic => topic.Subscriptions).Select(entry => (Value)entry.ToShape(_aws.AccountId)))));

    private ObjectValue ListSubscriptionsByTopic(ServiceRequest request) => Shape.Of(
        ("Subscriptions", Shape.List(TopicOf(request.RequiredText("TopicArn")).Subscriptions.Select(entry => (Value)entry.ToShape(_aws.AccountId)))));

    private ObjectValue GetSubscriptionAttributes(ServiceRequest request)
    {
        var subscription = SubscriptionOf(request);
        return Shape.Of(("Attributes", Shape.Map(
        [
            new("SubscriptionArn", subscription.Arn),
            new("TopicArn", subscription.TopicArn),
            new("Protocol", subscription.Protocol),
            new("Endpoint", subscription.Endpoint),
            new("Owner", _aws.AccountId),
            new("PendingConfirmation", "false"),
            .. subscription.Attributes,
        ])));
    }

    private ObjectValue SetSubscriptionAttributes(ServiceRequest request)
    {
        Set(SubscriptionOf(request), request.RequiredText("AttributeName"), request.Text("AttributeValue") ?? "");
        return Shape.Empty;
    }

    private ObjectValue Publish(ServiceRequest request) => Shape.Of(("MessageId", Publish(request, TopicOf(TopicArnOf(request)))));

    private ObjectValue PublishBatch(ServiceRequest request)
    {
        var topic = TopicOf(request.RequiredText("TopicArn"));
        var entries = request.Structures("PublishBatchRequestEntries");
        if (entries.Count is 0 or > 10)
            throw new ServiceException(entries.Count == 0 ? "EmptyBatchRequest" : "TooManyEntriesInBatchRequest", $"A batch holds 1 to 10 entries; found {entries.Count}.");
        var (successful, failed) = (new ArrayValue(), new ArrayValue());
        foreach (var entry in entries)
        {
            try
            {
                successful.Add(Shape.Of(("Id", entry.RequiredText("Id")), ("MessageId", Publish(entry, topic))));
            }
            catch (ServiceException refusal)
            {
                failed.Add(Shape.Of(("Id", entry.RequiredText("Id")), ("Code", refusal.Code), ("Message", refusal.Message), ("SenderFault", true)));
            }
        }
        return Shape.Of(("Successful", successful), ("Failed", failed));
    }

    private string Publish(ServiceRequest request, Topic topic)
    {
        var message = request.RequiredText("Message");
        if (message.Length == 0)
            throw Invalid("Empty message");
        if (Encoding.UTF8.GetByteCount(message) > MaxMessageBytes)
            throw Invalid("Message too long");
        var subject = request.Text("Subject");
        if (subject is not null && (subject.Length is 0 or > MaxSubjectCharacters || subject.Any(char.IsControl)))
            throw Invalid("Subject");
        var perProtocol = request.Text("MessageStructure") == "json" ? MessagesOf(message) : null;
        var attributes = request.Object("MessageAttributes");
        var notification = new Notification(Guid.NewGuid().ToString(), topic.Arn, message, subject, attributes, _time.GetUtcNow());
        foreach (var subscription in topic.Subscriptions.Where(subscription => IsWanted(subscription, notification)))
        {
            var own = perProtocol is null
                ? notification
                : notification with { Message = ((perProtocol[subscription.Protocol] ?? perProtocol["default"]) as StringValue)?.Text ?? "" };
            // Mail, text messages and the like have nobody to receive them here; functions, queues and other ARNs do.
            if (subscription.Protocol == "lambda")
                Delivery.Start(subscription.Endpoint, own.ForFunction(subscription), RetryPolicy.Default);
            else if (subscription.Endpoint.StartsWith("arn:", StringComparison.Ordinal))
                Delivery.Start(subscription.Endpoint, own.ForQueue(subscription), RetryPolicy.Default);
        }
        return notification.MessageId;
    }

    private static bool IsWanted(Subscription subscription, Notification notification)
    {
        if (!subscription.Attributes.TryGetValue("FilterPolicy", out var policy) || policy.Length == 0)
            return true;
        Value subject;
        if (subscription.Attributes.GetValueOrDefault("FilterPolicyScope") == "MessageBody")
        {
            try
            {
                subject = Value.Parse(notification.Message);
            }
            catch (JsonFormatException)
            {
                return false;
            }
        }
        else
        {
            subject = new ObjectValue((notification.Attributes ?? Shape.Empty).Select(attribute => KeyValuePair.Create(attribute.Key, AttributeContent((ObjectValue)attribute.Value))));
        }
        return EventPattern.Parse(policy).Matches(subject);
    }

    private static Value AttributeContent(ObjectValue attribute) => (attribute["DataType"], attribute["StringValue"]) switch
    {
        (StringValue { Text: "Number" or "String.Array" }, StringValue text) => Value.Parse(text.Text),
        (_, { } content) => content,
        _ => Shape.From(""),
    };

    private static ObjectValue MessagesOf(string message)
    {
        try
        {
            if (Value.Parse(message) is ObjectValue messages && messages["default"] is StringValue)
                return messages;
        }
        catch (JsonFormatException)
        {
            throw Invalid("Message Structure - JSON message body failed to parse");
        }
        throw Invalid("Message Structure - No default entry in JSON message body");
    }

    private static void Set(Subscription subscription, string name, string value)
    {
        if (name is not ("DeliveryPolicy" or "FilterPolicy" or "FilterPolicyScope" or "RawMessageDelivery" or "RedrivePolicy"))
            throw Invalid("AttributeName");
        try
        {
            if (name == "FilterPolicy" && value.Length > 0)
                EventPattern.Parse(value);
        }
        catch (ServiceException wrong)
        {
            throw Invalid($"FilterPolicy: {wrong.Message}");
        }
        subscription.Attributes[name] = value;
    }

    private static string TopicArnOf(ServiceRequest request) => request.Text("TopicArn") ?? request.Text("TargetArn")
        ?? throw Invalid("TopicArn or TargetArn Reason: no value for required parameter");

    private Topic TopicOf(string arn) => _topics.GetValueOrDefault(arn) ?? throw new ServiceException("NotFound", "Topic does not exist", 404);

    private Subscription SubscriptionOf(ServiceRequest request)
    {
        var arn = request.RequiredText("SubscriptionArn");
        return _topics.Values.SelectMany(topic => topic.Subscriptions).FirstOrDefault(subscription => subscription.Arn == arn)
            ?? throw new ServiceException("NotFound", "Subscription does not exist", 404);
    }

    private static ServiceException Invalid(string what) => new("InvalidParameter", $"Invalid parameter: {what}");
}
