using System.Globalization;

namespace Aot.Local.Asl.Running;

/// <summary>Times as the context object shows them.</summary>
internal static class Timestamps
{
    public static string ToText(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
