#pragma warning disable CS1591 // The members are the service's own; the record's summary names the page that explains them.
namespace Aot.Authoring.Services.S3;

/// <summary>Source: S3 API reference, GetObject.</summary>
[AwsShape]
public sealed record GetObjectRequest(Bucket Bucket, [ValueRange(1, 1024)] string Key, string? VersionId = null);

/// <summary>Source: S3 API reference, GetObject.</summary>
[AwsShape]
public sealed record GetObjectResponse(string Body, string? ContentType = null, string? ETag = null);

/// <summary>Source: S3 API reference, GetObject.</summary>
[AwsShape]
public sealed record GetObjectResponse<TBody>([property: JsonText] TBody Body, string? ContentType = null, string? ETag = null);

/// <summary>Source: S3 API reference, PutObject.</summary>
[AwsShape]
public sealed record PutObjectRequest(Bucket Bucket, [ValueRange(1, 1024)] string Key, string Body, string? ContentType = null);

/// <summary>Source: S3 API reference, PutObject.</summary>
[AwsShape]
public sealed record PutObjectRequest<TBody>(Bucket Bucket, [ValueRange(1, 1024)] string Key, [property: JsonText] TBody Body, string? ContentType = "application/json");

/// <summary>Source: S3 API reference, PutObject.</summary>
[AwsShape]
public sealed record PutObjectResponse(string ETag, string? VersionId = null);

/// <summary>Source: S3 API reference, CopyObject. <c>CopySource</c> is <c>$"{Buckets.Inbox}/{key}"</c>; characters that URLs do not take must be escaped.</summary>
[AwsShape]
public sealed record CopyObjectRequest(Bucket Bucket, [ValueRange(1, 1024)] string Key, string CopySource);

/// <summary>Source: S3 API reference, DeleteObject.</summary>
[AwsShape]
public sealed record DeleteObjectRequest(Bucket Bucket, [ValueRange(1, 1024)] string Key, string? VersionId = null);

/// <summary>Source: S3 API reference, ListObjectsV2. <c>ContinuationToken</c> is the <c>NextContinuationToken</c> of the page before.</summary>
[AwsShape]
public sealed record ListObjectsV2Request(
    Bucket Bucket,
    string? Prefix = null,
    string? Delimiter = null,
    [ValueRange(1, 1000)] int? MaxKeys = null,
    string? StartAfter = null,
    string? ContinuationToken = null);

/// <summary>Source: S3 API reference, ListObjectsV2. <c>Contents</c> is null where nothing matches.</summary>
[AwsShape]
public sealed record ListObjectsV2Response(IReadOnlyList<S3Object>? Contents, bool IsTruncated, string? NextContinuationToken = null);

/// <summary>Source: S3 API reference, Object. <c>Size</c> in bytes.</summary>
[AwsShape]
public sealed record S3Object(string Key, long Size, string? ETag = null);

/// <summary>Source: S3 API reference, HeadObject.</summary>
[AwsShape]
public sealed record HeadObjectRequest(Bucket Bucket, [ValueRange(1, 1024)] string Key, string? VersionId = null);

/// <summary>Source: S3 API reference, HeadObject. <c>ContentLength</c> in bytes.</summary>
[AwsShape]
public sealed record HeadObjectResponse(long ContentLength, string? ContentType = null, string? ETag = null);
