using Aot.Local.Json;

namespace Aot.Local.Services.Sqs;

/// <summary>Receiving, deleting, changing visibility.</summary>
internal sealed partial class SqsService
{
    private async ValueTask<Value> ReceiveMessageAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        var queue = QueueOf(request);
        var most = Bounded(request, "MaxNumberOfMessages", 1, MaxBatchEntries) ?? 1;
        var wait = Bounded(request, "WaitTimeSeconds", 0, 20) is { } seconds ? TimeSpan.FromSeconds(seconds) : queue.Settings.ReceiveWait;
        var received = await queue.ReceiveAsync(most, Visibility(request), wait, FindByArn, cancellationToken);
        if (received.Count == 0)
            return Shape.Empty;
        var systemNames = request.Texts("AttributeNames").Concat(request.Texts("MessageSystemAttributeNames")).ToArray();
        var names = request.Texts("MessageAttributeNames");
        return Shape.Of(("Messages", Shape.List(received.Select(message => ShapeOf(message, queue, systemNames, names)))));
    }

    private ObjectValue DeleteMessage(ServiceRequest request)
    {
        QueueOf(request).Delete(request.RequiredText("ReceiptHandle"));
        return Shape.Empty;
    }

    private ObjectValue DeleteMessageBatch(ServiceRequest request)
    {
        var queue = QueueOf(request);
        return EachEntry(EntriesOf(request), entry =>
        {
            queue.Delete(entry.RequiredText("ReceiptHandle"));
            return Shape.Of(("Id", entry.RequiredText("Id")));
        });
    }

    private ObjectValue ChangeMessageVisibility(ServiceRequest request)
    {
        QueueOf(request).ChangeVisibility(
            request.RequiredText("ReceiptHandle"), Visibility(request) ?? throw SqsErrors.MissingParameter("VisibilityTimeout"));
        return Shape.Empty;
    }

    private ObjectValue ChangeMessageVisibilityBatch(ServiceRequest request)
    {
        var queue = QueueOf(request);
        return EachEntry(EntriesOf(request), entry =>
        {
            queue.ChangeVisibility(entry.RequiredText("ReceiptHandle"), Visibility(entry) ?? TimeSpan.Zero);
            return Shape.Of(("Id", entry.RequiredText("Id")));
        });
    }

    private MessageQueue? FindByArn(string arn) => _queues.Values.FirstOrDefault(queue => queue.Arn == arn);

    private static ObjectValue ShapeOf(ReceivedMessage received, MessageQueue queue, string[] systemNames, IReadOnlyList<string> names)
    {
        var message = received.Message;
        var attributes = message.Attributes is null ? null : new ObjectValue(message.Attributes.Where(attribute => IsWanted(attribute.Key, names)));
        var all = systemNames.Contains("All");
        var system = SystemAttributes(received, queue).Where(attribute => all || systemNames.Contains(attribute.Key)).ToArray();
        return Shape.Of(
            ("MessageId", message.Id),
            ("ReceiptHandle", received.ReceiptHandle),
            ("MD5OfBody", message.BodyMd5),
            ("Body", message.Body),
            ("Attributes", system.Length == 0 ? null : Shape.Map(system)),
            ("MD5OfMessageAttributes", MessageMd5.Of(attributes)),
            ("MessageAttributes", attributes is null or { Count: 0 } ? null : attributes));
    }

    private static IEnumerable<KeyValuePair<string, string>> SystemAttributes(ReceivedMessage received, MessageQueue queue)
    {
        var message = received.Message;
        yield return new("SenderId", "AIDALOCALEMULATOR0000");
        yield return new("SentTimestamp", Text(message.SentAt.ToUnixTimeMilliseconds()));
        yield return new("ApproximateReceiveCount", Text(received.ReceiveCount));
        yield return new("ApproximateFirstReceiveTimestamp", Text(message.FirstReceivedAt!.Value.ToUnixTimeMilliseconds()));
        if (message.GroupId is not null)
            yield return new("MessageGroupId", message.GroupId);
        if (message.DeduplicationId is not null)
            yield return new("MessageDeduplicationId", message.DeduplicationId);
        if (queue.Settings.IsFifo)
            yield return new("SequenceNumber", message.Sequence.ToString("D20", System.Globalization.CultureInfo.InvariantCulture));
        if (message.TraceHeader is not null)
            yield return new("AWSTraceHeader", message.TraceHeader);
        if (message.DeadLetterSourceArn is not null)
            yield return new("DeadLetterQueueSourceArn", message.DeadLetterSourceArn);
    }

    // "All", ".*", a name, or "prefix.*"
    private static bool IsWanted(string name, IReadOnlyList<string> wanted) => wanted.Any(pattern =>
        pattern is "All" or ".*" || pattern == name
        || (pattern.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(pattern[..^2], StringComparison.Ordinal)));

    private static TimeSpan? Visibility(ServiceRequest request) =>
        Bounded(request, "VisibilityTimeout", 0, 43_200) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static int? Bounded(ServiceRequest request, string name, int least, int most) => request.Integer(name) switch
    {
        null => null,
        { } number when number >= least && number <= most => number,
        var number => throw SqsErrors.InvalidParameter(
            $"Value {number} for parameter {name} is invalid. Reason: Must be between {least} and {most}, if provided."),
    };
}
