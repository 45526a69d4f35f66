using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Jsonata.Pictures;

internal sealed partial record DateTimePicture
{
    /// <param name="millis">Since 1970.</param>
    /// <param name="offset">Hours and minutes ahead of UTC as the digits hhmm.</param>
    public string Format(double millis, double offset)
    {
        // Of -530 this makes -6 hours and -30 minutes, as JSONata 2.0.6 does.
        var (hours, minutes) = (Math.Floor(offset / 100), offset % 100);
        var time = new CivilTime(millis + (60 * hours + minutes) * 60_000);
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            text.Append(part.Component switch
            {
                '\0' => part.Literal,
                'Z' or 'z' => FormatOffset(part, hours, minutes),
                'P' => (time.Hour >= 12, part.Names == LetterCase.Upper) switch
                {
                    (true, true) => "PM",
                    (true, false) => "pm",
                    (false, true) => "AM",
                    _ => "am",
                },
                'C' or 'E' => "ISO",
                _ => part.Names is null ? FormatInteger(part, time) : FormatName(part, time),
            });
        }
        return text.ToString();
    }

    private static double Fragment(CivilTime time, char component) => component switch
    {
        'Y' => time.Year,
        'M' => time.Month,
        'D' => time.Day,
        'd' => time.DayOfYear,
        'F' => time.Weekday,
        'W' => time.WeekOfYear,
        'w' => time.WeekOfMonth,
        'X' => time.WeekYear,
        'x' => time.WeekMonth,
        'H' => time.Hour,
        'h' => time.Hour % 12 == 0 ? 12 : time.Hour % 12,
        'P' => time.Hour >= 12 ? 1 : 0,
        'm' => time.Minute,
        's' => time.Second,
        _ => time.Millisecond,
    };

    private static string FormatInteger(DateTimePart part, CivilTime time)
    {
        var value = Fragment(time, part.Component);
        if (part.Component == 'Y' && part.Digits is { } digits)
            value %= Math.Pow(10, digits);
        return part.Integer!.Format(value);
    }

    private static string FormatName(DateTimePart part, CivilTime time)
    {
        var names = NamesOf(part);
        var name = names[(int)Fragment(time, part.Component) - 1];
        name = part.Names switch
        {
            LetterCase.Upper => name.ToUpperInvariant(),
            LetterCase.Lower => name.ToLowerInvariant(),
            _ => name,
        };
        return part.MaxWidth < name.Length ? name[..part.MaxWidth.Value] : name;
    }

    private static string[] NamesOf(DateTimePart part) => part.Component switch
    {
        'M' or 'x' => Months,
        'F' => Days,
        _ => throw new JsonataException("D3133") { Value = new StringValue(part.Component.ToString()) },
    };

    private static string FormatOffset(DateTimePart part, double hours, double minutes)
    {
        var picture = part.Integer!;
        var offset = hours * 100 + minutes;
        if (offset == 0 && part.IsZuluAllowed)
            return "Z";
        string text;
        if (picture.SeparatorInterval > 0 || picture.MandatoryDigits is 3 or 4)
            text = picture.Format(offset);
        else if (picture.MandatoryDigits is 1 or 2)
            text = picture.Format(hours) + (minutes == 0 ? "" : ":" + IntegerPicture.Parse("00").Format(minutes));
        else
            throw new JsonataException("D3134") { Value = NumberValue.Of(picture.MandatoryDigits) };
        return (part.Component == 'z' ? "GMT" : "") + (offset >= 0 ? "+" : "") + text;
    }
}
