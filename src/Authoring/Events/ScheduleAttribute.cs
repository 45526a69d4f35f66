namespace Aot.Authoring;

/// <summary>Starts the workflow on a schedule. Becomes a SAM <c>Schedule</c> event.</summary>
/// <param name="expression">An EventBridge schedule: <c>rate(5 minutes)</c> or <c>cron(0 8 * * ? *)</c>, in UTC.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ScheduleAttribute(string expression) : Attribute
{
    /// <summary>The schedule as written.</summary>
    public string Expression { get; } = expression;

    /// <summary>JSON text that each execution gets as its input; the schedule's event where absent.</summary>
    public string? Input { get; init; }

    /// <summary>False creates the rule disabled.</summary>
    public bool Enabled { get; init; } = true;
}
