using Aot.Local.Json;
using Aot.Local.Services.EventBridge.Patterns;
using Aot.Local.Services.EventBridge.Schedules;

namespace Aot.Local.Services.EventBridge;

/// <summary>A rule of a bus. Used under the service's lock.</summary>
internal sealed class Rule(string name, string arn, string busName)
{
    public string Name => name;

    public string Arn => arn;

    public string BusName => busName;

    public string? PatternText { get; set; }

    public EventPattern? Pattern { get; set; }

    public string? ScheduleText { get; set; }

    public ScheduleExpression? Schedule { get; set; }

    /// <summary>The timer of an enabled schedule.</summary>
    public ITimer? Timer { get; set; }

    /// <summary>When the schedule runs next; null while it is not enabled.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public bool IsEnabled { get; set; } = true;

    public string? Description { get; set; }

    public string? RoleArn { get; set; }

    public SortedDictionary<string, RuleTarget> Targets { get; } = new(StringComparer.Ordinal);

    public ObjectValue ToShape() => Shape.Of(
        ("Name", name),
        ("Arn", arn),
        ("EventPattern", PatternText),
        ("ScheduleExpression", ScheduleText),
        ("State", IsEnabled ? "ENABLED" : "DISABLED"),
        ("Description", Description),
        ("RoleArn", RoleArn),
        ("EventBusName", busName));
}

/// <summary>Where a rule sends events, and what of them.</summary>
/// <param name="Given">The target as PutTargets got it.</param>
internal sealed record RuleTarget(string Id, string Arn, ObjectValue Given, TargetInput Input, RetryPolicy Retry, string? DeadLetterArn)
{
    /// <exception cref="ServiceException">ValidationException.</exception>
    public static RuleTarget Parse(ServiceRequest target)
    {
        var retry = target.Structure("RetryPolicy");
        var (retries, age) = (retry?.Integer("MaximumRetryAttempts") ?? 185, retry?.Integer("MaximumEventAgeInSeconds") ?? 86_400);
        if (retries is < 0 or > 185 || age is < 60 or > 86_400)
            throw RequestErrors.Validation("RetryPolicy allows 0 to 185 attempts and an age of 60 to 86400 seconds.");
        return new RuleTarget(
            target.RequiredText("Id"), target.RequiredText("Arn"), target.Body, TargetInput.Parse(target),
            new RetryPolicy(retries, TimeSpan.FromSeconds(age)), target.Structure("DeadLetterConfig")?.Text("Arn"));
    }
}
