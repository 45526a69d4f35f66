using System.Globalization;

namespace Aot.Local.Services.S3;

/// <summary>The bytes of an object that are asked for.</summary>
internal readonly record struct ObjectRange(int Start, int Length)
{
    /// <summary>Reads a Range header; null: the whole object, also where the header is not of a form S3 knows.</summary>
    /// <exception cref="ServiceException">InvalidRange: it begins after the end.</exception>
    public static ObjectRange? Parse(string? header, int size)
    {
        const string Unit = "bytes=";
        if (header is null || !header.StartsWith(Unit, StringComparison.Ordinal) || header[Unit.Length..].Split('-') is not [var from, var to]) return null;
        var (hasStart, hasEnd) = (TryRead(from, out var start), TryRead(to, out var end));
        if ((!hasStart && from.Length > 0) || (!hasEnd && to.Length > 0) || (!hasStart && !hasEnd) || (hasStart && hasEnd && end < start)) return null;
        if (!hasStart)
        {
            // The last so many bytes.
            if (end == 0 || size == 0) throw S3Errors.InvalidRange();
            var length = (int)Math.Min(end, size);
            return new ObjectRange(size - length, length);
        }
        if (start >= size) throw S3Errors.InvalidRange();
        var last = hasEnd ? Math.Min(end, size - 1) : size - 1;
        return new ObjectRange((int)start, (int)(last - start + 1));
    }

    private static bool TryRead(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
