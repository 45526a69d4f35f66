namespace Aot.Local.Lambda;

/// <summary>The processes of one function: an idle one takes the next event, else a new one starts, up to the concurrency limit.</summary>
internal sealed class FunctionPool(FunctionDefinition function, SandboxHost host) : IAsyncDisposable
{
    private const int AccountLimit = 1000; // Lambda quotas, "Concurrent executions", default

    private readonly Stack<Sandbox> _idle = new();
    private readonly HashSet<Sandbox> _all = [];
    private readonly Lock _lock = new();
    private int _busy;
    private bool _closed;

    /// <summary>What the processes run.</summary>
    public FunctionDefinition Function => function;

    /// <summary>Processes that exist now, busy and idle.</summary>
    public int ProcessCount
    {
        get { lock (_lock) return _all.Count; }
    }

    /// <summary>Runs one event.</summary>
    /// <exception cref="ThrottledException">The function is at its concurrency limit.</exception>
    public async Task<InvocationResult> InvokeAsync(Invocation invocation)
    {
        var limit = function.ReservedConcurrency ?? AccountLimit;
        Sandbox? sandbox;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_busy >= limit) throw new ThrottledException(function.Name, limit);
            _busy++;
            _idle.TryPop(out sandbox); // the most recently used: the others can grow old
        }
        try
        {
            return await (sandbox?.InvokeAsync(invocation) ?? InvokeInNewAsync(invocation));
        }
        finally
        {
            lock (_lock) _busy--;
        }
    }

    private async Task<InvocationResult> InvokeInNewAsync(Invocation invocation)
    {
        var sandbox = new Sandbox(function, host, BecameIdle, Ended);
        lock (_lock) _all.Add(sandbox);
        // It holds the event before it runs: a process that starts faster than we go on must not look idle to others.
        var result = sandbox.InvokeAsync(invocation);
        await sandbox.StartAsync();
        bool closed;
        lock (_lock) closed = _closed;
        if (closed) await sandbox.DisposeAsync();
        return await result;
    }

    private void BecameIdle(Sandbox sandbox)
    {
        lock (_lock) _idle.Push(sandbox);
    }

    private void Ended(Sandbox sandbox)
    {
        lock (_lock)
        {
            _all.Remove(sandbox);
            if (!_idle.Contains(sandbox)) return;
            var others = _idle.Where(other => other != sandbox).Reverse().ToArray();
            _idle.Clear();
            foreach (var other in others) _idle.Push(other);
        }
    }

    /// <summary>Ends every process; what they hold fails with <c>Runtime.ExitError</c>.</summary>
    public async ValueTask DisposeAsync()
    {
        Sandbox[] sandboxes;
        lock (_lock)
        {
            _closed = true;
            sandboxes = [.. _all];
        }
        await Task.WhenAll(sandboxes.Select(sandbox => sandbox.DisposeAsync().AsTask()));
    }
}
