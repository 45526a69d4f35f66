using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Jsonata.Pictures;

internal enum IntegerStyle
{
    Decimal,
    Letters,
    Roman,
    Words,
}

internal enum LetterCase
{
    Lower,
    Upper,
    Title,
}

/// <summary>How a whole number is written: <c>#,##0</c>, <c>I</c>, <c>a</c>, <c>Ww;o</c>.</summary>
/// <remarks>Source: XPath Functions and Operators 3.1, fn:format-integer.</remarks>
internal sealed partial record IntegerPicture(IntegerStyle Style, LetterCase Case, bool IsOrdinal)
{
    // First digits of Unicode's decimal digit families, those beyond the basic plane left out.
    private static readonly int[] ZeroDigits =
    [
        0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0,
        0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    ];

    public char ZeroDigit { get; init; } = '0';

    public int MandatoryDigits { get; init; }

    public int OptionalDigits { get; init; }

    /// <summary>Separators with the number of digits to their right, from the right.</summary>
    public IReadOnlyList<(int Position, string Character)> Separators { get; init; } = [];

    /// <summary>After how many digits the one separator repeats, or 0 where the separators stand as the picture has them.</summary>
    public int SeparatorInterval { get; init; }

    /// <exception cref="JsonataException">The picture mixes digit families (D3131) or is not supported (D3130).</exception>
    public static IntegerPicture Parse(string picture)
    {
        var semicolon = picture.LastIndexOf(';');
        var isOrdinal = semicolon >= 0 && semicolon + 1 < picture.Length && picture[semicolon + 1] == 'o';
        var style = semicolon < 0 ? picture : picture[..semicolon];
        return style switch
        {
            "A" => new(IntegerStyle.Letters, LetterCase.Upper, isOrdinal),
            "a" => new(IntegerStyle.Letters, LetterCase.Lower, isOrdinal),
            "I" => new(IntegerStyle.Roman, LetterCase.Upper, isOrdinal),
            "i" => new(IntegerStyle.Roman, LetterCase.Lower, isOrdinal),
            "W" => new(IntegerStyle.Words, LetterCase.Upper, isOrdinal),
            "Ww" => new(IntegerStyle.Words, LetterCase.Title, isOrdinal),
            "w" => new(IntegerStyle.Words, LetterCase.Lower, isOrdinal),
            _ => ParseDigits(style, isOrdinal),
        };
    }

    private static IntegerPicture ParseDigits(string style, bool isOrdinal)
    {
        int? zeroDigit = null;
        var (mandatory, optional) = (0, 0);
        var separators = new List<(int Position, string Character)>();
        foreach (var rune in style.EnumerateRunes().Reverse())
        {
            var family = Array.FindLast(ZeroDigits, zero => zero <= rune.Value);
            if (family > 0 && rune.Value <= family + 9)
            {
                if (zeroDigit is not null && zeroDigit != family)
                    throw new JsonataException("D3131");
                zeroDigit = family;
                mandatory++;
            }
            else if (rune.Value == '#')
            {
                optional++;
            }
            else
            {
                separators.Add((mandatory + optional, rune.ToString()));
            }
        }
        if (mandatory == 0)
            throw new JsonataException("D3130") { Value = new StringValue(style) };
        return new IntegerPicture(IntegerStyle.Decimal, LetterCase.Lower, isOrdinal)
        {
            ZeroDigit = (char)zeroDigit!,
            MandatoryDigits = mandatory,
            OptionalDigits = optional,
            Separators = separators,
            SeparatorInterval = separators.Select(s => s.Character).Distinct().Count() == 1
                ? RegularInterval([.. separators.Select(s => s.Position)])
                : 0,
        };
    }

    /// <summary>The interval d of positions that are exactly d, 2d, 3d …, or 0.</summary>
    public static int RegularInterval(IReadOnlyList<int> positions)
    {
        if (positions.Count == 0)
            return 0;
        var interval = positions.Aggregate(GreatestCommonDivisor);
        for (var i = 1; i <= positions.Count; i++)
        {
            if (!positions.Contains(i * interval))
                return 0;
        }
        return interval;
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
