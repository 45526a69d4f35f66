namespace Aot.Local.Jsonata.Pictures;

/// <summary>Timestamps such as 2018, 2018-07 and 2018-07-05T12:30:00.5+02:00; without an offset they are UTC.</summary>
internal static class IsoTimestamp
{
    /// <summary>Milliseconds since 1970, or null where the text is not such a timestamp.</summary>
    public static double? Read(string text)
    {
        var rest = text.AsSpan();
        if (!TakeNumber(ref rest, 4, out var year))
            return null;
        var (month, day, hour, minute, second) = (1, 1, 0, 0, 0);
        if (IsNext(rest, '-', 2) && TakeMarked(ref rest, out month) && IsNext(rest, '-', 2))
            TakeMarked(ref rest, out day);
        if (rest is ['T', ..])
        {
            rest = rest[1..];
            if (!TakeNumber(ref rest, 2, out hour) || !IsNext(rest, ':', 2) || !TakeMarked(ref rest, out minute) || !IsNext(rest, ':', 2) || !TakeMarked(ref rest, out second))
                return null;
        }
        var fraction = 0;
        if (rest is ['.', ..])
        {
            var digits = rest[1..].IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? rest.Length - 1 : end;
            if (digits == 0)
                return null;
            // Three decimal places count.
            for (var i = 1; i <= 3; i++)
                fraction = fraction * 10 + (i <= digits ? rest[i] - '0' : 0);
            rest = rest[(digits + 1)..];
        }
        var offset = 0;
        if (rest is ['Z'])
            rest = [];
        else if (rest is ['+' or '-', ..])
        {
            var sign = rest[0] == '-' ? -1 : 1;
            rest = rest[1..];
            if (!TakeNumber(ref rest, 2, out var hours))
                return null;
            if (rest is [':', ..])
                rest = rest[1..];
            if (!TakeNumber(ref rest, 2, out var minutes) || hours > 29 || minutes > 59)
                return null;
            offset = sign * (hours * 60 + minutes);
        }
        if (rest.Length > 0 || month is < 1 or > 12 || day is < 1 or > 31 || hour > 24 || minute > 59 || second > 59)
            return null;
        return CivilTime.MillisOf(year, month, day) + ((hour * 60d + minute - offset) * 60 + second) * 1000 + fraction;
    }

    // A sign of an offset may stand where the month's dash would: 2018-0700 is a year and an offset.
    private static bool IsNext(ReadOnlySpan<char> rest, char mark, int digits) =>
        rest.Length > digits && rest[0] == mark && rest[1..(digits + 1)].IndexOfAnyExceptInRange('0', '9') < 0
        && !(mark == '-' && rest.Length > digits + 1 && (char.IsAsciiDigit(rest[digits + 1]) || rest[digits + 1] == ':'));

    private static bool TakeMarked(ref ReadOnlySpan<char> rest, out int number)
    {
        rest = rest[1..];
        return TakeNumber(ref rest, 2, out number);
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> rest, int digits, out int number)
    {
        number = 0;
        if (rest.Length < digits)
            return false;
        foreach (var character in rest[..digits])
        {
            if (!char.IsAsciiDigit(character))
                return false;
            number = number * 10 + (character - '0');
        }
        rest = rest[digits..];
        return true;
    }
}
