using System.Globalization;
using Aot.Local.Json;

namespace Aot.Local.Asl.Items;

/// <summary>Follows JSON pointers.</summary>
/// <remarks>Source: RFC 6901.</remarks>
internal static class JsonPointer
{
    /// <summary>The value a pointer leads to; null when it leads nowhere.</summary>
    public static Value? Find(Value document, string pointer)
    {
        if (pointer.Length == 0) return document;
        if (pointer[0] != '/') return null;
        Value? value = document;
        foreach (var step in pointer[1..].Split('/'))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            value = value switch
            {
                ObjectValue members => members[name],
                ArrayValue array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < array.Count => array[index],
                _ => null,
            };
        }
        return value;
    }
}
