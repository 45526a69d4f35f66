using System.Text.RegularExpressions;
using Aot.Local.Json;

namespace Aot.Local.Jsonata.Pictures;

internal sealed partial record DateTimePicture
{
    // A date is given by one of the first three sets of components, a time by one of the other two.
    private const string CalendarDate = "YMD";
    private const string OrdinalDate = "Yd";
    private const string MonthWeekDate = "XxwF";
    private const string YearWeekDate = "XWF";
    private const string Time24 = "Hmsf";
    private const string Time12 = "Phmsf";
    private const string AllDate = "YXMxWwdD";
    private const string AllTime = "PHhmsf";

    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private Regex? _regex;

    /// <summary>The milliseconds since 1970 that a timestamp stands for, or null where it does not match the picture.</summary>
    /// <param name="timestamp">The text to read.</param>
    /// <param name="now">Gives the components that the timestamp lacks above the first it has.</param>
    /// <exception cref="JsonataException">Components are missing between others (D3136).</exception>
    public double? Read(string timestamp, CivilTime now)
    {
        _regex ??= new Regex($@"\A{string.Concat(Parts.Select(p => $"({ToRegex(p)})"))}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout);
        if (_regex.Match(timestamp) is not { Success: true } match)
            return null;
        var found = new Dictionary<char, double>();
        for (var i = 0; i < Parts.Count; i++)
        {
            if (Parts[i].Component != '\0' && Read(Parts[i], match.Groups[i + 1].Value) is { } value)
                found[Parts[i].Component] = value;
        }
        return Parts.All(p => p.Component == '\0') ? null : ToMillis(found, now);
    }

    private static string ToRegex(DateTimePart part) => part switch
    {
        { Component: '\0' } => Regex.Escape(part.Literal),
        { Component: 'Z' or 'z', Integer: var picture } => (part.Component == 'z' ? "GMT" : "") + "[-+][0-9]+"
            + (picture!.SeparatorInterval > 0 ? Regex.Escape(picture.Separators[0].Character) + "[0-9]+" : ""),
        { Integer: { } picture } => picture.ToRegex(part.Digits),
        { Component: 'P' } => "[a-zA-Z]+",
        _ => NamesOf(part) is not null ? "[a-zA-Z]+" : "",
    };

    private static double? Read(DateTimePart part, string text)
    {
        if (part.Component is 'Z' or 'z')
            return ReadOffset(part, text);
        if (part.Integer is not null)
            return part.Integer.Read(text) is var number && double.IsNaN(number) ? null : number;
        if (part.Component == 'P')
            return text is "am" or "AM" ? 0 : text is "pm" or "PM" ? 1 : null;
        var index = Array.FindIndex(NamesOf(part), n => (n.Length > part.MaxWidth ? n[..part.MaxWidth.Value] : n) == text);
        return index < 0 ? null : index + 1;
    }

    // Minutes ahead of UTC.
    private static double? ReadOffset(DateTimePart part, string text)
    {
        if (part.Component == 'z')
            text = text["GMT".Length..];
        var hoursEnd = text.Length <= 3 ? text.Length : 3;
        var minutesStart = hoursEnd;
        if (part.Integer!.SeparatorInterval > 0)
        {
            hoursEnd = text.IndexOf(part.Integer.Separators[0].Character, StringComparison.Ordinal);
            minutesStart = hoursEnd + 1;
        }
        var hours = IntegerPicture.LeadingInteger(text[..hoursEnd]);
        return hours * 60 + (minutesStart < text.Length ? IntegerPicture.LeadingInteger(text[minutesStart..]) : 0);
    }

    private static double ToMillis(Dictionary<char, double> found, CivilTime now)
    {
        var isOrdinal = !Fits(found, CalendarDate, AllDate) && Fits(found, OrdinalDate, AllDate);
        if (Fits(found, MonthWeekDate, AllDate) || Fits(found, YearWeekDate, AllDate))
            throw new JsonataException("D3136");
        var is12Hours = !Fits(found, Time24, AllTime) && Fits(found, Time12, AllTime);
        // 2.0.6 looks for the day of the month even where the day of the year is given; so no time can follow that one.
        FillGaps(found, (isOrdinal ? "YD" : CalendarDate) + (is12Hours ? Time12 : Time24), now);

        // Two digits are a year of the 20th century, as in JavaScript's Date.UTC.
        var year = found['Y'] is >= 0 and <= 99 ? found['Y'] + 1900 : found['Y'];
        var date = isOrdinal ? CivilTime.MillisOf(year, 1, found['d']) : CivilTime.MillisOf(year, Math.Max(1, found['M']), found['D']);
        var hour = is12Hours ? found['h'] % 12 + (found['P'] == 1 ? 12 : 0) : found['H'];
        var offset = found.GetValueOrDefault('Z') is var z && z != 0 ? z : found.GetValueOrDefault('z');
        return date + ((hour * 60 + found['m'] - offset) * 60 + found['s']) * 1000 + found['f'];
    }

    // At least one of the components, and none of the others of its kind; a component of value zero does not count.
    private static bool Fits(Dictionary<char, double> found, string components, string all) =>
        all.All(c => components.Contains(c) || found.GetValueOrDefault(c) == 0) && components.Any(c => found.GetValueOrDefault(c) != 0);

    private static void FillGaps(Dictionary<char, double> found, string components, CivilTime now)
    {
        var (isStarted, isEnded) = (false, false);
        foreach (var component in components)
        {
            if (found.ContainsKey(component))
            {
                if (isEnded)
                    throw new JsonataException("D3136");
                isStarted = true;
            }
            else if (isStarted)
            {
                found[component] = component is 'M' or 'D' or 'd' ? 1 : 0;
                isEnded = true;
            }
            else
            {
                found[component] = component == 'P' ? 0 : Fragment(now, component);
            }
        }
    }
}
