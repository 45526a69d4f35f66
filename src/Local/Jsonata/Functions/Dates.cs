using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Functions on points in time, which are milliseconds since 1970 or timestamps as text.</summary>
internal static class Dates
{
    public static readonly NativeFunction[] All =
    [
        new("millis", "<:n>", 0, (_, _, frame) => frame.Run.Now.ToUnixTimeMilliseconds()),
        new("now", "<s?s?:s>", 2, (_, _, frame) => Iso(frame.Run.Now.ToUnixTimeMilliseconds())),
        new("fromMillis", "<n-s?s?:s>", 3, (a, _, _) => a[0] is NumberValue n ? Iso(n.Number) : null),
        new("toMillis", "<s-s?:n>", 2, (a, _, _) => a[0] is StringValue text ? ToMillis(text) : null),
    ];

    private static Value Iso(double millis) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)millis).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static Value ToMillis(StringValue text) => DateTimeOffset.TryParse(
        text.Text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
        ? time.ToUnixTimeMilliseconds()
        : throw new JsonataException("D3110") { Value = text };
}
