using System.Security.Cryptography;
using Aot.Local.Services.Protocol;

namespace Aot.Local.Services.S3;

/// <summary>A checksum as S3 names and writes it: base64 of the big-endian sum.</summary>
/// <param name="Algorithm">CRC32, CRC32C, CRC64NVME, SHA1 or SHA256.</param>
internal sealed record Checksum(string Algorithm, string Value)
{
    private const string HeaderPrefix = "x-amz-checksum-";

    private static readonly string[] Algorithms = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"];

    private static readonly Lazy<ulong[]> Crc32CTable = new(() => Table(0x82F63B78)); // Castagnoli, reflected
    private static readonly Lazy<ulong[]> Crc64NvmeTable = new(() => Table(0x9A6C9329AC4BC9B5)); // NVM Express base specification, reflected

    public string Header => HeaderPrefix + Algorithm.ToLowerInvariant();

    /// <summary>The checksum among headers or trailers; null when there is none.</summary>
    public static Checksum? Find(Func<string, string?> header)
    {
        foreach (var algorithm in Algorithms)
        {
            if (header(HeaderPrefix + algorithm.ToLowerInvariant()) is { Length: > 0 } value) return new Checksum(algorithm, value);
        }
        return null;
    }

    /// <exception cref="ServiceException">BadDigest: the content has another checksum.</exception>
    public void Verify(ReadOnlySpan<byte> content)
    {
        if (Of(Algorithm, content) != Value)
            throw new ServiceException("BadDigest", $"The {Algorithm} you specified did not match the calculated checksum.");
    }

    private static string Of(string algorithm, ReadOnlySpan<byte> content) => algorithm switch
    {
        "CRC32" => BigEndian(Crc32.Of(content), 4),
        "CRC32C" => BigEndian(~Crc(content, Crc32CTable.Value, uint.MaxValue), 4),
        "CRC64NVME" => BigEndian(~Crc(content, Crc64NvmeTable.Value, ulong.MaxValue), 8),
        "SHA1" => Convert.ToBase64String(Sha1(content)),
        _ => Convert.ToBase64String(SHA256.HashData(content)),
    };

    // Not for secrecy: S3 lets clients choose it as a checksum.
    private static byte[] Sha1(ReadOnlySpan<byte> content) => SHA1.HashData(content);

    private static ulong Crc(ReadOnlySpan<byte> content, ulong[] table, ulong crc)
    {
        foreach (var value in content) crc = table[(byte)(crc ^ value)] ^ (crc >> 8);
        return crc;
    }

    private static ulong[] Table(ulong polynomial)
    {
        var table = new ulong[256];
        for (var i = 0; i < table.Length; i++)
        {
            var entry = (ulong)i;
            for (var bit = 0; bit < 8; bit++) entry = (entry & 1) != 0 ? polynomial ^ (entry >> 1) : entry >> 1;
            table[i] = entry;
        }
        return table;
    }

    private static string BigEndian(ulong sum, int bytes)
    {
        Span<byte> written = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(written, sum);
        return Convert.ToBase64String(written[(8 - bytes)..]);
    }
}
