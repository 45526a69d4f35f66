using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace Aot.Local.Lambda;

/// <summary>
/// The life of one process seen from the Runtime API: init, then event after event, until it exits or its time is up.
/// Knows nothing of processes or sockets.
/// </summary>
internal sealed class RuntimeSession : IRuntimeEvents, IDisposable
{
    private static readonly TimeSpan InitLimit = TimeSpan.FromSeconds(10); // Lambda developer guide, "Init phase"

    private readonly FunctionDefinition _function;
    private readonly TimeProvider _time;
    private readonly Action _idle;
    private readonly Action _kill;
    private readonly Channel<InFlight> _deliveries = Channel.CreateUnbounded<InFlight>();
    private readonly Lock _lock = new();
    private readonly ITimer _clock;
    private readonly long _started;
    private InFlight? _current;
    private byte[]? _end;
    private TimeSpan? _initDuration;
    private bool _initReported;

    /// <param name="idle">Called when the process asks for an event and none is waiting.</param>
    /// <param name="kill">Called when the process overstays its time.</param>
    public RuntimeSession(FunctionDefinition function, TimeProvider time, Action idle, Action kill)
    {
        (_function, _time, _idle, _kill) = (function, time, idle, kill);
        _started = time.GetTimestamp();
        _clock = time.CreateTimer(_ => TimeIsUp(), null, InitLimit, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the process holds an event.</summary>
    public bool IsBusy
    {
        get { lock (_lock) return _current is not null; }
    }

    /// <summary>Hands the process an event. It must be idle, or not have started.</summary>
    public Task<InvocationResult> InvokeAsync(Invocation invocation)
    {
        var next = new InFlight(invocation);
        lock (_lock)
        {
            if (_end is { } end)
            {
                next.TryFail(end);
                next.Log.Complete();
                return next.Result;
            }
            if (_current is not null) throw new InvalidOperationException($"The process already holds {_current.Invocation.RequestId}.");
            _current = next;
            _deliveries.Writer.TryWrite(next);
        }
        return next.Result;
    }

    public async Task<Delivery> NextAsync(CancellationToken cancellationToken)
    {
        bool isIdle;
        InvocationLog? finished = null;
        lock (_lock)
        {
            if (_initDuration is null) _initDuration = _time.GetElapsedTime(_started);
            else finished = CloseCurrent();
            Stop(_clock);
            isIdle = _current is null && _end is null;
        }
        if (isIdle) _idle();
        finished?.Complete(); // who waits for the log finds the process idle

        var next = await _deliveries.Reader.ReadAsync(cancellationToken);
        lock (_lock)
        {
            _clock.Change(_function.Timeout, Timeout.InfiniteTimeSpan);
            next.DeliveredAt = _time.GetTimestamp();
            next.Log.Add($"START RequestId: {next.Invocation.RequestId} Version: $LATEST");
        }
        return new Delivery(next.Invocation, _time.GetUtcNow() + _function.Timeout, _function.Arn);
    }

    public bool Complete(string requestId, byte[] payload)
    {
        lock (_lock) return Holds(requestId) && _current!.TryComplete(payload);
    }

    public bool Fail(string requestId, byte[] errorPayload)
    {
        lock (_lock) return Holds(requestId) && _current!.TryFail(errorPayload);
    }

    public bool FailInit(byte[] errorPayload)
    {
        lock (_lock)
        {
            if (_initDuration is not null) return false;
            _end = errorPayload;
            CloseCurrent()?.Complete();
        }
        _kill();
        return true;
    }

    /// <summary>The process wrote a line.</summary>
    public void WriteLog(string line)
    {
        lock (_lock) _current?.Log.Add(line);
    }

    /// <summary>The process is gone; whatever it held fails with <c>Runtime.ExitError</c>.</summary>
    public void Exited(int exitCode)
    {
        lock (_lock)
        {
            _end ??= InvocationResult.ErrorPayload("Runtime.ExitError", $"RequestId: {_current?.Invocation.RequestId} Error: {Describe(exitCode)}");
            CloseCurrent()?.Complete();
        }
    }

    public void Dispose() => _clock.Dispose();

    private void TimeIsUp()
    {
        lock (_lock)
        {
            if (_end is not null) return;
            var limit = _initDuration is null ? InitLimit : _function.Timeout;
            var seconds = limit.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
            _end = InvocationResult.ErrorPayload("Sandbox.Timedout", $"RequestId: {_current?.Invocation.RequestId} Error: Task timed out after {seconds} seconds");
            CloseCurrent()?.Complete();
        }
        _kill();
    }

    private bool Holds(string requestId) => _current is { DeliveredAt: not null } current && current.Invocation.RequestId == requestId;

    private InvocationLog? CloseCurrent()
    {
        if (_current is not { } current) return null;
        if (current.DeliveredAt is null && _end is null) return null; // queued behind the process's first request for an event
        _current = null;
        if (_end is { } end) current.TryFail(end);
        current.Log.Add($"END RequestId: {current.Invocation.RequestId}");
        current.Log.Add(Report(current));
        Stop(_clock);
        return current.Log;
    }

    private string Report(InFlight current)
    {
        var report = new StringBuilder($"REPORT RequestId: {current.Invocation.RequestId}");
        if (current.DeliveredAt is { } at) report.Append(CultureInfo.InvariantCulture, $"\tDuration: {_time.GetElapsedTime(at).TotalMilliseconds:0.00} ms");
        report.Append(CultureInfo.InvariantCulture, $"\tMemory Size: {_function.MemorySizeMb} MB");
        if (!_initReported && _initDuration is { } init) report.Append(CultureInfo.InvariantCulture, $"\tInit Duration: {init.TotalMilliseconds:0.00} ms");
        _initReported = true;
        return report.ToString();
    }

    private static void Stop(ITimer timer) => timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    // .NET reports a process ended by signal n as exit code 128 + n.
    private static string Describe(int exitCode) => exitCode switch
    {
        0 => "Runtime exited without providing a reason",
        128 + 6 => "Runtime exited with error: signal: aborted",
        128 + 9 => "Runtime exited with error: signal: killed",
        128 + 11 => "Runtime exited with error: signal: segmentation fault",
        128 + 15 => "Runtime exited with error: signal: terminated",
        _ => $"Runtime exited with error: exit status {exitCode}",
    };

    private sealed class InFlight(Invocation invocation)
    {
        private readonly TaskCompletionSource<InvocationResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Invocation Invocation => invocation;
        public InvocationLog Log { get; } = new();
        public long? DeliveredAt { get; set; }
        public Task<InvocationResult> Result => _result.Task;

        public bool TryComplete(byte[] payload) => _result.TrySetResult(new InvocationResult(payload, IsError: false, Log.Tail));

        public bool TryFail(byte[] errorPayload) => _result.TrySetResult(new InvocationResult(errorPayload, IsError: true, Log.Tail));
    }
}
