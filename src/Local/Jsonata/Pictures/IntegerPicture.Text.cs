using System.Globalization;
using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Jsonata.Pictures;

internal sealed partial record IntegerPicture
{
    public string Format(double number)
    {
        var magnitude = Math.Abs(number);
        var text = Style switch
        {
            IntegerStyle.Letters => NumeralSystems.FormatLetters(magnitude, Case == LetterCase.Upper ? 'A' : 'a'),
            IntegerStyle.Roman => InCase(NumeralSystems.FormatRoman(magnitude)),
            IntegerStyle.Words => InCase(NumberWords.Format(magnitude, IsOrdinal)),
            _ => FormatDigits(magnitude),
        };
        return number < 0 ? "-" + text : text;
    }

    /// <summary>The number that the text begins with, or NaN.</summary>
    public double Read(string text) => Style switch
    {
        IntegerStyle.Letters => NumeralSystems.ParseLetters(text, Case == LetterCase.Upper ? 'A' : 'a'),
        IntegerStyle.Roman => NumeralSystems.ParseRoman(text),
        IntegerStyle.Words => NumberWords.Parse(text),
        _ => ReadDigits(text),
    };

    /// <summary>What texts look like that <see cref="Read"/> can read.</summary>
    /// <param name="width">The most digits, or null for any number of them.</param>
    public string ToRegex(int? width) => Style switch
    {
        IntegerStyle.Letters => Case == LetterCase.Upper ? "[A-Z]+" : "[a-z]+",
        IntegerStyle.Roman => Case == LetterCase.Upper ? "[MDCLXVI]+" : "[mdclxvi]+",
        IntegerStyle.Words => $"(?:{string.Join('|', NumberWords.Words)}|and|[\\-, ])+",
        _ => "[0-9]" + Occurrences(width) + (IsOrdinal ? "(?:th|st|nd|rd)" : ""),
    };

    private string InCase(string text) => Case switch
    {
        LetterCase.Upper => text.ToUpperInvariant(),
        LetterCase.Lower => text.ToLowerInvariant(),
        _ => text,
    };

    private string FormatDigits(double magnitude)
    {
        var digits = new StringBuilder(NumberText.Format(magnitude).PadLeft(MandatoryDigits, '0'));
        var count = digits.Length;
        if (ZeroDigit != '0')
        {
            for (var i = 0; i < count; i++)
                digits[i] = (char)(digits[i] - '0' + ZeroDigit);
        }
        if (SeparatorInterval > 0)
        {
            for (var position = SeparatorInterval; position < count; position += SeparatorInterval)
                digits.Insert(count - position, Separators[0].Character);
        }
        else
        {
            foreach (var (position, character) in Separators)
                digits.Insert(Math.Max(0, count - position), character);
        }
        if (IsOrdinal)
            digits.Append(OrdinalSuffix(digits));
        return digits.ToString();
    }

    private static string OrdinalSuffix(StringBuilder digits)
    {
        var isTeen = digits.Length > 1 && digits[^2] == '1';
        return digits[^1] switch
        {
            '1' when !isTeen => "st",
            '2' when !isTeen => "nd",
            '3' when !isTeen => "rd",
            _ => "th",
        };
    }

    private double ReadDigits(string text)
    {
        var digits = IsOrdinal && text.Length >= 2 ? text[..^2] : text;
        if (SeparatorInterval > 0)
            digits = digits.Replace(",", ""); // JSONata takes out commas here, whatever the separator of the picture is
        else
            digits = Separators.Aggregate(digits, (rest, separator) => rest.Replace(separator.Character, ""));
        if (ZeroDigit != '0')
            digits = string.Concat(digits.Select(c => (char)(c - ZeroDigit + '0')));
        return LeadingInteger(digits);
    }

    /// <summary>The whole number at the start of a text, or NaN.</summary>
    public static double LeadingInteger(string text)
    {
        text = text.TrimStart();
        var length = text is ['-' or '+', ..] ? 1 : 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
            length++;
        return double.TryParse(text.AsSpan(0, length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    private string Occurrences(int? width)
    {
        if (width is not > 0)
            return "+";
        return OptionalDigits == 0 ? $"{{{width}}}" : $"{{{Math.Max(0, width.Value - OptionalDigits)},{width}}}";
    }
}
