using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Numbers written to a picture or in another base, and read back.</summary>
internal static class NumberFormats
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static readonly NativeFunction[] All =
    [
        new("formatBase", "<n-n?:s>", 2, (a, _, _) => a[0] is NumberValue n ? FormatBase(n.Number, a[1]) : null),
    ];

    private static string FormatBase(double number, Value? radixValue)
    {
        var radix = radixValue is NumberValue { Number: var given } ? Numbers.Round(given) : 10;
        if (!(radix >= 2 && radix <= 36))
            throw new JsonataException("D3100") { Value = NumberValue.Of(radix) };
        number = Numbers.Round(number);
        if (radix == 10 || number == 0 || !double.IsFinite(number))
            return NumberText.Format(number);
        var digits = new Stack<char>();
        for (var rest = Math.Abs(number); rest >= 1; rest = Math.Floor(rest / radix))
            digits.Push(Alphabet[(int)(rest % radix)]);
        if (number < 0)
            digits.Push('-');
        return string.Concat(digits);
    }
}
