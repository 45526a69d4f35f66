using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;
using Aot.Local.Jsonata.Pictures;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Numbers written to a picture or in another base, and read back.</summary>
internal static class NumberFormats
{
    /// <summary>Taking a picture apart takes much longer than making an item.</summary>
    public const int CostOfPictureCharacter = 50;

    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static readonly NativeFunction[] All =
    [
        new("formatBase", "<n-n?:s>", 2, (a, _, _) => a[0] is NumberValue n ? FormatBase(n.Number, a[1]) : null),
        new("formatNumber", "<n-so?:s>", 3, (a, _, frame) => a[0] is NumberValue n ? FormatNumber(n.Number, a[1], a[2], frame.Run) : null),
        new("formatInteger", "<n-s:s>", 2, (a, _, frame) => a[0] is NumberValue n ? FormatInteger(n, a[1], frame.Run) : null),
        new("parseInteger", "<s-s:n>", 2, (a, _, frame) => a[0] is StringValue text ? Picture(a[1], frame.Run, text.Text.Length).Read(text.Text) : null),
    ];

    private static string FormatNumber(double number, Value? picture, Value? options, Run run) =>
        DecimalPicture.Format(number, PictureText(picture, run), new DecimalSymbols(options as ObjectValue));

    private static string FormatInteger(NumberValue number, Value? picture, Run run) => double.IsFinite(number.Number)
        ? Picture(picture, run).Format(Math.Floor(number.Number))
        : throw new JsonataException("D1001") { Value = number };

    private static IntegerPicture Picture(Value? picture, Run run, long textLength = 0)
    {
        run.Spend(textLength * CostOfPictureCharacter);
        return IntegerPicture.Parse(PictureText(picture, run));
    }

    private static string PictureText(Value? picture, Run run)
    {
        var text = (picture as StringValue)?.Text ?? "";
        run.Spend((long)text.Length * CostOfPictureCharacter);
        return text;
    }

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
