using System.Globalization;

namespace Aot.Local.Services.EventBridge.Schedules;

/// <summary>AWS's cron of six fields, in UTC: minutes hours day-of-month month day-of-week year.</summary>
internal sealed class CronSchedule : ScheduleExpression
{
    private const int FirstYear = 1970;
    private const int LastYear = 2199;

    private static readonly string[] MonthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] DayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly SortedSet<int> _minutes;
    private readonly SortedSet<int> _hours;
    private readonly SortedSet<int> _months;
    private readonly SortedSet<int> _years;
    private readonly Func<DateOnly, bool> _isDay;

    private CronSchedule(string[] fields)
    {
        _minutes = Numbers(fields[0], 0, 59, "minutes");
        _hours = Numbers(fields[1], 0, 23, "hours");
        _months = Numbers(fields[3], 1, 12, "month", MonthNames);
        _years = Numbers(fields[5], FirstYear, LastYear, "year");
        _isDay = fields[4] == "?" ? DayOfMonth(fields[2]) : DayOfWeek(fields[4]);
    }

    /// <exception cref="FormatException">What is wrong with it.</exception>
    public static CronSchedule Read(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 6)
            throw new FormatException($"a cron has 6 fields (minutes hours day-of-month month day-of-week year), found {fields.Length}");
        if ((fields[2] == "?") == (fields[4] == "?"))
            throw new FormatException("one of day-of-month and day-of-week must be ?, and only one");
        return new CronSchedule(fields);
    }

    public override DateTimeOffset? NextAfter(DateTimeOffset moment)
    {
        var from = moment.UtcDateTime;
        var first = DateOnly.FromDateTime(from);
        for (var day = first; day.Year <= LastYear; day = day.AddDays(1))
        {
            if (!_years.Contains(day.Year) || !_months.Contains(day.Month) || !_isDay(day))
                continue;
            foreach (var hour in _hours)
            {
                foreach (var minute in _minutes)
                {
                    var time = day.ToDateTime(new TimeOnly(hour, minute), DateTimeKind.Utc);
                    if (time > from)
                        return new DateTimeOffset(time);
                }
            }
        }
        return null;
    }

    // *  5  1,3  1-5  */15  0/15  10-40/10  JAN-MAR
    private static SortedSet<int> Numbers(string field, int least, int most, string name, string[]? names = null)
    {
        var numbers = new SortedSet<int>();
        foreach (var item in field.Split(','))
        {
            var step = item.Split('/');
            var range = step[0].Split('-');
            var from = step[0] == "*" ? least : Number(range[0]);
            var to = step[0] == "*" || (step.Length == 2 && range.Length == 1) ? most : Number(range[^1]);
            var by = step.Length == 2 ? Number(step[1], isStep: true) : 1;
            if (step.Length > 2 || range.Length > 2 || by < 1 || from > to)
                throw Wrong();
            for (var number = from; number <= to; number += by)
                numbers.Add(number);
        }
        return numbers;

        int Number(string text, bool isStep = false)
        {
            var named = names is null || isStep ? -1 : Array.IndexOf(names, text.ToUpperInvariant());
            if (named >= 0)
                return named + 1;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (isStep || (number >= least && number <= most))
                ? number
                : throw Wrong();
        }

        FormatException Wrong() => new($"'{field}' is no list of {name} from {least} to {most}");
    }

    // L: the last; LW: the last weekday; 15W: the weekday nearest to the 15th
    private static Func<DateOnly, bool> DayOfMonth(string field)
    {
        if (field == "L")
            return day => day.Day == LastOf(day);
        if (field == "LW")
            return day => day.Day == NearestWeekday(day, LastOf(day));
        if (field.EndsWith('W'))
        {
            var target = Numbers(field[..^1], 1, 31, "day-of-month").Single();
            return day => target <= LastOf(day) && day.Day == NearestWeekday(day, target);
        }
        var days = Numbers(field, 1, 31, "day-of-month");
        return day => days.Contains(day.Day);
    }

    // 1 is Sunday. L: Saturday; 6L: the month's last Friday; 6#3: its third
    private static Func<DateOnly, bool> DayOfWeek(string field)
    {
        if (field == "L")
            return day => day.DayOfWeek == System.DayOfWeek.Saturday;
        if (field.EndsWith('L'))
        {
            var last = Numbers(field[..^1], 1, 7, "day-of-week", DayNames).Single();
            return day => (int)day.DayOfWeek + 1 == last && day.Day + 7 > LastOf(day);
        }
        if (field.Split('#') is [var weekday, var count])
        {
            var wanted = Numbers(weekday, 1, 7, "day-of-week", DayNames).Single();
            var nth = Numbers(count, 1, 5, "count of #").Single();
            return day => (int)day.DayOfWeek + 1 == wanted && (day.Day - 1) / 7 + 1 == nth;
        }
        var days = Numbers(field, 1, 7, "day-of-week", DayNames);
        return day => days.Contains((int)day.DayOfWeek + 1);
    }

    private static int LastOf(DateOnly day) => DateTime.DaysInMonth(day.Year, day.Month);

    // Never leaves the month.
    private static int NearestWeekday(DateOnly month, int target) => new DateOnly(month.Year, month.Month, target).DayOfWeek switch
    {
        System.DayOfWeek.Saturday => target == 1 ? 3 : target - 1,
        System.DayOfWeek.Sunday => target == LastOf(month) ? target - 2 : target + 1,
        _ => target,
    };
}
