using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Aot.Local.Services.S3;

internal sealed partial class S3Endpoint
{
    private const int MostKeys = 1000; // S3 API reference, ListObjectsV2, "max-keys"

    private Task ListBucketsAsync(S3Request request)
    {
        if (request.Http.Method != "GET") throw Missing(request);
        return S3Xml.WriteAsync(request, S3Xml.Element(
            "ListAllMyBucketsResult",
            S3Xml.Element("Owner", Owner()),
            S3Xml.Element("Buckets", store.Buckets().Select(bucket => S3Xml.Element(
                "Bucket", S3Xml.Text("Name", bucket.Name), S3Xml.Text("CreationDate", S3Object.Iso(bucket.Created)))))));
    }

    private async Task CreateBucketAsync(S3Request request)
    {
        await UploadBody.ReadAsync(request.Http, request.Aborted); // a location, which is always this machine
        store.CreateBucket(request.Bucket);
        request.Response.Headers.Location = "/" + request.Bucket;
    }

    private Task DeleteBucketAsync(S3Request request)
    {
        store.DeleteBucket(request.Bucket);
        return NoContent(request);
    }

    private Task HeadBucket(S3Request request)
    {
        store.RequireBucket(request.Bucket);
        request.Response.Headers["x-amz-bucket-region"] = aws.Region;
        return Task.CompletedTask;
    }

    // us-east-1 is told by its absence.
    private Task GetLocationAsync(S3Request request)
    {
        store.RequireBucket(request.Bucket);
        return S3Xml.WriteAsync(request, S3Xml.Element("LocationConstraint", aws.Region == "us-east-1" ? null : aws.Region));
    }

    private Task GetVersioningAsync(S3Request request)
    {
        store.RequireBucket(request.Bucket);
        return S3Xml.WriteAsync(request, S3Xml.Element("VersioningConfiguration"));
    }

    private Task ListAsync(S3Request request, bool isSecondVersion)
    {
        var (prefix, delimiter) = (request.Query("prefix"), request.Query("delimiter"));
        var most = Math.Min(request.Number("max-keys", MostKeys), MostKeys);
        var token = request.Query("continuation-token");
        var (start, marker) = (request.Query("start-after"), request.Query("marker"));
        var listing = store.List(request.Bucket, prefix, delimiter, !isSecondVersion ? marker : token.Length > 0 ? ContinuationToken.Read(token) : start, most);
        var isEncoded = request.Query("encoding-type") == "url";
        string Encoded(string text) => isEncoded ? Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal) : text;
        return S3Xml.WriteAsync(request, S3Xml.Element(
            "ListBucketResult",
            S3Xml.Text("Name", request.Bucket), S3Xml.Text("Prefix", Encoded(prefix)),
            delimiter.Length > 0 ? S3Xml.Text("Delimiter", Encoded(delimiter)) : null,
            S3Xml.Text("MaxKeys", Number(most)),
            isEncoded ? S3Xml.Text("EncodingType", "url") : null,
            isSecondVersion ? S3Xml.Text("KeyCount", Number(listing.Objects.Count + listing.CommonPrefixes.Count)) : S3Xml.Text("Marker", Encoded(marker)),
            isSecondVersion && token.Length > 0 ? S3Xml.Text("ContinuationToken", token) : null,
            isSecondVersion && start.Length > 0 ? S3Xml.Text("StartAfter", Encoded(start)) : null,
            S3Xml.Text("IsTruncated", listing.NextToken is null ? "false" : "true"),
            listing.NextToken is not { } next ? null
                : isSecondVersion ? S3Xml.Text("NextContinuationToken", ContinuationToken.Write(next))
                : S3Xml.Text("NextMarker", Encoded(next)),
            listing.Objects.Select(found => S3Xml.Element(
                "Contents", S3Xml.Text("Key", Encoded(found.Key)), S3Xml.Text("LastModified", S3Object.Iso(found.LastModified)), S3Xml.Text("ETag", found.ETag),
                S3Xml.Text("Size", Number(found.Content.Length)), S3Xml.Text("StorageClass", "STANDARD"),
                !isSecondVersion || request.Query("fetch-owner") == "true" ? S3Xml.Element("Owner", Owner()) : null)),
            listing.CommonPrefixes.Select(common => S3Xml.Element("CommonPrefixes", S3Xml.Text("Prefix", Encoded(common))))));
    }

    private async Task DeleteObjectsAsync(S3Request request)
    {
        var document = await S3Xml.ReadAsync(request);
        store.RequireBucket(request.Bucket);
        var keys = document.Children("Object").Select(named => named.Child("Key") ?? throw S3Errors.MalformedXml()).ToList();
        if (keys.Count is 0 or > MostKeys) throw S3Errors.MalformedXml();
        foreach (var key in keys) store.Delete(request.Bucket, key);
        var isQuiet = document.Child("Quiet") == "true";
        await S3Xml.WriteAsync(request, S3Xml.Element("DeleteResult", isQuiet ? null : keys.Select(key => S3Xml.Element("Deleted", S3Xml.Text("Key", key)))));
    }

    private XElement?[] Owner() => [S3Xml.Text("ID", aws.AccountId)];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Where a listing goes on: opaque to clients, the last key or common prefix told.</summary>
internal static class ContinuationToken
{
    public static string Write(string last) => Convert.ToBase64String(Encoding.UTF8.GetBytes(last));

    /// <exception cref="ServiceException">InvalidArgument: no listing gave it.</exception>
    public static string Read(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw S3Errors.Invalid("The continuation token provided is incorrect");
        }
    }
}
