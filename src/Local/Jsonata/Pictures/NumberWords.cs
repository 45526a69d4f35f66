namespace Aot.Local.Jsonata.Pictures;

/// <summary>Whole numbers as English words and back: Two Thousand, Three Hundred and Twenty-Fourth.</summary>
internal static class NumberWords
{
    private static readonly string[] Units =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
        "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    ];

    private static readonly string[] OrdinalUnits =
    [
        "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
        "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
    ];

    private static readonly string[] Tens = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];

    private static readonly string[] Powers = ["Thousand", "Million", "Billion", "Trillion"];

    private static readonly Dictionary<string, double> Values = CollectValues();

    /// <summary>Every word a number may contain, in lower case.</summary>
    public static IEnumerable<string> Words => Values.Keys;

    public static string Format(double number, bool isOrdinal)
    {
        if (number < 20)
            return (isOrdinal ? OrdinalUnits : Units)[(int)number];
        if (number < 100)
        {
            var ten = Tens[(int)(number / 10) - 2];
            var unit = number % 10;
            return unit > 0 ? $"{ten}-{Format(unit, isOrdinal)}" : isOrdinal ? ten[..^1] + "ieth" : ten;
        }
        if (number < 1000)
            return Units[(int)(number / 100)] + " Hundred" + FormatRest(number % 100, isOrdinal);
        // Beyond the largest word the factor in front of it grows: a Thousand Trillion.
        var power = Math.Min((int)(Math.Floor(Math.Log10(number)) / 3), Powers.Length);
        var factor = Math.Pow(10, power * 3);
        var count = Math.Floor(number / factor);
        return $"{Format(count, false)} {Powers[power - 1]}{FormatRest(number - count * factor, isOrdinal)}";
    }

    /// <summary>The number, or NaN where a word is none of a number.</summary>
    public static double Parse(string text)
    {
        var segments = new Stack<double>([0]);
        foreach (var word in text.ToLowerInvariant().Replace(", ", " ").Replace(" and ", " ").Split(' ', '-', '\t', '\n', '\\'))
        {
            var value = Values.GetValueOrDefault(word, double.NaN);
            var last = segments.Pop();
            if (!(value < 100))
            {
                segments.Push(last * value);
                continue;
            }
            if (last >= 1000)
            {
                segments.Push(last);
                last = 0;
            }
            segments.Push(last + value);
        }
        return segments.Sum();
    }

    private static string FormatRest(double rest, bool isOrdinal)
    {
        if (rest > 0)
            return (rest < 100 ? " and " : ", ") + Format(rest, isOrdinal);
        return isOrdinal ? "th" : "";
    }

    private static Dictionary<string, double> CollectValues()
    {
        var values = new Dictionary<string, double>();
        for (var i = 0; i < Units.Length; i++)
        {
            values[Units[i].ToLowerInvariant()] = i;
            values[OrdinalUnits[i].ToLowerInvariant()] = i;
        }
        for (var i = 0; i < Tens.Length; i++)
        {
            values[Tens[i].ToLowerInvariant()] = (i + 2) * 10;
            values[Tens[i].ToLowerInvariant()[..^1] + "ieth"] = (i + 2) * 10;
        }
        values["hundred"] = values["hundredth"] = 100;
        for (var i = 0; i < Powers.Length; i++)
        {
            values[Powers[i].ToLowerInvariant()] = Math.Pow(1000, i + 1);
            values[Powers[i].ToLowerInvariant() + "th"] = Math.Pow(1000, i + 1);
        }
        return values;
    }
}
