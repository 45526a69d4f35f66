namespace Aot.Local.Jsonata.Pictures;

/// <summary>A point in time as the proleptic Gregorian calendar in UTC has it, for any year JavaScript knows.</summary>
internal readonly record struct CivilTime
{
    private const double MillisPerDay = 86_400_000;
    private const double DaysPerWeek = 7;

    private readonly double _millis;

    public CivilTime(double millis)
    {
        _millis = Math.Truncate(millis);
        var day = Math.Floor(_millis / MillisPerDay);
        var time = _millis - day * MillisPerDay;
        (Year, Month, Day) = DateOf((long)day);
        Hour = (int)(time / 3_600_000);
        Minute = (int)(time / 60_000 % 60);
        Second = (int)(time / 1000 % 60);
        Millisecond = (int)(time % 1000);
        Weekday = (int)((((long)day + 3) % 7 + 7) % 7) + 1;
    }

    public int Year { get; }

    /// <summary>1 to 12.</summary>
    public int Month { get; }

    public int Day { get; }

    public int Hour { get; }

    public int Minute { get; }

    public int Second { get; }

    public int Millisecond { get; }

    /// <summary>1 (Monday) to 7 (Sunday).</summary>
    public int Weekday { get; }

    public int DayOfYear => (int)((Midnight - MillisOf(Year, 1, 1)) / MillisPerDay) + 1;

    /// <summary>The ISO week; the first one of a year holds its first Thursday.</summary>
    public int WeekOfYear => Week(MillisOf(Year, 1, 1), MillisOf(Year - 1, 1, 1), MillisOf(Year + 1, 1, 1), mostWeeks: 52);

    public int WeekOfMonth => Week(MillisOf(Year, Month, 1), MillisOf(Year, Month - 1, 1), MillisOf(Year, Month + 1, 1), mostWeeks: 4);

    /// <summary>The year to which the ISO week belongs.</summary>
    public int WeekYear =>
        _millis < FirstMonday(MillisOf(Year, 1, 1)) ? Year - 1 : _millis >= FirstMonday(MillisOf(Year + 1, 1, 1)) ? Year + 1 : Year;

    /// <summary>The month to which the week of the month belongs.</summary>
    public int WeekMonth
    {
        get
        {
            var month = _millis < FirstMonday(MillisOf(Year, Month, 1)) ? Month - 1 : _millis >= FirstMonday(MillisOf(Year, Month + 1, 1)) ? Month + 1 : Month;
            return (month + 11) % 12 + 1;
        }
    }

    private double Midnight => Math.Floor(_millis / MillisPerDay) * MillisPerDay;

    /// <summary>Milliseconds since 1970 of a day; months and days outside their range count on into the neighbouring ones.</summary>
    public static double MillisOf(double year, double month, double day)
    {
        var months = year * 12 + month - 1;
        year = Math.Floor(months / 12);
        month = months - year * 12 + 1;
        // Years that begin in March put the leap day at the end of the year.
        var marchYear = month <= 2 ? year - 1 : year;
        var era = Math.Floor(marchYear / 400);
        var yearOfEra = marchYear - era * 400;
        var dayOfYear = Math.Floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5);
        var dayOfEra = yearOfEra * 365 + Math.Floor(yearOfEra / 4) - Math.Floor(yearOfEra / 100) + dayOfYear;
        return (era * 146_097 + dayOfEra - 719_468 + day - 1) * MillisPerDay;
    }

    private int Week(double start, double previousStart, double nextStart, int mostWeeks)
    {
        var week = (Midnight - FirstMonday(start)) / (MillisPerDay * DaysPerWeek) + 1;
        if (week > mostWeeks && Midnight >= FirstMonday(nextStart))
            week = 1;
        else if (week < 1)
            week = (Midnight - FirstMonday(previousStart)) / (MillisPerDay * DaysPerWeek) + 1;
        return (int)Math.Floor(week);
    }

    // The Monday of the week that holds the first Thursday of a year or month.
    private static double FirstMonday(double firstDay)
    {
        var weekday = new CivilTime(firstDay).Weekday;
        return firstDay + (weekday > 4 ? 8 - weekday : 1 - weekday) * MillisPerDay;
    }

    private static (int Year, int Month, int Day) DateOf(long day)
    {
        day += 719_468;
        var era = (day >= 0 ? day : day - 146_096) / 146_097;
        var dayOfEra = day - era * 146_097;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var month = (5 * dayOfYear + 2) / 153;
        var year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0);
        return ((int)year, (int)(month < 10 ? month + 3 : month - 9), (int)(dayOfYear - (153 * month + 2) / 5 + 1));
    }
}
