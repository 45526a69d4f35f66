using System.Globalization;
using System.Text;

namespace Aot.Local.Json;

/// <summary>Numbers as JavaScript prints them: the shortest digits that read back as the same double.</summary>
/// <remarks>Source: ECMAScript, Number::toString.</remarks>
internal static class NumberText
{
    /// <summary>Room for any number: 21 digits, or 17 digits and an exponent, or six zeros before 17 digits.</summary>
    public const int MaxLength = 32;

    private const double LargestSafeInteger = 9007199254740991; // 2^53 - 1

    public static string Format(double number)
    {
        if (number == Math.Floor(number) && Math.Abs(number) <= LargestSafeInteger)
            return ((long)number).ToString(CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..Format(number, text)]);
    }

    /// <summary>Writes the number as JSON; what JSON has no number for becomes a string, as it leaves Step Functions.</summary>
    /// <returns>Bytes written.</returns>
    public static int Format(double number, Span<byte> output)
    {
        int length;
        if (number == Math.Floor(number) && Math.Abs(number) <= LargestSafeInteger)
        {
            ((long)number).TryFormat(output, out length, default, CultureInfo.InvariantCulture);
            return length;
        }
        if (!double.IsFinite(number))
        {
            var name = double.IsNaN(number) ? "\"NaN\""u8 : number > 0 ? "\"Infinity\""u8 : "\"-Infinity\""u8;
            name.CopyTo(output);
            return name.Length;
        }
        // 1.2345E-7: .NET's shortest digits are JavaScript's, only their layout differs.
        Span<byte> scientific = stackalloc byte[MaxLength];
        number.TryFormat(scientific, out length, "R", CultureInfo.InvariantCulture);
        return LayOut(scientific[..length], output);
    }

    private static int LayOut(ReadOnlySpan<byte> shortest, Span<byte> output)
    {
        var length = 0;
        if (shortest[0] == '-')
        {
            output[length++] = (byte)'-';
            shortest = shortest[1..];
        }
        var (digits, digitCount, pointAt) = (new DigitBuffer(), 0, 0);
        var exponentAt = shortest.IndexOf((byte)'E');
        var mantissa = exponentAt < 0 ? shortest : shortest[..exponentAt];
        var seenPoint = false;
        foreach (var character in mantissa)
        {
            if (character == '.')
            {
                seenPoint = true;
                continue;
            }
            if (digitCount == 0 && character == '0')
            {
                if (seenPoint)
                    pointAt--;
                continue;
            }
            digits[digitCount++] = character;
            if (!seenPoint)
                pointAt++;
        }
        if (exponentAt >= 0)
            pointAt += int.Parse(shortest[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        while (digitCount > 1 && digits[digitCount - 1] == '0')
            digitCount--;

        // pointAt is the position of the decimal point relative to the first digit: 0.d1d2… × 10^pointAt.
        Span<byte> all = digits;
        if (pointAt is > 0 and <= 21)
        {
            var whole = Math.Min(digitCount, pointAt);
            Append(all[..whole], output, ref length);
            for (var i = digitCount; i < pointAt; i++)
                output[length++] = (byte)'0';
            if (digitCount > pointAt)
            {
                output[length++] = (byte)'.';
                Append(all[pointAt..digitCount], output, ref length);
            }
            return length;
        }
        if (pointAt is > -6 and <= 0)
        {
            "0."u8.CopyTo(output[length..]);
            length += 2;
            for (var i = pointAt; i < 0; i++)
                output[length++] = (byte)'0';
            Append(all[..digitCount], output, ref length);
            return length;
        }
        output[length++] = all[0];
        if (digitCount > 1)
        {
            output[length++] = (byte)'.';
            Append(all[1..digitCount], output, ref length);
        }
        output[length++] = (byte)'e';
        output[length++] = pointAt > 0 ? (byte)'+' : (byte)'-';
        Math.Abs(pointAt - 1).TryFormat(output[length..], out var exponentLength, default, CultureInfo.InvariantCulture);
        return length + exponentLength;
    }

    private static void Append(ReadOnlySpan<byte> digits, Span<byte> output, ref int length)
    {
        digits.CopyTo(output[length..]);
        length += digits.Length;
    }

    [System.Runtime.CompilerServices.InlineArray(MaxLength)]
    private struct DigitBuffer
    {
        private byte _first;
    }
}
