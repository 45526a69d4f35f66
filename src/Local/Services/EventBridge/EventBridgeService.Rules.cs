using Aot.Local.Json;
using Aot.Local.Services.EventBridge.Patterns;
using Aot.Local.Services.EventBridge.Schedules;

namespace Aot.Local.Services.EventBridge;

/// <summary>Rules and their targets.</summary>
internal sealed partial class EventBridgeService
{
    private const int MaxTargets = 5; // EventBridge quotas, "Targets per rule"

    // A timer takes 49 days at most; a longer wait is made of several.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private ObjectValue PutRule(ServiceRequest request)
    {
        var name = request.RequiredText("Name");
        if (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            throw RequestErrors.Validation($"Parameter Name is not valid: {name}");
        var bus = BusNameOf(request.Text("EventBusName"));
        var (patternText, scheduleText) = (request.Text("EventPattern"), request.Text("ScheduleExpression"));
        if (patternText is null && scheduleText is null)
            throw RequestErrors.Validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        if (scheduleText is not null && bus != DefaultBus)
            throw RequestErrors.Validation("ScheduleExpression is supported only on the default event bus.");
        var pattern = patternText is null ? null : EventPattern.Parse(patternText);
        var schedule = scheduleText is null ? null : ScheduleExpression.Parse(scheduleText);
        if (!_buses[bus].TryGetValue(name, out var rule))
            _buses[bus].Add(name, rule = new Rule(name, _aws.Arn("events", bus == DefaultBus ? $"rule/{name}" : $"rule/{bus}/{name}"), bus));
        (rule.PatternText, rule.Pattern, rule.ScheduleText, rule.Schedule) = (patternText, pattern, scheduleText, schedule);
        (rule.Description, rule.RoleArn) = (request.Text("Description"), request.Text("RoleArn"));
        Enable(rule, request.Text("State") != "DISABLED");
        return Shape.Of(("RuleArn", rule.Arn));
    }

    private ObjectValue ListRules(ServiceRequest request)
    {
        var prefix = request.Text("NamePrefix") ?? "";
        var rules = _buses[BusNameOf(request.Text("EventBusName"))].Values.Where(rule => rule.Name.StartsWith(prefix, StringComparison.Ordinal));
        return Shape.Of(("Rules", Shape.List(rules.Select(rule => (Value)rule.ToShape()))));
    }

    private ObjectValue ListRuleNamesByTarget(ServiceRequest request)
    {
        var target = request.RequiredText("TargetArn");
        var rules = _buses[BusNameOf(request.Text("EventBusName"))].Values.Where(rule => rule.Targets.Values.Any(candidate => candidate.Arn == target));
        return Shape.Of(("RuleNames", Shape.List(rules.Select(rule => rule.Name))));
    }

    private ObjectValue DeleteRule(ServiceRequest request)
    {
        var rules = _buses[BusNameOf(request.Text("EventBusName"))];
        if (!rules.TryGetValue(request.RequiredText("Name"), out var rule))
            return Shape.Empty;
        if (rule.Targets.Count > 0)
            throw RequestErrors.Validation("Rule can't be deleted since it has targets.");
        Disarm(rule);
        rules.Remove(rule.Name);
        return Shape.Empty;
    }

    private ObjectValue Enable(Rule rule, bool isEnabled)
    {
        Disarm(rule);
        rule.IsEnabled = isEnabled;
        if (isEnabled && rule.Schedule?.NextAfter(_time.GetUtcNow()) is { } due)
            Arm(rule, due);
        return Shape.Empty;
    }

    private ObjectValue PutTargets(ServiceRequest request)
    {
        var rule = RuleOf(request, "Rule");
        request.RequiredList("Targets");
        var targets = request.Structures("Targets").Select(RuleTarget.Parse).ToArray();
        if (rule.Targets.Keys.Union(targets.Select(target => target.Id)).Count() > MaxTargets)
            throw new ServiceException("LimitExceededException", $"The requested resource exceeds the maximum number allowed: a rule has at most {MaxTargets} targets.");
        foreach (var target in targets)
            rule.Targets[target.Id] = target;
        return Failures();
    }

    private ObjectValue RemoveTargets(ServiceRequest request)
    {
        var rule = RuleOf(request, "Rule");
        request.RequiredList("Ids");
        foreach (var id in request.Texts("Ids"))
            rule.Targets.Remove(id);
        return Failures();
    }

    private ObjectValue ListTargetsByRule(ServiceRequest request) =>
        Shape.Of(("Targets", Shape.List(RuleOf(request, "Rule").Targets.Values.Select(target => (Value)target.Given))));

    private Rule RuleOf(ServiceRequest request, string member = "Name")
    {
        var (bus, name) = (BusNameOf(request.Text("EventBusName")), request.RequiredText(member));
        return _buses[bus].GetValueOrDefault(name)
            ?? throw new ServiceException("ResourceNotFoundException", $"Rule {name} does not exist on EventBus {bus}.");
    }

    private void Arm(Rule rule, DateTimeOffset due)
    {
        rule.DueAt = due;
        var wait = due - _time.GetUtcNow();
        rule.Timer = _time.CreateTimer(
            _ => OnTimer(rule, due), null, wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestTimer ? wait : LongestTimer, Timeout.InfiniteTimeSpan);
    }

    private void OnTimer(Rule rule, DateTimeOffset due)
    {
        lock (_lock)
        {
            // The timer may have fired just as the rule was disabled or changed.
            if (rule.DueAt != due)
                return;
            Disarm(rule);
            if (_time.GetUtcNow() < due)
            {
                Arm(rule, due);
                return;
            }
            var @event = EventOf("aws.events", "Scheduled Event", due, Shape.List([rule.Arn]), Shape.Empty);
            Send(rule, @event, isForwarded: false);
            if (rule.Schedule?.NextAfter(due) is { } next)
                Arm(rule, next);
        }
    }

    private static void Disarm(Rule rule)
    {
        rule.Timer?.Dispose();
        rule.Timer = null;
        rule.DueAt = null;
    }

    private static ObjectValue Failures() => Shape.Of(("FailedEntryCount", 0), ("FailedEntries", new ArrayValue()));
}
