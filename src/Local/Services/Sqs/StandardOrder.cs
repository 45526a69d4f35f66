namespace Aot.Local.Services.Sqs;

/// <summary>First visible, first received; a message that becomes visible again goes to the end.</summary>
internal sealed class StandardOrder : IMessageOrder
{
    private readonly Queue<QueueMessage> _visible = new();

    public void Added(QueueMessage message)
    {
    }

    public void BecameVisible(QueueMessage message) => _visible.Enqueue(message);

    // Messages deleted while visible stay in the line until Take passes them.
    public void Removed(QueueMessage message)
    {
    }

    public IReadOnlyList<QueueMessage> Take(int most)
    {
        var taken = new List<QueueMessage>(Math.Min(most, _visible.Count));
        while (taken.Count < most && _visible.TryDequeue(out var message))
        {
            if (message.State == MessageState.Visible)
                taken.Add(message);
        }
        return taken;
    }
}
