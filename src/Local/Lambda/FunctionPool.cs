namespace Aot.Local.Lambda;

/// <summary>The processes of one function: an idle one takes the next event, else a new one starts, up to the concurrency limit.</summary>
internal sealed class FunctionPool : IAsyncDisposable
{
    private const int AccountLimit = 1000; // Lambda quotas, "Concurrent executions", default

    private static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(5); // about what Lambda allows a quiet environment

    private readonly FunctionDefinition _function;
    private readonly SandboxHost _host;
    private readonly ITimer _reaper;
    private readonly List<(Sandbox Sandbox, long Since)> _idle = []; // the longest idle first
    private readonly HashSet<Sandbox> _all = [];
    private readonly Lock _lock = new();
    private int _busy;
    private bool _closed;

    public FunctionPool(FunctionDefinition function, SandboxHost host)
    {
        (_function, _host) = (function, host);
        _reaper = host.Time.CreateTimer(_ => Reap(), null, IdleLimit, IdleLimit / 5);
    }

    /// <summary>What the processes run.</summary>
    public FunctionDefinition Function => _function;

    /// <summary>Processes that exist now, busy and idle.</summary>
    public int ProcessCount
    {
        get { lock (_lock) return _all.Count; }
    }

    /// <summary>Runs one event.</summary>
    /// <exception cref="ThrottledException">The function is at its concurrency limit.</exception>
    public async Task<InvocationResult> InvokeAsync(Invocation invocation)
    {
        var limit = _function.ReservedConcurrency ?? AccountLimit;
        Sandbox? sandbox;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_busy >= limit) throw new ThrottledException(_function.Name, limit);
            _busy++;
            sandbox = _idle.Count == 0 ? null : _idle[^1].Sandbox; // the most recently used: the others can grow old
            if (sandbox is not null) _idle.RemoveAt(_idle.Count - 1);
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
        var sandbox = new Sandbox(_function, _host, BecameIdle, Ended);
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
        lock (_lock) _idle.Add((sandbox, _host.Time.GetTimestamp()));
    }

    private void Ended(Sandbox sandbox)
    {
        lock (_lock)
        {
            _all.Remove(sandbox);
            _idle.RemoveAll(one => one.Sandbox == sandbox);
        }
    }

    private void Reap()
    {
        Sandbox[] old;
        lock (_lock)
        {
            old = [.. _idle.TakeWhile(one => _host.Time.GetElapsedTime(one.Since) >= IdleLimit).Select(one => one.Sandbox)];
            _idle.RemoveRange(0, old.Length);
        }
        foreach (var sandbox in old) _ = sandbox.DisposeAsync().AsTask();
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
        await _reaper.DisposeAsync();
        await Task.WhenAll(sandboxes.Select(sandbox => sandbox.DisposeAsync().AsTask()));
    }
}
