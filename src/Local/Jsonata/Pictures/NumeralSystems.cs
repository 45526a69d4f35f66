using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Jsonata.Pictures;

/// <summary>Whole numbers as Roman numerals and as letters (a … z, aa …).</summary>
internal static class NumeralSystems
{
    private static readonly (int Value, string Numeral)[] Romans =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <exception cref="JsonataException">The numeral would be endless (D1001).</exception>
    public static string FormatRoman(double number)
    {
        const double LargestSensible = 1e6; // a thousand times M
        if (number > LargestSensible)
            throw new JsonataException("D1001") { Value = NumberValue.Of(number) };
        var text = new StringBuilder();
        foreach (var (value, numeral) in Romans)
        {
            for (; number >= value; number -= value)
                text.Append(numeral);
        }
        return text.ToString();
    }

    public static double ParseRoman(string text)
    {
        double number = 0, largest = 1;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            double value = char.ToLowerInvariant(text[i]) switch
            {
                'm' => 1000,
                'd' => 500,
                'c' => 100,
                'l' => 50,
                'x' => 10,
                'v' => 5,
                'i' => 1,
                _ => double.NaN,
            };
            number += value < largest ? -value : value;
            largest = Math.Max(largest, value);
        }
        return number;
    }

    public static string FormatLetters(double number, char first)
    {
        var text = new StringBuilder();
        for (; number > 0; number = Math.Floor((number - 1) / 26))
            text.Insert(0, (char)((number - 1) % 26 + first));
        return text.ToString();
    }

    public static double ParseLetters(string text, char first) => text.Aggregate(0.0, (number, letter) => number * 26 + letter - first + 1);
}
