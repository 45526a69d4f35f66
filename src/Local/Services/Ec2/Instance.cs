using Aot.Local.Json;

namespace Aot.Local.Services.Ec2;

/// <summary>One instance: a record whose state follows from the clock. Used under the service's lock.</summary>
/// <param name="placement">What RunInstances said, in the shape that DescribeInstances answers.</param>
internal sealed class Instance(string id, string reservationId, DateTimeOffset launchedAt, string? clientToken, ObjectValue placement)
{
    // On AWS a start takes tens of seconds; here just long enough to be seen.
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan VisibleAfterEnd = TimeSpan.FromHours(1);

    private InstanceState _from = InstanceState.Pending;
    private InstanceState _to = InstanceState.Running;
    private DateTimeOffset _changesAt = launchedAt + StartTime;
    private string? _reason;

    public string Id => id;

    public string ReservationId => reservationId;

    public string? ClientToken => clientToken;

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    public InstanceState StateAt(DateTimeOffset now) => now < _changesAt ? _from : _to;

    /// <summary>A terminated instance is shown for an hour.</summary>
    public bool IsForgotten(DateTimeOffset now) => _to == InstanceState.Terminated && now > _changesAt + VisibleAfterEnd;

    /// <summary>Begins a change of state; to what it is or goes to already changes nothing.</summary>
    /// <exception cref="ServiceException">IncorrectInstanceState: the instance cannot go there from where it is.</exception>
    public void Change(InstanceState target, DateTimeOffset now)
    {
        var current = StateAt(now);
        if (_to == target)
            return;
        var passing = target == InstanceState.Terminated ? InstanceState.ShuttingDown
            : target == InstanceState.Stopped && current == InstanceState.Running ? InstanceState.Stopping
            : target == InstanceState.Running && current == InstanceState.Stopped ? InstanceState.Pending
            : throw new ServiceException(
                "IncorrectInstanceState",
                $"The instance '{id}' is not in a state from which it can be {(target == InstanceState.Running ? "started" : "stopped")}: it is {current.Name}.");
        var time = target == InstanceState.Running ? StartTime : StopTime;
        (_from, _to, _changesAt) = (passing, target, now + time);
        _reason = target == InstanceState.Running ? null : $"User initiated ({now.UtcDateTime:yyyy-MM-dd HH:mm:ss} GMT)";
    }

    public ObjectValue ToShape(DateTimeOffset now)
    {
        var shape = Shape.Of(
            ("InstanceId", id),
            ("State", StateAt(now).ToShape()),
            ("LaunchTime", launchedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture)),
            ("ClientToken", clientToken),
            ("StateTransitionReason", _reason ?? ""),
            ("Tags", Tags.Count == 0 ? null : Shape.List(Tags.Select(tag => (Value)Shape.Of(("Key", tag.Key), ("Value", tag.Value))))));
        foreach (var (name, value) in placement)
            shape.Add(name, value);
        return shape;
    }
}

/// <summary>A state with the code that the API gives it.</summary>
internal sealed record InstanceState(int Code, string Name)
{
    public static readonly InstanceState Pending = new(0, "pending");
    public static readonly InstanceState Running = new(16, "running");
    public static readonly InstanceState ShuttingDown = new(32, "shutting-down");
    public static readonly InstanceState Terminated = new(48, "terminated");
    public static readonly InstanceState Stopping = new(64, "stopping");
    public static readonly InstanceState Stopped = new(80, "stopped");

    public ObjectValue ToShape() => Shape.Of(("Code", Code), ("Name", Name));
}
