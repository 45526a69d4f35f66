using System.Globalization;
using System.Text;
using Aot.Local.Jsonata.Functions;

namespace Aot.Local.Jsonata.Pictures;

internal sealed partial class DecimalPicture
{
    private List<int> _integerGroups = [];
    private List<int> _fractionGroups = [];
    private int _groupInterval;
    private int _minInteger;
    private int _minFraction;
    private int _maxFraction;
    private int _minExponent;
    private int _scale;

    /// <summary>Writes a number to a picture of one or, with another for negative numbers, two sub-pictures.</summary>
    /// <exception cref="JsonataException">The picture is not valid (D3080 to D3093).</exception>
    public static string Format(double number, string picture, DecimalSymbols symbols)
    {
        var parts = picture.Split(symbols.PatternSeparator);
        if (parts.Length > 2)
            throw new JsonataException("D3080");
        var positive = new DecimalPicture(parts[0], symbols);
        var negative = parts.Length == 2
            ? new DecimalPicture(parts[1], symbols)
            : new DecimalPicture(parts[0], symbols) { Prefix = symbols.MinusSign + positive.Prefix };
        return number >= 0 ? positive.Format(number) : negative.Format(number);
    }

    private void MeasureParts()
    {
        _integerGroups = GroupPositions(_integer, countsLeft: false);
        _groupInterval = IntegerPicture.RegularInterval(_integerGroups);
        _fractionGroups = GroupPositions(_fraction, countsLeft: true);
        _minInteger = _scale = _integer.Count(_symbols.IsDigit);
        _minFraction = _fraction.Count(_symbols.IsDigit);
        _maxFraction = _fraction.Count(_symbols.IsAnyDigit);
        if (_minInteger == 0 && _maxFraction == 0)
        {
            if (_exponent is null)
                _minInteger = 1;
            else
                _minFraction = _maxFraction = 1;
        }
        if (_exponent is not null && _minInteger == 0 && _integer.Contains(_symbols.Digit))
            _minInteger = 1;
        if (_minInteger == 0 && _minFraction == 0)
            _minFraction = 1;
        _minExponent = _exponent?.Count(_symbols.IsDigit) ?? 0;
    }

    // For each separator the digits between it and the decimal point.
    private List<int> GroupPositions(string part, bool countsLeft)
    {
        var positions = new List<int>();
        var at = part.IndexOf(_symbols.GroupingSeparator, StringComparison.Ordinal);
        while (at >= 0)
        {
            var side = countsLeft ? part[..Math.Min(at, part.Length)] : part[Math.Min(at, part.Length)..];
            positions.Add(side.Count(_symbols.IsAnyDigit));
            // 2.0.6 goes on in the integer part whichever part it began in.
            at = at + 1 <= _integer.Length ? _integer.IndexOf(_symbols.GroupingSeparator, at + 1, StringComparison.Ordinal) : -1;
        }
        return positions;
    }

    private string Format(double number)
    {
        if (_picture.Contains(_symbols.Percent))
            number *= 100;
        else if (_picture.Contains(_symbols.PerMille))
            number *= 1000;
        var exponent = 0;
        if (_minExponent > 0)
            (number, exponent) = ToMantissa(number);
        var digits = new StringBuilder(FormatDigits(Numbers.Round(number, _maxFraction)));
        InsertGroups(digits);
        var point = digits.ToString().IndexOf(_symbols.DecimalSeparator, StringComparison.Ordinal);
        if (!_picture.Contains(_symbols.DecimalSeparator) || point == digits.Length - 1)
            digits.Length--;
        if (_minExponent > 0)
        {
            digits.Append(_symbols.ExponentSeparator).Append(exponent < 0 ? _symbols.MinusSign : "")
                .Append(InFamily(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)).PadLeft(_minExponent, _symbols.ZeroDigit));
        }
        return Prefix + digits + Suffix;
    }

    private (double Mantissa, int Exponent) ToMantissa(double number)
    {
        var exponent = 0;
        if (number == 0 || !double.IsFinite(number))
            return (number, exponent);
        var (most, least) = (Math.Pow(10, _scale), Math.Pow(10, _scale - 1));
        for (; Math.Abs(number) < least; exponent--)
            number *= 10;
        for (; Math.Abs(number) > most; exponent++)
            number /= 10;
        return (number, exponent);
    }

    // Integer part, separator, fraction: with as many digits as the picture demands and no zero more.
    private string FormatDigits(double rounded)
    {
        var text = Math.Abs(rounded).ToString("F" + _maxFraction, CultureInfo.InvariantCulture);
        var point = text.IndexOf('.');
        var integer = (point < 0 ? text : text[..point]).TrimStart('0').PadLeft(_minInteger, '0');
        var fraction = (point < 0 ? "" : text[(point + 1)..]).TrimEnd('0').PadRight(_minFraction, '0');
        return InFamily(integer) + _symbols.DecimalSeparator + InFamily(fraction);
    }

    private void InsertGroups(StringBuilder digits)
    {
        var separator = _symbols.GroupingSeparator;
        var point = digits.ToString().IndexOf(_symbols.DecimalSeparator, StringComparison.Ordinal);
        if (_groupInterval > 0)
        {
            for (var position = _groupInterval; position < point; position += _groupInterval)
                digits.Insert(point - position, separator);
        }
        else
        {
            var end = point;
            foreach (var position in _integerGroups)
                digits.Insert(Math.Max(0, end++ - position), separator);
        }
        point = digits.ToString().IndexOf(_symbols.DecimalSeparator, StringComparison.Ordinal);
        foreach (var position in _fractionGroups)
            digits.Insert(Math.Min(digits.Length, point + 1 + position), separator);
    }

    private string InFamily(string digits) =>
        _symbols.ZeroDigit == '0' ? digits : string.Concat(digits.Select(d => (char)(d - '0' + _symbols.ZeroDigit)));
}
