using Aot.Local.Services;

namespace Aot.Local.Asl.Items;

/// <summary>The buckets that distributed Map states read items from and write results to.</summary>
internal interface IObjectStore
{
    /// <summary>An object's bytes.</summary>
    /// <exception cref="ServiceException">There is no such object, in S3's words.</exception>
    byte[] Read(string bucket, string key);

    /// <summary>The objects under a prefix, ordered by key.</summary>
    /// <exception cref="ServiceException">There is no such bucket.</exception>
    IReadOnlyList<ListedObject> List(string bucket, string prefix);

    /// <summary>Writes or replaces an object.</summary>
    /// <exception cref="ServiceException">There is no such bucket, or no room.</exception>
    void Write(string bucket, string key, byte[] content, string contentType);
}

/// <summary>What a listing tells of an object.</summary>
/// <param name="ETag">With its quotes, as S3 shows it.</param>
internal sealed record ListedObject(string Key, long SizeBytes, string ETag, DateTimeOffset LastModified);
