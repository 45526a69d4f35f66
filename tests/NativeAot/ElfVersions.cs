using System.Buffers.Binary;
using System.Text;

namespace Aot.NativeAot.Tests;

/// <summary>Reads which symbol versions an executable needs of its libraries.</summary>
/// <remarks>Source: System V ABI, ELF-64 object file format; Linux Standard Base, "Symbol versioning".</remarks>
internal static class ElfVersions
{
    private const uint VersionNeeds = 0x6ffffffe; // SHT_GNU_verneed

    /// <summary>The needed versions, such as <c>GLIBC_2.34</c>.</summary>
    public static IReadOnlySet<string> Needed(ReadOnlySpan<byte> elf)
    {
        if (!elf.StartsWith("\u007fELF"u8) || elf[4] != 2 || elf[5] != 1)
            throw new InvalidDataException("Not a 64-bit little-endian ELF file.");
        var result = new SortedSet<string>(StringComparer.Ordinal);
        var sections = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(elf[0x28..]));
        int size = BinaryPrimitives.ReadUInt16LittleEndian(elf[0x3a..]), count = BinaryPrimitives.ReadUInt16LittleEndian(elf[0x3c..]);
        for (var i = 0; i < count; i++)
        {
            var section = elf.Slice(sections + (i * size), size);
            if (BinaryPrimitives.ReadUInt32LittleEndian(section[4..]) != VersionNeeds)
                continue;
            var names = elf.Slice(sections + (checked((int)BinaryPrimitives.ReadUInt32LittleEndian(section[40..])) * size), size);
            Collect(elf[Offset(section)..], checked((int)BinaryPrimitives.ReadUInt32LittleEndian(section[44..])), elf[Offset(names)..], result);
        }

        return result;
    }

    // One record a library, each with a chain of versions; the chains are linked by distances in bytes.
    private static void Collect(ReadOnlySpan<byte> library, int libraries, ReadOnlySpan<byte> names, SortedSet<string> result)
    {
        for (; libraries > 0; libraries--)
        {
            var version = library[checked((int)BinaryPrimitives.ReadUInt32LittleEndian(library[8..]))..];
            for (int versions = BinaryPrimitives.ReadUInt16LittleEndian(library[2..]); versions > 0; versions--)
            {
                var name = names[checked((int)BinaryPrimitives.ReadUInt32LittleEndian(version[8..]))..];
                result.Add(Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]));
                version = version[checked((int)BinaryPrimitives.ReadUInt32LittleEndian(version[12..]))..];
            }

            library = library[checked((int)BinaryPrimitives.ReadUInt32LittleEndian(library[12..]))..];
        }
    }

    private static int Offset(ReadOnlySpan<byte> section) => checked((int)BinaryPrimitives.ReadUInt64LittleEndian(section[24..]));
}
