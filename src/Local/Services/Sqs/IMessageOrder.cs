namespace Aot.Local.Services.Sqs;

/// <summary>Decides which visible message is received next. Called under the queue's lock.</summary>
internal interface IMessageOrder
{
    /// <summary>The message is in the queue now, visible or delayed.</summary>
    void Added(QueueMessage message);

    /// <summary>The message became visible, for the first time or again.</summary>
    void BecameVisible(QueueMessage message);

    /// <summary>The message was deleted or moved away.</summary>
    void Removed(QueueMessage message);

    /// <summary>Takes up to <paramref name="most"/> visible messages; the caller makes each in flight or removes it.</summary>
    IReadOnlyList<QueueMessage> Take(int most);
}
