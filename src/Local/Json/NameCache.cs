using System.Text;

namespace Aot.Local.Json;

/// <summary>Gives member names that were read before as the same string, so that reading allocates less and comparing is by reference.</summary>
internal static class NameCache
{
    private const int Slots = 1024;
    private const int LongestCached = 40;

    // A slot is written whole and a lost update only costs an allocation, so threads share the table without a lock.
    private static readonly string?[] Names = new string?[Slots];

    public static string Get(ReadOnlySpan<byte> utf8Name)
    {
        if (utf8Name.Length > LongestCached)
            return Encoding.UTF8.GetString(utf8Name);
        uint hash = 2166136261; // FNV-1a
        foreach (var octet in utf8Name)
            hash = (hash ^ octet) * 16777619;
        ref var slot = ref Names[(hash ^ (hash >> 16)) % Slots];
        var known = slot;
        if (known is not null && IsSame(known, utf8Name))
            return known;
        var name = Encoding.UTF8.GetString(utf8Name);
        slot = name;
        return name;
    }

    // Only ASCII names match: each byte is then one character.
    private static bool IsSame(string name, ReadOnlySpan<byte> utf8Name) => System.Text.Ascii.Equals(utf8Name, name);
}
