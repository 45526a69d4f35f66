using Aot.Local.Json;
using Aot.Local.Services.EventBridge.Patterns;

namespace Aot.Local.Services.EventBridge;

/// <summary>EventBridge: buses, rules by pattern or schedule, targets by ARN.</summary>
internal sealed partial class EventBridgeService : IAwsService, IDisposable
{
    private const string DefaultBus = "default";
    private const string BusMark = ":event-bus/";

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, SortedDictionary<string, Rule>> _buses = new(StringComparer.Ordinal) { [DefaultBus] = new(StringComparer.Ordinal) };
    private readonly LocalAws _aws;
    private readonly TimeProvider _time;
    private readonly Operations _operations;

    public EventBridgeService(LocalAws aws, TimeProvider time, IEventTargets targets)
    {
        (_aws, _time) = (aws, time);
        Delivery = new EventDelivery(targets, time);
        _operations = new Operations("eventbridge", RequestErrors.Missing)
        {
            { "CreateEventBus", Locked(CreateEventBus) },
            { "DescribeEventBus", Locked(DescribeEventBus) },
            { "ListEventBuses", Locked(ListEventBuses) },
            { "DeleteEventBus", Locked(DeleteEventBus) },
            { "PutRule", Locked(PutRule) },
            { "DescribeRule", Locked(request => RuleOf(request).ToShape()) },
            { "ListRules", Locked(ListRules) },
            { "ListRuleNamesByTarget", Locked(ListRuleNamesByTarget) },
            { "DeleteRule", Locked(DeleteRule) },
            { "EnableRule", Locked(request => Enable(RuleOf(request), true)) },
            { "DisableRule", Locked(request => Enable(RuleOf(request), false)) },
            { "PutTargets", Locked(PutTargets) },
            { "RemoveTargets", Locked(RemoveTargets) },
            { "ListTargetsByRule", Locked(ListTargetsByRule) },
            { "PutEvents", Locked(PutEvents) },
            { "TestEventPattern", TestEventPattern },
            { "CreateConnection", Locked(CreateConnection) },
            { "UpdateConnection", Locked(UpdateConnection) },
            { "DescribeConnection", Locked(DescribeConnection) },
            { "ListConnections", Locked(ListConnections) },
            { "DeleteConnection", Locked(DeleteConnection) },
        };
    }

    public string Name => "eventbridge";

    public WireFormat Wire { get; } = new(WireProtocol.Json11, "events", "AWSEvents");

    /// <summary>The deliveries under way.</summary>
    public EventDelivery Delivery { get; }

    public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken) =>
        _operations.CallAsync(operation, request, cancellationToken);

    /// <summary>Stops all schedules.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var rule in _buses.Values.SelectMany(rules => rules.Values))
                Disarm(rule);
        }
    }

    private Func<ServiceRequest, Value> Locked(Func<ServiceRequest, Value> operation) => request =>
    {
        lock (_lock)
            return operation(request);
    };

    private ObjectValue CreateEventBus(ServiceRequest request)
    {
        var name = request.RequiredText("Name");
        if (name.Length is 0 or > 256 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_'))
            throw RequestErrors.Validation($"Parameter Name is not valid: {name}");
        if (!_buses.TryAdd(name, new(StringComparer.Ordinal)))
            throw new ServiceException("ResourceAlreadyExistsException", $"Event bus {name} already exists.");
        return Shape.Of(("EventBusArn", BusArn(name)));
    }

    private ObjectValue DescribeEventBus(ServiceRequest request) => BusShape(BusNameOf(request.Text("Name")));

    private ObjectValue ListEventBuses(ServiceRequest request)
    {
        var prefix = request.Text("NamePrefix") ?? "";
        return Shape.Of(("EventBuses", Shape.List(_buses.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => (Value)BusShape(name)))));
    }

    private ObjectValue DeleteEventBus(ServiceRequest request)
    {
        var name = request.RequiredText("Name");
        if (name == DefaultBus)
            throw RequestErrors.Validation("Cannot delete event bus default.");
        if (_buses.TryGetValue(name, out var rules) && rules.Count > 0)
            throw RequestErrors.Validation("Event bus can't be deleted since it has rules.");
        _buses.Remove(name);
        return Shape.Empty;
    }

    private ObjectValue TestEventPattern(ServiceRequest request)
    {
        var pattern = EventPattern.Parse(request.RequiredText("EventPattern"));
        try
        {
            return Shape.Of(("Result", pattern.Matches(Value.Parse(request.RequiredText("Event")))));
        }
        catch (JsonFormatException malformed)
        {
            throw RequestErrors.Validation($"Parameter Event is not valid. Reason: {malformed.Message}");
        }
    }

    // A bus may be named by its ARN too.
    private string BusNameOf(string? reference)
    {
        var name = reference is null ? DefaultBus : reference[(reference.IndexOf(BusMark, StringComparison.Ordinal) is var at and >= 0 ? at + BusMark.Length : 0)..];
        return _buses.ContainsKey(name) ? name : throw new ServiceException("ResourceNotFoundException", $"Event bus {name} does not exist.");
    }

    private ObjectValue BusShape(string name) => Shape.Of(("Name", name), ("Arn", BusArn(name)));

    private string BusArn(string name) => _aws.Arn("events", $"event-bus/{name}");
}
