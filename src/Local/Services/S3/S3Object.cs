using System.Globalization;

namespace Aot.Local.Services.S3;

/// <summary>An object as it was put.</summary>
/// <param name="ETag">With its quotes.</param>
/// <param name="Headers">What is sent back as it was given: Content-Type, Cache-Control, x-amz-meta-….</param>
/// <param name="Checksum">The checksum the client gave, if it gave one.</param>
/// <param name="PartCount">Of a multipart upload; 0 otherwise.</param>
internal sealed record S3Object(
    string Key, byte[] Content, string ETag, DateTimeOffset LastModified, IReadOnlyDictionary<string, string> Headers, Checksum? Checksum, int PartCount = 0)
{
    public const string MetadataPrefix = "x-amz-meta-";

    public string ContentType => Headers.GetValueOrDefault("Content-Type", "binary/octet-stream");

    /// <summary>Times as S3's XML shows them.</summary>
    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>One part of an upload that is not complete.</summary>
internal sealed record UploadedPart(int Number, byte[] Content, string ETag, DateTimeOffset LastModified, Checksum? Checksum);

/// <summary>A multipart upload that is not complete.</summary>
internal sealed record MultipartUpload(string Id, string Key, DateTimeOffset Initiated, IReadOnlyDictionary<string, string> Headers)
{
    public SortedDictionary<int, UploadedPart> Parts { get; } = [];
}

/// <summary>One page of a listing.</summary>
/// <param name="NextToken">Null on the last page.</param>
internal sealed record S3Listing(IReadOnlyList<S3Object> Objects, IReadOnlyList<string> CommonPrefixes, string? NextToken);
