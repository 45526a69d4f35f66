using System.Diagnostics.CodeAnalysis;

namespace Aot.Local.Asl.Running;

/// <summary>Work that is ready: first come, first served, or in an order that a seed chooses.</summary>
/// <param name="interleaving">Null: first come, first served.</param>
internal sealed class ReadyQueue(Random? interleaving)
{
    private readonly Queue<Action> _queue = new();
    private readonly List<(Action Work, object? Line)> _pool = [];

    public bool IsInterleaving => interleaving is not null;

    public int Count => _queue.Count + _pool.Count;

    /// <param name="line">Work of one line keeps its order; work without a line is a line of its own.</param>
    public void Add(Action work, object? line)
    {
        if (interleaving is null) _queue.Enqueue(work);
        else _pool.Add((work, line));
    }

    public bool TryTake([NotNullWhen(true)] out Action? work)
    {
        if (interleaving is null) return _queue.TryDequeue(out work);
        work = null;
        if (_pool.Count == 0) return false;
        var chosen = interleaving.Next(_pool.Count);
        if (_pool[chosen].Line is { } line) chosen = _pool.FindIndex(ready => ReferenceEquals(ready.Line, line));
        work = _pool[chosen].Work;
        _pool.RemoveAt(chosen);
        return true;
    }
}
