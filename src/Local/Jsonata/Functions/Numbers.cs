using System.Globalization;
using System.Text.RegularExpressions;
using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Arithmetic functions and casting to numbers.</summary>
internal static partial class Numbers
{
    public static readonly NativeFunction[] All =
    [
        new("number", "<(nsb)-:n>", 1, (a, _, _) => ToNumber(a[0])),
        new("abs", "<n-:n>", 1, (a, _, _) => a[0] is NumberValue n ? Math.Abs(n.Number) : null),
        new("floor", "<n-:n>", 1, (a, _, _) => a[0] is NumberValue n ? Math.Floor(n.Number) : null),
        new("ceil", "<n-:n>", 1, (a, _, _) => a[0] is NumberValue n ? Math.Ceiling(n.Number) : null),
        new("round", "<n-n?:n>", 2, (a, _, _) => a[0] is NumberValue n ? Round(n.Number, a[1] is NumberValue p ? p.Number : 0) : null),
        new("sqrt", "<n-:n>", 1, (a, _, _) => SquareRoot(a[0])),
        new("power", "<n-n:n>", 2, (a, _, _) => Power(a[0], a[1])),
        new("random", "<:n>", 0, (_, _, frame) => frame.Run.Bindings.Random.NextDouble()),
    ];

    /// <summary>Rounds half to even, after shifting the decimal point in the digits so that no binary error creeps in.</summary>
    public static double Round(double number, double precision = 0)
    {
        if (precision != 0 && double.IsFinite(number))
            number = ShiftPoint(number, precision);
        var rounded = Math.Floor(number + 0.5);
        // JavaScript rounds halves up; one that then is odd was to go to its even neighbour below.
        if (Math.Abs(rounded - number) == 0.5 && Math.Abs(rounded % 2) == 1)
            rounded--;
        if (precision != 0 && double.IsFinite(rounded))
            rounded = ShiftPoint(rounded, -precision);
        return rounded == 0 ? 0 : rounded;
    }

    private static double ShiftPoint(double number, double places)
    {
        var text = NumberText.Format(number);
        var exponentAt = text.IndexOf('e');
        var exponent = exponentAt < 0 ? 0 : int.Parse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var shifted = exponent + places;
        return shifted == Math.Floor(shifted)
            ? double.Parse($"{mantissa}e{shifted.ToString(CultureInfo.InvariantCulture)}", NumberStyles.Float, CultureInfo.InvariantCulture)
            : double.NaN;
    }

    private static Value? ToNumber(Value? value)
    {
        switch (value)
        {
            case null or NumberValue:
                return value;
            case BooleanValue boolean:
                return boolean.Boolean ? 1 : 0;
            case StringValue { Text: var text } when Decimal().IsMatch(text)
                && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                return number;
            case StringValue { Text: [_, var radix, .. var digits] } when WithRadix().IsMatch(((StringValue)value).Text):
                return ParseDigits(digits, char.ToLowerInvariant(radix) switch { 'x' => 16, 'o' => 8, _ => 2 });
            default:
                throw new JsonataException("D3030") { Value = value, Index = 1 };
        }
    }

    private static double ParseDigits(string digits, int radix)
    {
        var number = 0.0;
        foreach (var digit in digits)
            number = number * radix + (char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        return number;
    }

    private static Value? SquareRoot(Value? value)
    {
        if (value is not NumberValue { Number: var number })
            return null;
        return number < 0 ? throw new JsonataException("D3060") { Value = value, Index = 1 } : Math.Sqrt(number);
    }

    private static Value? Power(Value? value, Value? exponent)
    {
        if (value is not NumberValue { Number: var number })
            return null;
        var power = exponent is NumberValue { Number: var e } ? Math.Pow(number, e) : double.NaN;
        return double.IsFinite(power) ? power : throw new JsonataException("D3061") { Value = value, SecondValue = exponent, Index = 1 };
    }

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?([Ee][-+]?[0-9]+)?\z")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^(0[xX][0-9A-Fa-f]+|0[oO][0-7]+|0[bB][01]+)\z")]
    private static partial Regex WithRadix();
}
