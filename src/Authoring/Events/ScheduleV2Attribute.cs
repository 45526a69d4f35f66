namespace Aot.Authoring;

/// <summary>Starts the workflow on a schedule of EventBridge Scheduler, which knows time zones, single times and flexible windows. Becomes a SAM <c>ScheduleV2</c> event.</summary>
/// <param name="expression"><c>rate(5 minutes)</c>, <c>cron(0 8 * * ? *)</c> or <c>at(2027-01-31T08:00:00)</c>.</param>
/// <remarks>Source: EventBridge Scheduler user guide, "Schedule types".</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ScheduleV2Attribute(string expression) : Attribute
{
    /// <summary>The schedule as written.</summary>
    public string Expression { get; } = expression;

    /// <summary>IANA name of the zone that <c>cron</c> and <c>at</c> mean, such as <c>Europe/Rome</c>; UTC where absent.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Minutes after its time within which a start may fall, 1 to 1440; 0 means at its time.</summary>
    public int FlexibleWindowMinutes { get; init; }

    /// <summary>ISO 8601 time in UTC before which nothing starts.</summary>
    public string? StartDate { get; init; }

    /// <summary>ISO 8601 time in UTC after which nothing starts.</summary>
    public string? EndDate { get; init; }

    /// <summary>Logical id of the schedule group in the template; the default group where absent.</summary>
    public string? Group { get; init; }

    /// <summary>JSON text that each execution gets as its input.</summary>
    public string? Input { get; init; }

    /// <summary>False creates the schedule disabled.</summary>
    public bool Enabled { get; init; } = true;
}
