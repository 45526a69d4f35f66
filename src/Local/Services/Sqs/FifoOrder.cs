namespace Aot.Local.Services.Sqs;

/// <summary>Order of sending within a message group; a group with a message in flight waits.</summary>
internal sealed class FifoOrder : IMessageOrder
{
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly Queue<Group> _ready = new();

    public void Added(QueueMessage message)
    {
        if (!_groups.TryGetValue(message.GroupId!, out var group))
            _groups.Add(message.GroupId!, group = new Group());
        group.Messages.Add(message);
    }

    public void BecameVisible(QueueMessage message)
    {
        var group = _groups[message.GroupId!];
        group.Taken.Remove(message);
        EnqueueIfReady(group);
    }

    public void Removed(QueueMessage message)
    {
        var group = _groups[message.GroupId!];
        group.Messages.Remove(message);
        group.Taken.Remove(message);
        if (group.Messages.Count == 0)
            _groups.Remove(message.GroupId!);
        else
            EnqueueIfReady(group);
    }

    public IReadOnlyList<QueueMessage> Take(int most)
    {
        var taken = new List<QueueMessage>();
        while (taken.Count < most && _ready.TryDequeue(out var group))
        {
            group.IsEnqueued = false;
            if (!group.IsReady)
                continue;
            group.Taken.UnionWith(group.Messages.TakeWhile(message => message.State == MessageState.Visible).Take(most - taken.Count));
            taken.AddRange(group.Taken.OrderBy(message => message.Sequence));
        }
        return taken;
    }

    private void EnqueueIfReady(Group group)
    {
        if (group.IsEnqueued || !group.IsReady)
            return;
        group.IsEnqueued = true;
        _ready.Enqueue(group);
    }

    private sealed class Group
    {
        public SortedSet<QueueMessage> Messages { get; } = new(Comparer<QueueMessage>.Create((a, b) => a.Sequence.CompareTo(b.Sequence)));

        public bool IsEnqueued { get; set; }

        /// <summary>Received and neither deleted nor visible again: they block the rest of the group.</summary>
        public HashSet<QueueMessage> Taken { get; } = [];

        public bool IsReady => Taken.Count == 0 && Messages.Min is { State: MessageState.Visible };
    }
}
