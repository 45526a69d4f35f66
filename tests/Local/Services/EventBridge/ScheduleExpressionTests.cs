using System.Globalization;
using Aot.Local.Services;
using Aot.Local.Services.EventBridge.Schedules;

namespace Aot.Local.Tests.Services.EventBridge;

public class ScheduleExpressionTests
{
    // 2026-01-05 is a Monday.
    [Theory]
    [InlineData("rate(1 minute)", "2026-01-05T12:00:00", "2026-01-05T12:01:00")]
    [InlineData("rate(5 minutes)", "2026-01-05T12:00:30", "2026-01-05T12:05:30")]
    [InlineData("rate(7 days)", "2026-01-05T12:00:00", "2026-01-12T12:00:00")]
    [InlineData("cron(0 12 * * ? *)", "2026-01-05T12:00:00", "2026-01-06T12:00:00")]
    [InlineData("cron(*/15 * * * ? *)", "2026-01-05T12:14:59", "2026-01-05T12:15:00")]
    [InlineData("cron(10/20 8-9 * * ? *)", "2026-01-05T09:31:00", "2026-01-05T09:50:00")]
    [InlineData("cron(0 18 ? * MON-FRI *)", "2026-01-09T18:00:00", "2026-01-12T18:00:00")]
    [InlineData("cron(0 0 L * ? *)", "2026-01-31T00:00:00", "2026-02-28T00:00:00")]
    [InlineData("cron(0 0 LW * ? *)", "2026-01-05T00:00:00", "2026-01-30T00:00:00")]
    [InlineData("cron(0 0 15W * ? *)", "2026-01-20T00:00:00", "2026-02-16T00:00:00")]
    [InlineData("cron(0 0 1W 8 ? *)", "2026-01-05T00:00:00", "2026-08-03T00:00:00")]
    [InlineData("cron(0 0 ? * 6L *)", "2026-01-05T00:00:00", "2026-01-30T00:00:00")]
    [InlineData("cron(0 0 ? * TUE#2 *)", "2026-01-05T00:00:00", "2026-01-13T00:00:00")]
    [InlineData("cron(0 0 29 FEB ? *)", "2026-01-05T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("cron(0 0 1 1 ? 2030)", "2026-01-05T00:00:00", "2030-01-01T00:00:00")]
    [InlineData("cron(0 0 1 1 ? 2020)", "2026-01-05T00:00:00", null)]
    public void The_next_time_follows_from_the_expression(string expression, string from, string? next)
    {
        var found = ScheduleExpression.Parse(expression).NextAfter(DateTimeOffset.Parse(from, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

        Assert.Equal(next, found?.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("rate(5 minute)")]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(5 seconds)")]
    [InlineData("every 5 minutes")]
    [InlineData("cron(0 12 * * *)")]
    [InlineData("cron(0 12 * * * *)")]
    [InlineData("cron(0 12 ? * ? *)")]
    [InlineData("cron(60 12 * * ? *)")]
    [InlineData("cron(0 12 32 * ? *)")]
    [InlineData("cron(0 12 ? * MOON *)")]
    [InlineData("cron(5-1 12 * * ? *)")]
    public void A_malformed_expression_is_refused(string expression) =>
        Assert.Equal("ValidationException", Assert.Throws<ServiceException>(() => ScheduleExpression.Parse(expression)).Code);
}
