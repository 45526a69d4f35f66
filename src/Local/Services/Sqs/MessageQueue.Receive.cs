namespace Aot.Local.Services.Sqs;

/// <summary>Receiving and waiting.</summary>
internal sealed partial class MessageQueue
{
    private readonly LinkedList<TaskCompletionSource> _waiting = new();

    /// <summary>Receives up to <paramref name="most"/> messages, waiting for the first until <paramref name="wait"/> has passed.</summary>
    /// <param name="findQueue">Finds the dead-letter queue by ARN. While there is none, messages go on being received here.</param>
    /// <exception cref="ServiceException">OverLimit: a standard queue without waiting and with all in-flight places taken.</exception>
    public async ValueTask<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        int most, TimeSpan? visibilityTimeout, TimeSpan wait, Func<string, MessageQueue?> findQueue, CancellationToken cancellationToken)
    {
        var deadline = _time.GetUtcNow() + wait;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var moved = new List<(MessageQueue Target, MessageDraft Draft)>();
            IReadOnlyList<ReceivedMessage> received;
            LinkedListNode<TaskCompletionSource>? place = null;
            var untilNext = TimeSpan.Zero;
            lock (_lock)
            {
                CatchUp();
                if (wait == TimeSpan.Zero && !Settings.IsFifo && _inFlightCount >= _maxInFlight)
                    throw SqsErrors.OverLimit(_maxInFlight);
                received = Take(Math.Min(most, _maxInFlight - _inFlightCount), visibilityTimeout ?? Settings.VisibilityTimeout, findQueue, moved);
                if (received.Count == 0 && _time.GetUtcNow() is var now && now < deadline)
                {
                    untilNext = (_hidden.TryPeek(out _, out var due) && due < deadline ? due : deadline) - now;
                    place = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
                }
            }
            foreach (var (target, draft) in moved)
                target.Send(draft);
            if (place is null)
                return received;
            await WaitAsync(place, untilNext, cancellationToken);
        }
    }

    private async Task WaitAsync(LinkedListNode<TaskCompletionSource> place, TimeSpan longest, CancellationToken cancellationToken)
    {
        var signal = place.Value;
        using var timer = _time.CreateTimer(_ => signal.TrySetResult(), null, longest, Timeout.InfiniteTimeSpan);
        using var cancelled = cancellationToken.UnsafeRegister(_ => signal.TrySetResult(), null);
        await signal.Task;
        lock (_lock)
        {
            if (place.List is not null)
                _waiting.Remove(place);
            else if (cancellationToken.IsCancellationRequested)
                WakeOne(); // woken for a message and gone: the next in line shall have it
        }
    }

    private List<ReceivedMessage> Take(
        int most, TimeSpan visibilityTimeout, Func<string, MessageQueue?> findQueue, List<(MessageQueue Target, MessageDraft Draft)> moved)
    {
        var deadLetters = Settings.Redrive is { } policy ? findQueue(policy.DeadLetterTargetArn) : null;
        var received = new List<ReceivedMessage>();
        while (received.Count < most && _order.Take(most - received.Count) is { Count: > 0 } taken)
        {
            foreach (var message in taken)
            {
                if (deadLetters is not null && message.ReceiveCount >= Settings.Redrive!.MaxReceiveCount)
                {
                    Remove(message);
                    moved.Add((deadLetters, Moved(message)));
                    continue;
                }
                message.ReceiveCount++;
                message.FirstReceivedAt ??= _time.GetUtcNow();
                _inFlightCount++;
                Hide(message, MessageState.InFlight, visibilityTimeout);
                received.Add(new ReceivedMessage(message, message.ReceiveCount, new ReceiptHandle(message.Id, message.ReceiveCount, Name).ToString()));
            }
        }
        return received;
    }

    private MessageDraft Moved(QueueMessage message) =>
        new(message.Body, message.Attributes, TimeSpan.Zero, message.GroupId, message.DeduplicationId, message.TraceHeader)
        {
            MovedId = message.Id,
            MovedSentAt = message.SentAt,
            MovedFromArn = Arn,
            MovedReceiveCount = message.ReceiveCount,
            MovedFirstReceivedAt = message.FirstReceivedAt,
        };

    private void WakeOne()
    {
        if (_waiting.First is not { } first)
            return;
        _waiting.RemoveFirst();
        first.Value.TrySetResult();
    }
}

/// <summary>A message as one receive saw it.</summary>
internal sealed record ReceivedMessage(QueueMessage Message, int ReceiveCount, string ReceiptHandle);
