using System.Globalization;

namespace Aot.Local.Drawing;

/// <summary>How wide text will be, near enough, without a font at hand.</summary>
internal static class TextMeasure
{
    public const double NameSize = 13 * 1.12, SmallSize = 11; // font sizes in CSS pixels; names are semibold, which is wider

    private const int MaxLabel = 34;

    public static double Width(string text, double fontSize) => text.Sum(Advance) * fontSize;

    /// <summary>An edge's label as it is shown; the whole is in its tooltip.</summary>
    public static string Shorten(string label) => Shorten(label, MaxLabel);

    /// <summary>The text cut to a number of characters, an ellipsis in place of the rest.</summary>
    public static string Shorten(string text, int length) => text.Length <= length ? text : text[..(length - 1)].TrimEnd() + "…";

    /// <summary>The text cut to a width.</summary>
    public static string Fit(string text, double fontSize, double width)
    {
        var length = text.Length;
        while (length > 2 && Width(Shorten(text, length), fontSize) > width) length--;
        return Shorten(text, length);
    }

    // In ems, for the sans-serif faces systems use for their interface.
    private static double Advance(char c) => c switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.29,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or ' ' or '-' or '/' => 0.38,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.87,
        >= 'A' and <= 'Z' => 0.68,
        _ => char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter ? 1 : 0.57,
    };
}
