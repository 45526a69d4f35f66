using System.Collections.Concurrent;
using System.Globalization;
using Aot.Local.Json;

namespace Aot.Local.Services.Sqs;

/// <summary>SQS: queues by name, held in memory.</summary>
internal sealed partial class SqsService : IAwsService
{
    private readonly ConcurrentDictionary<string, MessageQueue> _queues = new(StringComparer.Ordinal);
    private readonly LocalAws _aws;
    private readonly TimeProvider _time;
    private readonly Operations _operations;

    public SqsService(LocalAws aws, TimeProvider time)
    {
        (_aws, _time) = (aws, time);
        // Older clients speak Query and send numbers as text.
        _operations = new Operations("sqs", SqsErrors.MissingParameter, textNumbers: true)
        {
            { "CreateQueue", CreateQueue },
            { "GetQueueUrl", GetQueueUrl },
            { "ListQueues", ListQueues },
            { "DeleteQueue", DeleteQueue },
            { "PurgeQueue", PurgeQueue },
            { "GetQueueAttributes", GetQueueAttributes },
            { "SetQueueAttributes", SetQueueAttributes },
            { "ListQueueTags", ListQueueTags },
            { "TagQueue", TagQueue },
            { "UntagQueue", UntagQueue },
            { "ListDeadLetterSourceQueues", ListDeadLetterSourceQueues },
            { "SendMessage", SendMessage },
            { "SendMessageBatch", SendMessageBatch },
            { "ReceiveMessage", ReceiveMessageAsync },
            { "DeleteMessage", DeleteMessage },
            { "DeleteMessageBatch", DeleteMessageBatch },
            { "ChangeMessageVisibility", ChangeMessageVisibility },
            { "ChangeMessageVisibilityBatch", ChangeMessageVisibilityBatch },
        };
    }

    public string Name => "sqs";

    public WireFormat Wire { get; } = new(WireProtocol.Json10, "sqs", "AmazonSQS", ErrorNamespace: "com.amazonaws.sqs#");

    public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken) =>
        _operations.CallAsync(operation, request, cancellationToken);

    private ObjectValue CreateQueue(ServiceRequest request)
    {
        var name = request.RequiredText("QueueName");
        var attributes = request.TextMap("Attributes");
        var isFifo = attributes.Any(attribute => attribute is { Key: "FifoQueue", Value: "true" });
        if (!IsValidName(name, isFifo))
            throw SqsErrors.InvalidParameter(
                isFifo
                    ? "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length."
                    : "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        var settings = new QueueSettings().With(attributes);
        var queue = _queues.GetOrAdd(name, _ => new MessageQueue(name, _aws.Arn("sqs", name), settings, request.TextMap("tags"), _time));
        if (queue.Settings.FirstDifference(attributes) is { } different)
            throw SqsErrors.QueueExists(different);
        return Shape.Of(("QueueUrl", UrlOf(queue)));
    }

    private ObjectValue GetQueueUrl(ServiceRequest request) =>
        Shape.Of(("QueueUrl", UrlOf(_queues.GetValueOrDefault(request.RequiredText("QueueName")) ?? throw SqsErrors.NoQueue())));

    private ObjectValue ListQueues(ServiceRequest request)
    {
        var prefix = request.Text("QueueNamePrefix") ?? "";
        var after = request.Text("NextToken");
        var most = request.Integer("MaxResults") ?? 1000;
        var found = _queues.Values
            .Where(queue => queue.Name.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(queue.Name, after) > 0)
            .OrderBy(queue => queue.Name, StringComparer.Ordinal).Take(most + 1).ToArray();
        return Shape.Of(
            ("QueueUrls", found.Length == 0 ? null : Shape.List(found.Take(most).Select(UrlOf))),
            ("NextToken", found.Length > most ? found[most - 1].Name : null));
    }

    private ObjectValue DeleteQueue(ServiceRequest request)
    {
        _queues.TryRemove(QueueOf(request).Name, out _);
        return Shape.Empty;
    }

    private ObjectValue PurgeQueue(ServiceRequest request)
    {
        QueueOf(request).Purge();
        return Shape.Empty;
    }

    private ObjectValue GetQueueAttributes(ServiceRequest request)
    {
        var queue = QueueOf(request);
        var wanted = request.Texts("AttributeNames");
        var counts = queue.Count();
        var all = queue.Settings.All().Concat(
        [
            new("ApproximateNumberOfMessages", Text(counts.Visible)),
            new("ApproximateNumberOfMessagesNotVisible", Text(counts.InFlight)),
            new("ApproximateNumberOfMessagesDelayed", Text(counts.Delayed)),
            new("CreatedTimestamp", Text(queue.CreatedAt.ToUnixTimeSeconds())),
            new("LastModifiedTimestamp", Text(queue.ModifiedAt.ToUnixTimeSeconds())),
            new("QueueArn", queue.Arn),
        ]).ToArray();
        var unknown = wanted.FirstOrDefault(name => name != "All" && !QueueSettings.IsKnown(name) && all.All(attribute => attribute.Key != name));
        if (unknown is not null)
            throw new ServiceException("InvalidAttributeName", $"Unknown Attribute {unknown}.");
        var chosen = all.Where(attribute => wanted.Contains("All") || wanted.Contains(attribute.Key)).ToArray();
        return Shape.Of(("Attributes", chosen.Length == 0 ? null : Shape.Map(chosen)));
    }

    private ObjectValue SetQueueAttributes(ServiceRequest request)
    {
        var attributes = request.TextMap("Attributes");
        if (attributes.Count == 0)
            throw SqsErrors.MissingParameter("Attributes");
        var queue = QueueOf(request);
        if (attributes.Any(attribute => attribute.Key == "FifoQueue" && attribute.Value == "true" != queue.Settings.IsFifo))
            throw new ServiceException("InvalidAttributeName", "The type of a queue (FifoQueue) cannot be changed.");
        queue.Change(attributes);
        return Shape.Empty;
    }

    private ObjectValue ListQueueTags(ServiceRequest request)
    {
        var tags = QueueOf(request).Tags;
        lock (tags)
            return Shape.Of(("Tags", tags.Count == 0 ? null : Shape.Map(tags)));
    }

    private ObjectValue TagQueue(ServiceRequest request)
    {
        var tags = QueueOf(request).Tags;
        lock (tags)
        {
            foreach (var (name, value) in request.TextMap("Tags"))
                tags[name] = value;
        }
        return Shape.Empty;
    }

    private ObjectValue UntagQueue(ServiceRequest request)
    {
        var tags = QueueOf(request).Tags;
        lock (tags)
        {
            foreach (var name in request.Texts("TagKeys"))
                tags.Remove(name);
        }
        return Shape.Empty;
    }

    private ObjectValue ListDeadLetterSourceQueues(ServiceRequest request)
    {
        var target = QueueOf(request).Arn;
        var sources = _queues.Values.Where(queue => queue.Settings.Redrive?.DeadLetterTargetArn == target);
        return Shape.Of(("queueUrls", Shape.List(sources.OrderBy(queue => queue.Name, StringComparer.Ordinal).Select(UrlOf))));
    }

    // http://host/<account>/<name>; clients may have been given the URL under another host name, so only the path counts.
    private MessageQueue QueueOf(ServiceRequest request)
    {
        var url = request.RequiredText("QueueUrl");
        var parts = url.Split('/');
        if (parts.Length > 1 && parts[^2] != _aws.AccountId)
            throw SqsErrors.NoQueue();
        return _queues.GetValueOrDefault(parts[^1]) ?? throw SqsErrors.NoQueue();
    }

    private string UrlOf(MessageQueue queue) => $"{_aws.Endpoint}/{_aws.AccountId}/{queue.Name}";

    private static bool IsValidName(string name, bool isFifo)
    {
        const int MaxLength = 80;
        var stem = isFifo && name.EndsWith(".fifo", StringComparison.Ordinal) ? name[..^5] : isFifo ? "" : name;
        return stem.Length > 0 && name.Length <= MaxLength && stem.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
