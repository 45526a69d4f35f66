using Aot.Local.Json;

namespace Aot.Local.Jsonata.Pictures;

/// <summary>The characters with a meaning in the pictures of <c>$formatNumber</c>.</summary>
internal sealed record DecimalSymbols(ObjectValue? Options)
{
    public string DecimalSeparator => this["decimal-separator", "."];

    public string GroupingSeparator => this["grouping-separator", ","];

    public string ExponentSeparator => this["exponent-separator", "e"];

    public string MinusSign => this["minus-sign", "-"];

    public string Percent => this["percent", "%"];

    public string PerMille => this["per-mille", "‰"];

    public char ZeroDigit => this["zero-digit", "0"] is [var zero, ..] ? zero : '0';

    public string Digit => this["digit", "#"];

    public string PatternSeparator => this["pattern-separator", ";"];

    private string this[string name, string otherwise] => (Options?[name] as StringValue)?.Text ?? otherwise;

    public bool IsDigit(char character) => character >= ZeroDigit && character < ZeroDigit + 10;

    public bool IsAnyDigit(char character) => IsDigit(character) || Digit == character.ToString();

    public bool IsActive(char character)
    {
        var text = character.ToString();
        return IsAnyDigit(character) || text == DecimalSeparator || text == ExponentSeparator || text == GroupingSeparator || text == PatternSeparator;
    }
}

/// <summary>One sub-picture of <c>$formatNumber</c> taken apart: <c>$ #,##0.00</c>.</summary>
/// <remarks>Source: XPath Functions and Operators 3.1, section 4.7, numbers of the rules in parentheses.</remarks>
internal sealed partial class DecimalPicture
{
    private readonly DecimalSymbols _symbols;
    private readonly string _picture;
    private readonly string _active;
    private readonly string _mantissa;
    private readonly string? _exponent;
    private readonly string _integer;
    private readonly string _fraction;

    /// <exception cref="JsonataException">The picture is not valid (D3081 to D3093).</exception>
    public DecimalPicture(string picture, DecimalSymbols symbols)
    {
        (_picture, _symbols) = (picture, symbols);
        var first = Array.FindIndex(picture.ToCharArray(), IsBoundary);
        var last = Array.FindLastIndex(picture.ToCharArray(), IsBoundary);
        if (first < 0)
            throw new JsonataException("D3085");
        (Prefix, Suffix) = (picture[..first], picture[(last + 1)..]);
        _active = picture[first..(last + 1)];
        var exponentAt = picture.IndexOf(symbols.ExponentSeparator, first, StringComparison.Ordinal);
        _mantissa = _active;
        if (exponentAt >= 0 && exponentAt <= last + 1)
        {
            // The place in the whole picture is applied to its active part: 2.0.6 does so, too.
            _mantissa = _active[..Math.Min(exponentAt, _active.Length)];
            _exponent = exponentAt + 1 < _active.Length ? _active[(exponentAt + 1)..] : "";
        }
        var point = _mantissa.IndexOf(symbols.DecimalSeparator, StringComparison.Ordinal);
        (_integer, _fraction) = point < 0 ? (_mantissa, Suffix) : (_mantissa[..point], _mantissa[(point + 1)..]);
        if (FindMistake() is { } code)
            throw new JsonataException(code);
        MeasureParts();
    }

    public string Prefix { get; init; }

    public string Suffix { get; }

    private bool IsBoundary(char character) => _symbols.IsActive(character) && _symbols.ExponentSeparator != character.ToString();

    // Of several mistakes the last one in this list is reported, as in 2.0.6.
    private string? FindMistake()
    {
        string? mistake = null;
        var point = _picture.IndexOf(_symbols.DecimalSeparator, StringComparison.Ordinal);
        Check("D3081", IsRepeated(_symbols.DecimalSeparator));
        Check("D3082", IsRepeated(_symbols.Percent));
        Check("D3083", IsRepeated(_symbols.PerMille));
        Check("D3084", _picture.Contains(_symbols.Percent) && _picture.Contains(_symbols.PerMille));
        Check("D3085", !_mantissa.Any(_symbols.IsAnyDigit));
        Check("D3086", !_active.All(_symbols.IsActive));
        Check("D3087", point >= 0 && (IsGrouping(_picture, point - 1) || IsGrouping(_picture, point + 1)));
        Check("D3088", point < 0 && IsGrouping(_integer, _integer.Length - 1));
        Check("D3089", _picture.Contains(_symbols.GroupingSeparator + _symbols.GroupingSeparator));
        var optional = _integer.IndexOf(_symbols.Digit, StringComparison.Ordinal);
        Check("D3090", optional >= 0 && _integer[..optional].Any(_symbols.IsDigit));
        optional = _fraction.LastIndexOf(_symbols.Digit, StringComparison.Ordinal);
        Check("D3091", optional >= 0 && _fraction[optional..].Any(_symbols.IsDigit));
        Check("D3092", _exponent is { Length: > 0 } && (_picture.Contains(_symbols.Percent) || _picture.Contains(_symbols.PerMille)));
        Check("D3093", _exponent is not null && (_exponent.Length == 0 || !_exponent.All(_symbols.IsDigit)));
        return mistake;

        void Check(string code, bool isMistake) => mistake = isMistake ? code : mistake;
    }

    private bool IsRepeated(string symbol) =>
        _picture.IndexOf(symbol, StringComparison.Ordinal) != _picture.LastIndexOf(symbol, StringComparison.Ordinal);

    private bool IsGrouping(string text, int position) =>
        position >= 0 && position < text.Length && text[position].ToString() == _symbols.GroupingSeparator;
}
