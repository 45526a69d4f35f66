using System.Collections.Concurrent;
using Aot.Local.Json;

namespace Aot.Local.Jsonata.Pictures;

/// <summary>A literal text or, with a component, a marker such as <c>[M01]</c> or <c>[FNn,3-3]</c>.</summary>
internal sealed record DateTimePart(string Literal, char Component = '\0')
{
    /// <summary>Set where the component is written as a name.</summary>
    public LetterCase? Names { get; init; }

    public IntegerPicture? Integer { get; init; }

    public int? MaxWidth { get; init; }

    /// <summary>How many digits of a year (month, day) count; null for all.</summary>
    public int? Digits { get; init; }

    /// <summary>An offset of zero is written Z.</summary>
    public bool IsZuluAllowed { get; init; }
}

/// <summary>How a point in time is written: <c>[Y0001]-[M01]-[D01]</c>.</summary>
/// <remarks>Source: XPath Functions and Operators 3.1, fn:format-dateTime, with JSONata's X and x for the year and month of a week.</remarks>
internal sealed partial record DateTimePicture(IReadOnlyList<DateTimePart> Parts)
{
    private const string IntegerComponents = "YMDdFWwXxHhmsf";
    private const int MostCached = 256;

    private static readonly ConcurrentDictionary<string, DateTimePicture> Cache = new(StringComparer.Ordinal);

    private static readonly Dictionary<char, string> DefaultPresentations = new()
    {
        ['Y'] = "1", ['M'] = "1", ['D'] = "1", ['d'] = "1", ['F'] = "n", ['W'] = "1", ['w'] = "1", ['X'] = "1", ['x'] = "1", ['H'] = "1", ['h'] = "1",
        ['P'] = "n", ['m'] = "01", ['s'] = "01", ['f'] = "1", ['Z'] = "01:01", ['z'] = "01:01", ['C'] = "n", ['E'] = "n",
    };

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    // Stands below the tables that its analysis reads.
    public static readonly DateTimePicture Iso = Analyse("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]");

    /// <exception cref="JsonataException">The picture is not valid (D3131 to D3135).</exception>
    public static DateTimePicture Parse(string picture)
    {
        if (Cache.TryGetValue(picture, out var known))
            return known;
        var analysed = Analyse(picture);
        if (Cache.Count < MostCached)
            Cache[picture] = analysed;
        return analysed;
    }

    private static DateTimePicture Analyse(string picture)
    {
        var parts = new List<DateTimePart>();
        var start = 0;
        while (start < picture.Length)
        {
            var open = picture.IndexOf('[', start);
            var literalEnd = open < 0 ? picture.Length : open;
            if (literalEnd > start)
                parts.Add(new DateTimePart(picture[start..literalEnd].Replace("]]", "]")));
            if (open < 0)
                break;
            if (open + 1 < picture.Length && picture[open + 1] == '[')
            {
                parts.Add(new DateTimePart("["));
                start = open + 2;
                continue;
            }
            var close = picture.IndexOf(']', open);
            if (close < 0)
                throw new JsonataException("D3135");
            parts.Add(AnalyseMarker(string.Concat(picture[(open + 1)..close].Where(c => !char.IsWhiteSpace(c)))));
            start = close + 1;
        }
        return new DateTimePicture(parts);
    }

    // Component, presentation, then a comma and the width: Y0001, MNn,3-3, D1o
    private static DateTimePart AnalyseMarker(string marker)
    {
        var component = marker.Length > 0 ? marker[0] : '\0';
        if (!DefaultPresentations.TryGetValue(component, out var presentation))
            throw new JsonataException("D3132") { Value = new StringValue(marker.Length > 0 ? marker[..1] : "") };
        var comma = marker.LastIndexOf(',');
        var (minWidth, maxWidth) = comma < 0 ? (null, null) : AnalyseWidth(marker[(comma + 1)..]);
        var given = comma < 0 ? marker[1..] : marker[1..comma];
        var modifier = '\0';
        if (given.Length > 1 && given[^1] is 'a' or 't' or 'c' or 'o')
            (modifier, given) = (given[^1], given[..^1]);
        if (given.Length > 0)
            presentation = given;

        var part = new DateTimePart("", component) { MaxWidth = maxWidth, IsZuluAllowed = modifier == 't' };
        if (presentation[0] is 'n' or 'N')
        {
            var isTitle = presentation is ['N', 'n', ..];
            part = part with { Names = isTitle ? LetterCase.Title : presentation[0] == 'N' ? LetterCase.Upper : LetterCase.Lower };
        }
        else if (IntegerComponents.Contains(component))
        {
            part = AnalyseInteger(part, modifier == '\0' ? presentation : $"{presentation};{modifier}", minWidth);
        }
        return component is 'Z' or 'z' ? part with { Integer = IntegerPicture.Parse(presentation) } : part;
    }

    private static DateTimePart AnalyseInteger(DateTimePart part, string presentation, int? minWidth)
    {
        var integer = IntegerPicture.Parse(presentation);
        var isDecimal = integer.Style == IntegerStyle.Decimal;
        if (isDecimal && integer.MandatoryDigits < minWidth)
            integer = integer with { MandatoryDigits = minWidth.Value };
        if (part.Component is not ('Y' or 'M' or 'D'))
            return part with { Integer = integer };
        var width = integer.MandatoryDigits + integer.OptionalDigits;
        if (part.MaxWidth is { } most)
            return part with { Integer = integer with { MandatoryDigits = most }, Digits = most };
        return part with { Integer = integer, Digits = isDecimal && width >= 2 ? width : null };
    }

    private static (int? Min, int? Max) AnalyseWidth(string width)
    {
        var dash = width.IndexOf('-');
        return dash < 0 ? (Width(width), null) : (Width(width[..dash]), Width(width[(dash + 1)..]));
    }

    private static int? Width(string text) => IntegerPicture.LeadingInteger(text) is var width && width is >= 0 and < 1000 ? (int)width : null;
}
