using System.Globalization;
using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Values as text, and text as JSONata counts it: by code points, not UTF-16 units.</summary>
internal static class Texts
{
    /// <exception cref="JsonataException">It has no text (D3001), or too much of it (U1001).</exception>
    public static string Of(Value value, Run run, bool isIndented = false)
    {
        switch (value)
        {
            case StringValue text:
                return text.Text;
            case FunctionValue:
                return "";
            case NumberValue { Number: var number } when !double.IsFinite(number):
                throw new JsonataException("D3001") { Value = value };
            case ArrayValue { Traits: var traits } wrapper when (traits & ArrayTraits.InputWrapper) != 0:
                value = wrapper[0];
                break;
        }
        run.SpendOn(value);
        var writer = new JsonWriter(isIndented, RoundToFifteenDigits);
        value.Write(writer);
        return writer.ToText();
    }

    private static double RoundToFifteenDigits(double number)
    {
        const double LargestOfFifteenDigits = 1e15;
        if (double.IsInfinity(number))
            throw new JsonataException("D1001") { Value = NumberValue.Of(number) };
        return Math.Abs(number) < LargestOfFifteenDigits && number == Math.Floor(number)
            ? number
            : double.Parse(number.ToString("E14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>Number of code points.</summary>
    public static int Length(string text)
    {
        var length = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                length--;
        }
        return length;
    }

    /// <summary>The UTF-16 position of the code point with the given number, or the end of the text.</summary>
    public static int PositionOf(string text, int codePoint)
    {
        var position = 0;
        for (; codePoint > 0 && position < text.Length; codePoint--)
            position += position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1]) ? 2 : 1;
        return position;
    }
}
