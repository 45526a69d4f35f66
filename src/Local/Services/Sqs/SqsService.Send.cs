using System.Security.Cryptography;
using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Services.Sqs;

/// <summary>Sending, one and many.</summary>
internal sealed partial class SqsService
{
    private const int MaxBatchEntries = 10;
    private const int MaxBatchBytes = 1_048_576;
    private const int MaxAttributes = 10;

    private ObjectValue SendMessage(ServiceRequest request)
    {
        var queue = QueueOf(request);
        var receipt = queue.Send(DraftOf(request, queue));
        return Shape.Of(
            ("MessageId", receipt.MessageId),
            ("MD5OfMessageBody", receipt.BodyMd5),
            ("MD5OfMessageAttributes", receipt.AttributesMd5),
            ("SequenceNumber", SequenceText(receipt)));
    }

    private ObjectValue SendMessageBatch(ServiceRequest request)
    {
        var queue = QueueOf(request);
        var entries = EntriesOf(request);
        var bytes = entries.Sum(entry => MessageSize.InBytes(entry.Text("MessageBody") ?? "", entry.Object("MessageAttributes")));
        if (bytes > MaxBatchBytes)
            throw SqsErrors.Batch(
                "BatchRequestTooLong", $"Batch requests cannot be longer than {MaxBatchBytes} bytes. You have sent {bytes} bytes.");
        return EachEntry(entries, entry =>
        {
            var receipt = queue.Send(DraftOf(entry, queue));
            return Shape.Of(
                ("Id", entry.RequiredText("Id")),
                ("MessageId", receipt.MessageId),
                ("MD5OfMessageBody", receipt.BodyMd5),
                ("MD5OfMessageAttributes", receipt.AttributesMd5),
                ("SequenceNumber", SequenceText(receipt)));
        });
    }

    private static MessageDraft DraftOf(ServiceRequest request, MessageQueue queue)
    {
        var body = request.RequiredText("MessageBody");
        if (body.Length == 0)
            throw SqsErrors.MissingParameter("MessageBody");
        if (body.Any(IsRefused))
            throw new ServiceException("InvalidMessageContents", "Invalid characters in the message body. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD");
        var attributes = AttributesOf(request);
        if (MessageSize.InBytes(body, attributes) > queue.Settings.MaximumMessageBytes)
            throw SqsErrors.InvalidParameter($"One or more parameters are invalid. Reason: Message must be shorter than {queue.Settings.MaximumMessageBytes} bytes.");
        var delay = request.Integer("DelaySeconds");
        if (delay is < 0 or > 900)
            throw SqsErrors.InvalidParameter($"Value {delay} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.");
        var groupId = request.Text("MessageGroupId");
        var deduplicationId = request.Text("MessageDeduplicationId");
        if (queue.Settings.IsFifo)
        {
            if (groupId is null)
                throw SqsErrors.MissingParameter("MessageGroupId");
            if (delay is > 0)
                throw SqsErrors.InvalidParameter($"Value {delay} for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.");
            deduplicationId ??= queue.Settings.DeduplicatesByContent
                ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))
                : throw SqsErrors.InvalidParameter("The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
        }
        else if (deduplicationId is not null)
        {
            throw SqsErrors.InvalidParameter($"Value {deduplicationId} for parameter MessageDeduplicationId is invalid. Reason: The request includes a parameter that is not valid for this queue type.");
        }
        var trace = request.Structure("MessageSystemAttributes")?.Structure("AWSTraceHeader")?.Text("StringValue");
        return new MessageDraft(body, attributes, delay is { } seconds ? TimeSpan.FromSeconds(seconds) : null, groupId, deduplicationId, trace);
    }

    private static ObjectValue? AttributesOf(ServiceRequest request)
    {
        if (request.Structure("MessageAttributes") is not { } attributes || attributes.Body.Count == 0)
            return null;
        if (attributes.Body.Count > MaxAttributes)
            throw SqsErrors.InvalidParameter($"Number of message attributes [{attributes.Body.Count}] exceeds the allowed maximum [{MaxAttributes}].");
        foreach (var (name, _) in attributes.Body)
        {
            var attribute = attributes.RequiredStructure(name);
            var type = attribute.Text("DataType") ?? "";
            var member = type.Split('.')[0] switch { "String" or "Number" => "StringValue", "Binary" => "BinaryValue", _ => null };
            if (member is null)
                throw SqsErrors.InvalidParameter($"The type of message (user) attribute '{name}' is invalid. You must use only the following supported type prefixes: Binary, Number, String.");
            if (attribute.Text(member) is not { Length: > 0 } value || (member == "BinaryValue" && !Convert.TryFromBase64String(value, new byte[value.Length], out _)))
                throw SqsErrors.InvalidParameter($"The message (user) attribute '{name}' must contain a non-empty value of type '{type}'.");
        }
        return attributes.Body;
    }

    private static IReadOnlyList<ServiceRequest> EntriesOf(ServiceRequest request)
    {
        var entries = request.Structures("Entries");
        if (entries.Count == 0)
            throw SqsErrors.Batch("EmptyBatchRequest", "There should be at least one entry in the request.");
        if (entries.Count > MaxBatchEntries)
            throw SqsErrors.Batch("TooManyEntriesInBatchRequest", $"Maximum number of entries per request are {MaxBatchEntries}. You have sent {entries.Count}.");
        var ids = entries.Select(entry => entry.RequiredText("Id")).ToArray();
        if (ids.FirstOrDefault(id => id.Length is 0 or > 80 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) is not null)
            throw SqsErrors.Batch("InvalidBatchEntryId", "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.");
        if (ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw SqsErrors.Batch("BatchEntryIdsNotDistinct", $"Id {repeated.Key} repeated.");
        return entries;
    }

    // A refused entry does not stop the others; it is reported under Failed.
    private static ObjectValue EachEntry(IReadOnlyList<ServiceRequest> entries, Func<ServiceRequest, ObjectValue> handle)
    {
        var (successful, failed) = (new ArrayValue(), new ArrayValue());
        foreach (var entry in entries)
        {
            try
            {
                successful.Add(handle(entry));
            }
            catch (ServiceException refusal)
            {
                failed.Add(Shape.Of(
                    ("Id", entry.RequiredText("Id")),
                    ("SenderFault", refusal.Status < 500),
                    ("Code", refusal.QueryCode ?? refusal.Code),
                    ("Message", refusal.Message)));
            }
        }
        return Shape.Of(("Successful", successful.Count == 0 ? null : successful), ("Failed", failed.Count == 0 ? null : failed));
    }

    private static string? SequenceText(SendReceipt receipt) => receipt.Sequence?.ToString("D20", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsRefused(char c) => c is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF';
}
