using Aot.Local.Json;

namespace Aot.Local.Services.Sqs;

/// <summary>One queue: its messages, their visibility and those who wait for them.</summary>
/// <remarks>Thread-safe. Nothing runs in the background: what became due is caught up with at each call.</remarks>
internal sealed partial class MessageQueue
{
    /// <summary>Received and not yet deleted messages a queue allows.</summary>
    public const int MaxInFlight = 120_000; // SQS developer guide, "Quotas related to messages"

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly IMessageOrder _order;
    private readonly Dictionary<string, QueueMessage> _messages = new(StringComparer.Ordinal);
    private readonly PriorityQueue<(QueueMessage Message, DateTimeOffset At), DateTimeOffset> _hidden = new();
    private readonly Queue<QueueMessage> _byAge = new();
    private readonly Deduplication _deduplication;
    private readonly int _maxInFlight;
    private long _lastSequence;
    private int _delayedCount;
    private int _inFlightCount;

    public MessageQueue(
        string name, string arn, QueueSettings settings, IEnumerable<KeyValuePair<string, string>> tags, TimeProvider time, int maxInFlight = MaxInFlight)
    {
        (Name, Arn, Settings, _time, _maxInFlight) = (name, arn, settings, time, maxInFlight);
        Tags = new SortedDictionary<string, string>(tags.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        CreatedAt = ModifiedAt = time.GetUtcNow();
        _order = settings.IsFifo ? new FifoOrder() : new StandardOrder();
        _deduplication = new Deduplication(time);
    }

    public string Name { get; }

    public string Arn { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset ModifiedAt { get; private set; }

    public QueueSettings Settings { get; private set; }

    public SortedDictionary<string, string> Tags { get; }

    public void Change(IEnumerable<KeyValuePair<string, string>> attributes)
    {
        lock (_lock)
        {
            Settings = Settings.With(attributes);
            ModifiedAt = _time.GetUtcNow();
        }
    }

    public QueueCounts Count()
    {
        lock (_lock)
        {
            CatchUp();
            return new QueueCounts(_messages.Count - _delayedCount - _inFlightCount, _inFlightCount, _delayedCount);
        }
    }

    /// <summary>Adds a message; a FIFO queue answers a repeated deduplication id with the first message's receipt.</summary>
    public SendReceipt Send(MessageDraft draft)
    {
        lock (_lock)
        {
            CatchUp();
            var scopedId = Settings.DeduplicatesInGroup ? $"{draft.GroupId}\n{draft.DeduplicationId}" : draft.DeduplicationId;
            if (draft.DeduplicationId is not null && _deduplication.Find(scopedId!) is { } earlier)
                return earlier;
            var message = Create(draft);
            _messages.Add(message.Id, message);
            _byAge.Enqueue(message);
            _order.Added(message);
            var delay = draft.Delay ?? Settings.Delay;
            if (delay > TimeSpan.Zero)
            {
                _delayedCount++;
                Hide(message, MessageState.Delayed, delay);
                WakeOne(); // someone must learn of the earlier due time
            }
            else
            {
                MakeVisible(message);
            }
            var receipt = new SendReceipt(message.Id, message.BodyMd5, MessageMd5.Of(message.Attributes), Settings.IsFifo ? message.Sequence : null);
            if (draft.DeduplicationId is not null)
                _deduplication.Remember(scopedId!, receipt);
            return receipt;
        }
    }

    /// <summary>Deletes what the handle names. A standard queue accepts an outdated handle and keeps the message, as SQS does.</summary>
    /// <exception cref="ServiceException">The handle is none of this queue, or FIFO: it has expired.</exception>
    public void Delete(string handle)
    {
        lock (_lock)
        {
            CatchUp();
            var receipt = ReceiptHandle.Parse(handle, Name) ?? throw SqsErrors.InvalidHandle(handle);
            if (!_messages.TryGetValue(receipt.MessageId, out var message))
                return;
            var isCurrent = message.ReceiveCount == receipt.ReceiveCount;
            if (Settings.IsFifo && !(isCurrent && message.State == MessageState.InFlight))
                throw SqsErrors.ExpiredHandle(handle);
            if (isCurrent)
                Remove(message);
        }
    }

    /// <summary>Hides a received message for a further period from now; zero makes it visible at once.</summary>
    /// <exception cref="ServiceException">The handle is invalid or the message is no longer in flight under it.</exception>
    public void ChangeVisibility(string handle, TimeSpan timeout)
    {
        lock (_lock)
        {
            CatchUp();
            var receipt = ReceiptHandle.Parse(handle, Name) ?? throw SqsErrors.InvalidHandle(handle);
            if (!_messages.TryGetValue(receipt.MessageId, out var message))
                throw SqsErrors.InvalidParameter(
                    $"Value {handle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.");
            if (message.State != MessageState.InFlight || message.ReceiveCount != receipt.ReceiveCount)
                throw SqsErrors.NotInFlight();
            if (timeout > TimeSpan.Zero)
            {
                Hide(message, MessageState.InFlight, timeout);
                return;
            }
            _inFlightCount--;
            MakeVisible(message);
        }
    }

    /// <summary>Removes all messages.</summary>
    public void Purge()
    {
        lock (_lock)
        {
            foreach (var message in _messages.Values.ToArray())
                Remove(message);
        }
    }

    private QueueMessage Create(MessageDraft draft) => new()
    {
        Id = draft.MovedId ?? Guid.NewGuid().ToString(),
        Body = draft.Body,
        BodyMd5 = MessageMd5.Of(draft.Body),
        SentAt = draft.MovedSentAt ?? _time.GetUtcNow(),
        Sequence = ++_lastSequence,
        Attributes = draft.Attributes,
        GroupId = draft.GroupId,
        DeduplicationId = draft.DeduplicationId,
        TraceHeader = draft.TraceHeader,
        DeadLetterSourceArn = draft.MovedFromArn,
        ReceiveCount = draft.MovedReceiveCount,
        FirstReceivedAt = draft.MovedFirstReceivedAt,
    };

    private void Hide(QueueMessage message, MessageState state, TimeSpan period)
    {
        message.State = state;
        message.VisibleAt = _time.GetUtcNow() + period;
        _hidden.Enqueue((message, message.VisibleAt), message.VisibleAt);
    }

    private void MakeVisible(QueueMessage message)
    {
        message.State = MessageState.Visible;
        _order.BecameVisible(message);
        WakeOne();
    }

    private void Remove(QueueMessage message)
    {
        CountOut(message);
        message.State = MessageState.Deleted;
        _messages.Remove(message.Id);
        _order.Removed(message);
        WakeOne(); // a FIFO group may have become free
    }

    private void CountOut(QueueMessage message)
    {
        if (message.State == MessageState.InFlight)
            _inFlightCount--;
        else if (message.State == MessageState.Delayed)
            _delayedCount--;
    }

    // An entry of _hidden is outdated when the message's timeout was changed since or the message is gone.
    private void CatchUp()
    {
        var now = _time.GetUtcNow();
        while (_hidden.TryPeek(out var entry, out var due) && (due <= now || IsOutdated(entry)))
        {
            _hidden.Dequeue();
            if (IsOutdated(entry))
                continue;
            CountOut(entry.Message);
            MakeVisible(entry.Message);
        }
        while (_byAge.TryPeek(out var oldest) && (oldest.State == MessageState.Deleted || oldest.SentAt + Settings.Retention <= now))
        {
            _byAge.Dequeue();
            if (oldest.State != MessageState.Deleted)
                Remove(oldest);
        }
        Compact();
    }

    // Entries of deleted messages leave from the front only; behind a long-lived message they would pile up.
    private void Compact()
    {
        const int Slack = 1024;
        if (_byAge.Count > 2 * _messages.Count + Slack)
        {
            _byAge.Clear();
            foreach (var message in _messages.Values.OrderBy(message => message.SentAt))
                _byAge.Enqueue(message);
        }
        if (_hidden.Count > 2 * (_inFlightCount + _delayedCount) + Slack)
        {
            var current = _hidden.UnorderedItems.Where(item => !IsOutdated(item.Element)).ToArray();
            _hidden.Clear();
            _hidden.EnqueueRange(current);
        }
    }

    private static bool IsOutdated((QueueMessage Message, DateTimeOffset At) entry) =>
        entry.Message.State is MessageState.Visible or MessageState.Deleted || entry.Message.VisibleAt != entry.At;
}

/// <summary>How many messages are visible, received, delayed.</summary>
internal sealed record QueueCounts(int Visible, int InFlight, int Delayed);

/// <summary>What a sender learns; the sequence only of a FIFO queue.</summary>
internal sealed record SendReceipt(string MessageId, string BodyMd5, string? AttributesMd5, long? Sequence);

/// <summary>A message to be sent; the Moved members keep the identity of one that comes from another queue.</summary>
internal sealed record MessageDraft(
    string Body,
    ObjectValue? Attributes = null,
    TimeSpan? Delay = null,
    string? GroupId = null,
    string? DeduplicationId = null,
    string? TraceHeader = null)
{
    public string? MovedId { get; init; }
    public DateTimeOffset? MovedSentAt { get; init; }
    public string? MovedFromArn { get; init; }
    public int MovedReceiveCount { get; init; }
    public DateTimeOffset? MovedFirstReceivedAt { get; init; }
}
