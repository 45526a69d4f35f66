using System.Globalization;

namespace Aot.Local.Services.EventBridge.Schedules;

/// <summary>When a rule runs by the clock.</summary>
/// <remarks>Source: EventBridge user guide, "Schedule expressions".</remarks>
internal abstract class ScheduleExpression
{
    /// <summary>The first time after a moment; null when there is none any more.</summary>
    public abstract DateTimeOffset? NextAfter(DateTimeOffset moment);

    /// <summary>Reads <c>rate(5 minutes)</c> or <c>cron(0 12 * * ? *)</c>.</summary>
    /// <exception cref="ServiceException">ValidationException.</exception>
    public static ScheduleExpression Parse(string text)
    {
        if (text.StartsWith("rate(", StringComparison.Ordinal) && text.EndsWith(')'))
            return RateSchedule.Read(text[5..^1]) ?? throw Invalid(text, "a rate is rate(1 minute), rate(<n> minutes), and so with hour and day; the unit is plural for all but 1");
        if (text.StartsWith("cron(", StringComparison.Ordinal) && text.EndsWith(')'))
        {
            try
            {
                return CronSchedule.Read(text[5..^1]);
            }
            catch (FormatException wrong)
            {
                throw Invalid(text, wrong.Message);
            }
        }
        throw Invalid(text, "it must be rate(…) or cron(…)");
    }

    private static ServiceException Invalid(string text, string why) =>
        RequestErrors.Validation($"Parameter ScheduleExpression is not valid: {text}: {why}.");
}

/// <summary>Every so many minutes, hours or days, counted from when the rule was enabled.</summary>
internal sealed class RateSchedule(TimeSpan period) : ScheduleExpression
{
    public static RateSchedule? Read(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1
            || count == 1 == parts[1].EndsWith('s'))
            return null;
        return parts[1].TrimEnd('s') switch
        {
            "minute" => new RateSchedule(TimeSpan.FromMinutes(count)),
            "hour" => new RateSchedule(TimeSpan.FromHours(count)),
            "day" => new RateSchedule(TimeSpan.FromDays(count)),
            _ => null,
        };
    }

    public override DateTimeOffset? NextAfter(DateTimeOffset moment) => moment + period;
}
