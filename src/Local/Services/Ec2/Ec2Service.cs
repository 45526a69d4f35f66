using System.Security.Cryptography;
using Aot.Local.Json;

namespace Aot.Local.Services.Ec2;

/// <summary>EC2's control plane: instances are records that change state with the clock; nothing runs on them.</summary>
internal sealed partial class Ec2Service : IAwsService
{
    private readonly Lock _lock = new();
    private readonly List<Instance> _instances = [];
    private readonly List<LaunchTemplate> _templates = [];
    private readonly LocalAws _aws;
    private readonly TimeProvider _time;
    private readonly int _capacity;
    private readonly Operations _operations;

    /// <param name="aws">Account and region.</param>
    /// <param name="time">Moves the instances' states.</param>
    /// <param name="capacity">Instances that may exist at once; more get InsufficientInstanceCapacity.</param>
    public Ec2Service(LocalAws aws, TimeProvider time, int capacity = 1000)
    {
        (_aws, _time, _capacity) = (aws, time, capacity);
        _operations = new Operations(
            "ec2", name => new ServiceException("MissingParameter", $"The request must contain the parameter {name}"), textNumbers: true)
        {
            { "RunInstances", Locked(RunInstances) },
            { "DescribeInstances", Locked(DescribeInstances) },
            { "DescribeInstanceStatus", Locked(DescribeInstanceStatus) },
            { "TerminateInstances", Locked(request => ChangeAll(request, InstanceState.Terminated, "TerminatingInstances")) },
            { "StopInstances", Locked(request => ChangeAll(request, InstanceState.Stopped, "StoppingInstances")) },
            { "StartInstances", Locked(request => ChangeAll(request, InstanceState.Running, "StartingInstances")) },
            { "CreateTags", Locked(CreateTags) },
            { "DeleteTags", Locked(DeleteTags) },
            { "DescribeTags", Locked(DescribeTags) },
            { "CreateLaunchTemplate", Locked(CreateLaunchTemplate) },
            { "DescribeLaunchTemplates", Locked(DescribeLaunchTemplates) },
            { "DescribeLaunchTemplateVersions", Locked(DescribeLaunchTemplateVersions) },
            { "DeleteLaunchTemplate", Locked(DeleteLaunchTemplate) },
        };
    }

    public string Name => "ec2";

    public WireFormat Wire { get; } = new(WireProtocol.Ec2, "ec2", "2016-11-15", "http://ec2.amazonaws.com/doc/2016-11-15/");

    public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken) =>
        _operations.CallAsync(operation, request, cancellationToken);

    /// <summary>Adds a launch template under an id of the caller's, as a deployed stack has them.</summary>
    public void AddLaunchTemplate(string id, string name, ObjectValue data)
    {
        lock (_lock)
            _templates.Add(new LaunchTemplate(id, name, data, _time.GetUtcNow()));
    }

    private Func<ServiceRequest, Value> Locked(Func<ServiceRequest, Value> operation) => request =>
    {
        if (request.Flag("DryRun") == true)
            throw new ServiceException("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            _instances.RemoveAll(instance => instance.IsForgotten(now));
            return operation(request);
        }
    };

    private ObjectValue RunInstances(ServiceRequest request)
    {
        var token = request.Text("ClientToken");
        if (token is not null && _instances.Where(instance => instance.ClientToken == token).ToArray() is { Length: > 0 } earlier)
            return ReservationOf(earlier);
        var (least, most) = (request.Integer("MinCount") ?? throw Missing("MinCount"), request.Integer("MaxCount") ?? throw Missing("MaxCount"));
        if (least < 1 || most < least)
            throw new ServiceException("InvalidParameterValue", $"Value ({least}) for parameter minCount is invalid. It must be at least 1 and at most maxCount ({most}).");
        var now = _time.GetUtcNow();
        var room = _capacity - _instances.Count(instance => instance.StateAt(now) != InstanceState.Terminated);
        if (room < least)
            throw new ServiceException(
                "InsufficientInstanceCapacity", $"We currently do not have sufficient capacity for {least} instances: {_capacity} is the most at once.", 500);
        var placement = PlacementOf(request);
        var tags = TagsOf(request, "instance");
        var reservationId = NewId("r");
        var launched = Enumerable.Range(0, Math.Min(most, room)).Select(i =>
        {
            var own = new ObjectValue(placement) { { "AmiLaunchIndex", NumberValue.Of(i) } };
            var instance = new Instance(NewId("i"), reservationId, now, token, own);
            foreach (var (name, value) in tags)
                instance.Tags[name] = value;
            return instance;
        }).ToArray();
        _instances.AddRange(launched);
        return ReservationOf(launched);
    }

    private ObjectValue DescribeInstances(ServiceRequest request)
    {
        var found = Find(request);
        var reservations = found.GroupBy(instance => instance.ReservationId).Select(group => (Value)ReservationOf([.. group]));
        return Shape.Of(("Reservations", Shape.List(reservations)));
    }

    private ObjectValue DescribeInstanceStatus(ServiceRequest request)
    {
        var now = _time.GetUtcNow();
        var all = request.Flag("IncludeAllInstances") == true;
        var statuses = Find(request).Where(instance => all || instance.StateAt(now) == InstanceState.Running).Select(instance => (Value)Shape.Of(
            ("InstanceId", instance.Id), ("InstanceState", instance.StateAt(now).ToShape())));
        return Shape.Of(("InstanceStatuses", Shape.List(statuses)));
    }

    private ObjectValue ChangeAll(ServiceRequest request, InstanceState target, string member)
    {
        request.RequiredList("InstanceIds");
        var now = _time.GetUtcNow();
        var changes = request.Texts("InstanceIds").Select(ById).ToArray().Select(instance =>
        {
            var before = instance.StateAt(now);
            instance.Change(target, now);
            return (Value)Shape.Of(
                ("InstanceId", instance.Id), ("CurrentState", instance.StateAt(now).ToShape()), ("PreviousState", before.ToShape()));
        }).ToArray();
        return Shape.Of((member, Shape.List(changes)));
    }

    private Instance[] Find(ServiceRequest request)
    {
        var now = _time.GetUtcNow();
        var ids = request.Texts("InstanceIds");
        var filters = new Filters(request.Structures("Filters"));
        var chosen = ids.Count == 0 ? _instances : ids.Select(ById);
        return [.. chosen.Where(instance => filters.Match(name => ValuesOf(instance, name, now)))];
    }

    private static IEnumerable<string>? ValuesOf(Instance instance, string filter, DateTimeOffset now)
    {
        var shape = instance.ToShape(now);
        return filter switch
        {
            "instance-id" => [instance.Id],
            "reservation-id" => [instance.ReservationId],
            "client-token" => [instance.ClientToken ?? ""],
            "instance-state-name" => [instance.StateAt(now).Name],
            "instance-state-code" => [instance.StateAt(now).Code.ToString(System.Globalization.CultureInfo.InvariantCulture)],
            "image-id" => [Filters.TextOf(shape, "ImageId")],
            "instance-type" => [Filters.TextOf(shape, "InstanceType")],
            "instance-lifecycle" => [Filters.TextOf(shape, "InstanceLifecycle")],
            "subnet-id" => [Filters.TextOf(shape, "SubnetId")],
            "key-name" => [Filters.TextOf(shape, "KeyName")],
            "private-ip-address" => [Filters.TextOf(shape, "PrivateIpAddress")],
            _ => Filters.OfTags(filter, instance.Tags),
        };
    }

    private ObjectValue ReservationOf(IReadOnlyList<Instance> instances)
    {
        var now = _time.GetUtcNow();
        return Shape.Of(
            ("ReservationId", instances[0].ReservationId),
            ("OwnerId", _aws.AccountId),
            ("Groups", new ArrayValue()),
            ("Instances", Shape.List(instances.Select(instance => (Value)instance.ToShape(now)))));
    }

    private Instance ById(string id)
    {
        if (!id.StartsWith("i-", StringComparison.Ordinal) || !id[2..].All(char.IsAsciiHexDigitLower) || id.Length is not (10 or 19))
            throw new ServiceException("InvalidInstanceID.Malformed", $"Invalid id: \"{id}\"");
        return _instances.Find(instance => instance.Id == id)
            ?? throw new ServiceException("InvalidInstanceID.NotFound", $"The instance ID '{id}' does not exist");
    }

    // i-0 and 16 more hexadecimal digits
    private static string NewId(string kind) => $"{kind}-0{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";

    private static ServiceException Missing(string name) => new("MissingParameter", $"The request must contain the parameter {name}");
}
