namespace Aot.Local.Asl.Running;

/// <summary>Runs all executions' work one piece at a time, in the order it became ready, and rings alarms when the clock says so.</summary>
/// <remarks>
/// Work runs under one lock, so that the interpreter needs no other. What leaves the engine (task calls) runs between two
/// pieces of work without the lock, so that a service may call back into the engine from any thread.
/// </remarks>
internal sealed class Scheduler : IDisposable
{
    private static readonly TimeSpan _longestTimer = TimeSpan.FromDays(1); // ITimer takes at most 49 days; one day is re-armed

    private readonly Lock _gate = new();
    private readonly ReadyQueue _ready;
    private readonly SortedSet<Alarm> _alarms = [];
    private readonly TimeProvider _time;
    private readonly Action<Action> _dispatch;
    private readonly ITimer _timer;
    private List<Action> _outside = [];
    private DateTimeOffset _armedFor = DateTimeOffset.MaxValue;
    private long _alarmCount;
    private bool _isDraining;

    /// <param name="time">Every wait is measured with it.</param>
    /// <param name="dispatch">Starts the draining of ready work; a thread of the pool unless given. Tests pass <c>run => run()</c> and get everything on their own thread.</param>
    /// <param name="interleaving">Chooses the next piece of work, of those that may come next; null: in the order they became ready.</param>
    public Scheduler(TimeProvider time, Action<Action>? dispatch = null, Random? interleaving = null)
    {
        _time = time;
        _ready = new ReadyQueue(interleaving);
        _dispatch = dispatch ?? (drain => ThreadPool.UnsafeQueueUserWorkItem(static work => work(), drain, preferLocal: false));
        _timer = time.CreateTimer(_ => RingDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Runs a piece of work now, alone, on the caller's thread; what it made ready runs afterwards.</summary>
    public T Run<T>(Func<T> work)
    {
        T result;
        lock (_gate) result = work();
        Kick();
        return result;
    }

    public bool IsInterleaving => _ready.IsInterleaving;

    /// <summary>Appends a piece of work.</summary>
    /// <param name="line">Work of one line keeps its order, however lines are interleaved.</param>
    public void Post(Action work, object? line = null)
    {
        lock (_gate) _ready.Add(work, line);
        Kick();
    }

    /// <summary>Appends a call that leaves the engine; only from work that is running.</summary>
    public void Outside(Action call) => _outside.Add(call);

    /// <summary>Has <paramref name="ring"/> run as work at a time; only from work that is running.</summary>
    public Alarm At(DateTimeOffset due, Action ring)
    {
        var alarm = new Alarm(due, ++_alarmCount, ring);
        _alarms.Add(alarm);
        Arm();
        return alarm;
    }

    /// <summary>Silences an alarm; nothing happens when it already rang.</summary>
    public void Cancel(Alarm? alarm)
    {
        if (alarm is not null) _alarms.Remove(alarm);
    }

    public void Dispose() => _timer.Dispose();

    private void Kick()
    {
        if (_gate.IsHeldByCurrentThread) return; // the one who holds it kicks on leaving
        lock (_gate)
        {
            if (_isDraining || (_ready.Count == 0 && _outside.Count == 0)) return;
            _isDraining = true;
        }
        _dispatch(Drain);
    }

    private void Drain()
    {
        List<Action> calls = [];
        while (true)
        {
            lock (_gate)
            {
                if (_ready.TryTake(out var work)) work();
                else if (_outside.Count == 0)
                {
                    _isDraining = false;
                    return;
                }
                (calls, _outside) = (_outside, calls);
            }
            foreach (var call in calls) call();
            calls.Clear();
        }
    }

    private void Arm()
    {
        if (_alarms.Min is not { } first || first.Due >= _armedFor) return;
        _armedFor = first.Due;
        var wait = first.Due - _time.GetUtcNow();
        _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > _longestTimer ? _longestTimer : RoundUp(wait), Timeout.InfiniteTimeSpan);
    }

    // Timers count whole milliseconds and would ring a little early.
    private static TimeSpan RoundUp(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    private void RingDue()
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            while (_alarms.Min is { } first && first.Due <= now)
            {
                _alarms.Remove(first);
                _ready.Add(first.Ring, null);
            }
            _armedFor = DateTimeOffset.MaxValue;
            Arm();
        }
        Kick();
    }
}

/// <summary>Something that will happen at a time; ties ring in the order they were set.</summary>
internal sealed class Alarm(DateTimeOffset due, long number, Action ring) : IComparable<Alarm>
{
    public DateTimeOffset Due { get; } = due;
    public Action Ring { get; } = ring;

    public int CompareTo(Alarm? other) => other is null ? 1 : Due != other.Due ? Due.CompareTo(other.Due) : _number.CompareTo(other._number);

    private readonly long _number = number;
}
