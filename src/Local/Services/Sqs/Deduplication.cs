namespace Aot.Local.Services.Sqs;

/// <summary>Remembers what was sent under which deduplication id in the last five minutes. Used under the queue's lock.</summary>
internal sealed class Deduplication(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5); // SQS developer guide, "Exactly-once processing"

    private readonly Dictionary<string, SendReceipt> _receipts = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset Until)> _byAge = new();

    public SendReceipt? Find(string id)
    {
        var now = time.GetUtcNow();
        while (_byAge.TryPeek(out var oldest) && oldest.Until <= now)
            _receipts.Remove(_byAge.Dequeue().Id);
        return _receipts.GetValueOrDefault(id);
    }

    public void Remember(string id, SendReceipt receipt)
    {
        _receipts[id] = receipt;
        _byAge.Enqueue((id, time.GetUtcNow() + Interval));
    }
}
