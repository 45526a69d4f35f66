using System.Globalization;
using System.Numerics;

namespace Aot.Local.Services.DynamoDb;

/// <summary>DynamoDB's number: up to 38 decimal digits, exponents from -130 to 125, exact.</summary>
/// <remarks>Source: DynamoDB developer guide, "Supported data types: Numbers". A double or a decimal holds fewer digits.</remarks>
internal readonly record struct DynamoNumber : IComparable<DynamoNumber>
{
    private const int MaxDigits = 38;
    private const int MaxExponent = 125;
    private const int MinExponent = -130;

    // digits × 10^scale, digits without zeros at the end; zero is 0 × 10^0. Equal numbers have equal fields.
    private readonly BigInteger _digits;
    private readonly int _scale;

    private DynamoNumber(BigInteger digits, int scale)
    {
        while (!digits.IsZero && digits % 10 == 0)
        {
            digits /= 10;
            scale++;
        }
        (_digits, _scale) = digits.IsZero ? (digits, 0) : (digits, scale);
    }

    /// <summary>Reads a number.</summary>
    /// <exception cref="ServiceException">The text is no number, or one with too many digits or too large or small.</exception>
    public static DynamoNumber Parse(string text)
    {
        var exponentAt = text.IndexOfAny(['e', 'E']);
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var exponent = 0;
        var pointAt = mantissa.IndexOf('.', StringComparison.Ordinal);
        var fraction = pointAt < 0 ? 0 : mantissa.Length - pointAt - 1;
        const int LongestText = 400;
        if (text.Length > LongestText
            || (exponentAt >= 0 && !int.TryParse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            || Math.Abs(exponent) > 1000
            || !BigInteger.TryParse(
                pointAt < 0 ? mantissa : mantissa.Remove(pointAt, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits))
            throw Errors.Validation($"The parameter cannot be converted to a numeric value: {text}");
        return new DynamoNumber(digits, exponent - fraction).Checked();
    }

    public static DynamoNumber operator +(DynamoNumber left, DynamoNumber right)
    {
        var scale = Math.Min(left._scale, right._scale);
        return new DynamoNumber(left.DigitsAt(scale) + right.DigitsAt(scale), scale).Checked();
    }

    public static DynamoNumber operator -(DynamoNumber left, DynamoNumber right) => left + new DynamoNumber(-right._digits, right._scale);

    public int CompareTo(DynamoNumber other)
    {
        var scale = Math.Min(_scale, other._scale);
        return DigitsAt(scale).CompareTo(other.DigitsAt(scale));
    }

    /// <summary>The number as the service returns it: plain, without an exponent.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(_digits).ToString(CultureInfo.InvariantCulture);
        if (_scale >= 0)
            digits += new string('0', _scale);
        else if (digits.Length > -_scale)
            digits = digits.Insert(digits.Length + _scale, ".");
        else
            digits = "0." + new string('0', -_scale - digits.Length) + digits;
        return _digits.Sign < 0 ? "-" + digits : digits;
    }

    private BigInteger DigitsAt(int scale) => _digits * BigInteger.Pow(10, _scale - scale);

    private DynamoNumber Checked()
    {
        var length = BigInteger.Abs(_digits).ToString(CultureInfo.InvariantCulture).Length;
        if (length > MaxDigits)
            throw Errors.Validation("Attempting to store more than 38 significant digits in a Number");
        if (_scale + length - 1 > MaxExponent)
            throw Errors.Validation("Number overflow. Attempting to store a number with magnitude larger than supported range");
        if (!_digits.IsZero && _scale + length - 1 < MinExponent)
            throw Errors.Validation("Number underflow. Attempting to store a number with magnitude smaller than supported range");
        return this;
    }
}
