using System.Globalization;
using System.Text.RegularExpressions;

namespace Aot.Local.Jsonata.Pictures;

/// <summary>Timestamps such as 2018, 2018-07 and 2018-07-05T12:30:00.5+02:00; without an offset they are UTC.</summary>
internal static partial class IsoTimestamp
{
    private const string Groups = @"\A(?<year>\d{4})(-(?<month>[01]\d)(-(?<day>[0-3]\d))?)?(T(?<hour>[0-2]\d):(?<minute>[0-5]\d):(?<second>[0-5]\d))?"
        + @"(\.(?<fraction>\d+))?(Z|(?<sign>[+-])(?<hours>[0-2]\d):?(?<minutes>[0-5]\d))?\z";

    /// <summary>Milliseconds since 1970, or null where the text is not such a timestamp.</summary>
    public static double? Read(string text)
    {
        if (Shape().Match(text) is not { Success: true } match)
            return null;
        var (month, day, hour) = (Number("month", 1), Number("day", 1), Number("hour", 0));
        if (month is < 1 or > 12 || day is < 1 or > 31 || hour > 24)
            return null;
        var fraction = match.Groups["fraction"].Value.PadRight(3, '0')[..3];
        var offset = (Number("hours", 0) * 60 + Number("minutes", 0)) * (match.Groups["sign"].Value == "-" ? -1 : 1);
        return CivilTime.MillisOf(Number("year", 0), month, day)
            + ((hour * 60 + Number("minute", 0) - offset) * 60 + Number("second", 0)) * 1000 + int.Parse(fraction, CultureInfo.InvariantCulture);

        double Number(string group, double otherwise) =>
            match.Groups[group] is { Success: true, Value: var digits } ? double.Parse(digits, CultureInfo.InvariantCulture) : otherwise;
    }

    [GeneratedRegex(Groups, RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
