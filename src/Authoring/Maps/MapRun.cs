namespace Aot.Authoring;

/// <summary>Runs a block for every item, a bounded number at a time.</summary>
internal sealed class MapRun<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, Task<TResult>> body)
{
    private readonly TResult[] _results = new TResult[items.Count];
    private readonly List<(TItem Item, Exception Exception)> _failures = [];
    private int _next;

    /// <summary>Decides from the items that failed whether to go on.</summary>
    public Func<IEnumerable<TItem>, bool> Tolerates { get; init; } = _ => false;

    /// <exception cref="Exception">What the first item failed with, where that is not tolerated.</exception>
    public async Task<TResult[]> RunAsync(int? maxConcurrency)
    {
        // Each lane runs an item after another; all of them start before one looks for its second item.
        _next = maxConcurrency is > 0 and var limit && limit < items.Count ? limit : items.Count;
        var first = Enumerable.Range(0, _next).Select(RunAsync).ToArray();
        await Task.WhenAll(first.Select(GoOnAsync)).ConfigureAwait(false);
        return IsFailed() ? throw _failures[0].Exception : _results;
    }

    private async Task GoOnAsync(Task running)
    {
        await running.ConfigureAwait(false);
        while (NextIndex() is { } index)
            await RunAsync(index).ConfigureAwait(false);
    }

    private int? NextIndex()
    {
        lock (_failures)
            return _next >= items.Count || IsFailed() ? null : _next++;
    }

    private bool IsFailed() => _failures.Count > 0 && !Tolerates(_failures.Select(f => f.Item));

    private async Task RunAsync(int index)
    {
        try
        {
            _results[index] = await body(items[index]).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            lock (_failures)
                _failures.Add((items[index], exception));
        }
    }
}
