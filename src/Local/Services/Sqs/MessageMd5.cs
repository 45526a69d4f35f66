using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Services.Sqs;

/// <summary>The MD5 digests that SDKs compare with their own.</summary>
/// <remarks>Source: SQS developer guide, "Calculating the MD5 message digest for message attributes".</remarks>
internal static class MessageMd5
{
    private const byte StringTag = 1;
    private const byte BinaryTag = 2;

    public static string Of(string body) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(body)));

    /// <summary>The digest over the attributes in the order of their names; null without attributes.</summary>
    public static string? Of(ObjectValue? attributes)
    {
        if (attributes is null || attributes.Count == 0)
            return null;
        using var bytes = new MemoryStream();
        foreach (var (name, value) in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            var attribute = (ObjectValue)value;
            Append(bytes, Encoding.UTF8.GetBytes(name));
            Append(bytes, Encoding.UTF8.GetBytes(((StringValue)attribute["DataType"]!).Text));
            var isBinary = attribute["BinaryValue"] is not null;
            bytes.WriteByte(isBinary ? BinaryTag : StringTag);
            Append(bytes, isBinary
                ? Convert.FromBase64String(((StringValue)attribute["BinaryValue"]!).Text)
                : Encoding.UTF8.GetBytes(((StringValue)attribute["StringValue"]!).Text));
        }
        return Convert.ToHexStringLower(MD5.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    private static void Append(MemoryStream bytes, byte[] field)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        bytes.Write(length);
        bytes.Write(field);
    }
}
