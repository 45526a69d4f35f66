using System.Text.RegularExpressions;
using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;
using Aot.Local.Jsonata.Pictures;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Functions on points in time, which are milliseconds since 1970 or timestamps as text.</summary>
internal static class Dates
{
    public static readonly NativeFunction[] All =
    [
        new("millis", "<:n>", 0, (_, _, frame) => frame.Run.Now.ToUnixTimeMilliseconds()),
        new("now", "<s?s?:s>", 2, (a, _, frame) => Format(frame.Run.Now.ToUnixTimeMilliseconds(), a[0], a[1], frame.Run)),
        new("fromMillis", "<n-s?s?:s>", 3, (a, _, frame) => a[0] is NumberValue millis ? Format(millis.Number, a[1], a[2], frame.Run) : null),
        new("toMillis", "<s-s?:n>", 2, (a, _, frame) => a[0] is StringValue text ? Read(text, a[1], frame.Run) : null),
    ];

    // The largest time JavaScript's Date can hold.
    private const double LargestMillis = 8.64e15;

    // hhmm: less than a hundred hours.
    private const double MostOffset = 9959;

    private static string Format(double millis, Value? picture, Value? zone, Run run)
    {
        if (!(Math.Abs(millis) <= LargestMillis))
            throw new JsonataException("D1001") { Value = NumberValue.Of(millis) };
        var offset = zone is StringValue digits ? IntegerPicture.LeadingInteger(digits.Text) : 0;
        if (!(Math.Abs(offset) <= MostOffset))
            throw new JsonataException("T0410") { Index = 3, Value = zone };
        var format = picture is StringValue text ? Picture(text, run) : DateTimePicture.Iso;
        return format.Format(millis, offset);
    }

    private static Value? Read(StringValue text, Value? picture, Run run)
    {
        if (picture is not StringValue given)
            return IsoTimestamp.Read(text.Text) ?? throw new JsonataException("D3110") { Value = text };
        try
        {
            return Picture(given, run).Read(text.Text, new CivilTime(run.Now.ToUnixTimeMilliseconds())) is { } millis ? millis : null;
        }
        catch (RegexMatchTimeoutException)
        {
            throw run.TimeExceeded();
        }
    }

    private static DateTimePicture Picture(StringValue picture, Run run)
    {
        run.Spend((long)picture.Text.Length * NumberFormats.CostOfPictureCharacter);
        return DateTimePicture.Parse(picture.Text);
    }
}
