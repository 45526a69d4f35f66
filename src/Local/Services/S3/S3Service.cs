using System.Text;
using Aot.Local.Asl.Items;
using Aot.Local.Json;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.Services.S3;

/// <summary>S3 in memory: over HTTP for the AWS CLI and SDKs, in process for workflows and distributed Map states.</summary>
/// <remarks>Source: S3 API reference. Bodies of workflow tasks are text, times ISO 8601, as the SDK integrations show them.</remarks>
internal sealed class S3Service : IHttpService, IObjectStore
{
    private readonly S3Store _store;
    private readonly S3Endpoint _endpoint;
    private readonly Operations _operations;

    /// <param name="newId">Names uploads and requests.</param>
    /// <param name="mostBytes">How much all objects may hold together.</param>
    public S3Service(LocalAws aws, TimeProvider time, Func<string> newId, long mostBytes = S3Store.DefaultMostBytes)
    {
        _store = new S3Store(time, mostBytes);
        _endpoint = new S3Endpoint(_store, aws, newId);
        _operations = new Operations("s3", member => S3Errors.Invalid($"The parameter {member} is required."))
        {
            { "ListBuckets", ListBuckets },
            { "CreateBucket", CreateBucket },
            { "DeleteBucket", DeleteBucket },
            { "HeadBucket", HeadBucket },
            { "PutObject", PutObject },
            { "GetObject", GetObject },
            { "HeadObject", HeadObject },
            { "DeleteObject", DeleteObject },
            { "DeleteObjects", DeleteObjects },
            { "CopyObject", CopyObject },
            { "ListObjectsV2", ListObjects },
        };
    }

    public string Name => "s3";

    public WireFormat Wire { get; } = new(WireProtocol.RestXml, "s3");

    public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken) =>
        _operations.CallAsync(operation, request, cancellationToken);

    public Task HandleAsync(HttpContext context) => _endpoint.HandleAsync(context);

    public byte[] Read(string bucket, string key) => _store.Get(bucket, key).Content;

    public IReadOnlyList<ListedObject> List(string bucket, string prefix) =>
        [.. _store.List(bucket, prefix, delimiter: "", after: "", int.MaxValue).Objects.Select(found => new ListedObject(found.Key, found.Content.Length, found.ETag, found.LastModified))];

    public void Write(string bucket, string key, byte[] content, string contentType) =>
        _store.Put(bucket, key, content, new Dictionary<string, string> { ["Content-Type"] = contentType }, null);

    private Value ListBuckets(ServiceRequest request) => Shape.Of(("Buckets", Shape.List(_store.Buckets().Select(bucket =>
        Shape.Of(("CreationDate", S3Object.Iso(bucket.Created)), ("Name", bucket.Name))))));

    private Value CreateBucket(ServiceRequest request)
    {
        _store.CreateBucket(request.RequiredText("Bucket"));
        return Shape.Of(("Location", "/" + request.RequiredText("Bucket")));
    }

    private Value DeleteBucket(ServiceRequest request)
    {
        _store.DeleteBucket(request.RequiredText("Bucket"));
        return Shape.Empty;
    }

    private Value HeadBucket(ServiceRequest request)
    {
        _store.RequireBucket(request.RequiredText("Bucket"));
        return Shape.Empty;
    }

    // What is no text is written as JSON, as the integration does.
    private Value PutObject(ServiceRequest request)
    {
        var body = request.Optional("Body") switch
        {
            null => [],
            StringValue text => Encoding.UTF8.GetBytes(text.Text),
            var other => other.ToUtf8Json(),
        };
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in (ReadOnlySpan<string>)["ContentType", "CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage"])
        {
            if (request.Text(name) is { } value) headers[Dashed(name)] = value;
        }
        foreach (var (name, value) in request.TextMap("Metadata")) headers[S3Object.MetadataPrefix + name.ToLowerInvariant()] = value;
        return Shape.Of(("ETag", _store.Put(request.RequiredText("Bucket"), request.RequiredText("Key"), body, headers, null).ETag));
    }

    private Value GetObject(ServiceRequest request)
    {
        var found = Find(request);
        var range = ObjectRange.Parse(request.Text("Range"), found.Content.Length) ?? new ObjectRange(0, found.Content.Length);
        var answer = Described(found, range.Length);
        answer["Body"] = Encoding.UTF8.GetString(found.Content, range.Start, range.Length);
        return answer;
    }

    private Value HeadObject(ServiceRequest request)
    {
        var found = Find(request);
        return Described(found, found.Content.Length);
    }

    private Value DeleteObject(ServiceRequest request)
    {
        _store.Delete(request.RequiredText("Bucket"), request.RequiredText("Key"));
        return Shape.Empty;
    }

    private Value DeleteObjects(ServiceRequest request)
    {
        var keys = request.RequiredStructure("Delete").Structures("Objects").Select(named => named.RequiredText("Key")).ToList();
        foreach (var key in keys) _store.Delete(request.RequiredText("Bucket"), key);
        return Shape.Of(("Deleted", Shape.List(keys.Select(key => Shape.Of(("Key", key))))));
    }

    private Value CopyObject(ServiceRequest request)
    {
        if (Uri.UnescapeDataString(request.RequiredText("CopySource")).TrimStart('/').Split('/', 2) is not [var bucket, var key])
            throw S3Errors.Invalid("Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        var source = _store.Get(bucket, key);
        var copy = _store.Put(request.RequiredText("Bucket"), request.RequiredText("Key"), source.Content, source.Headers, source.Checksum);
        return Shape.Of(("CopyObjectResult", Shape.Of(("ETag", copy.ETag), ("LastModified", S3Object.Iso(copy.LastModified)))));
    }

    private Value ListObjects(ServiceRequest request)
    {
        const int MostKeys = 1000; // S3 API reference, ListObjectsV2, "max-keys"
        var most = Math.Min(request.Integer("MaxKeys") ?? MostKeys, MostKeys);
        var after = request.Text("ContinuationToken") is { } token ? ContinuationToken.Read(token) : request.Text("StartAfter") ?? "";
        var (bucket, prefix, delimiter) = (request.RequiredText("Bucket"), request.Text("Prefix"), request.Text("Delimiter"));
        var listing = _store.List(bucket, prefix ?? "", delimiter ?? "", after, most);
        return Shape.Of(
            ("CommonPrefixes", listing.CommonPrefixes.Count == 0 ? null : Shape.List(listing.CommonPrefixes.Select(common => Shape.Of(("Prefix", common))))),
            ("Contents", Shape.List(listing.Objects.Select(found => Shape.Of(
                ("ETag", found.ETag), ("Key", found.Key), ("LastModified", S3Object.Iso(found.LastModified)), ("Size", found.Content.Length), ("StorageClass", "STANDARD"))))),
            ("Delimiter", delimiter), ("IsTruncated", listing.NextToken is not null), ("KeyCount", listing.Objects.Count + listing.CommonPrefixes.Count), ("MaxKeys", most),
            ("Name", bucket), ("NextContinuationToken", listing.NextToken is { } next ? ContinuationToken.Write(next) : null), ("Prefix", prefix ?? ""));
    }

    private S3Object Find(ServiceRequest request) => _store.Get(request.RequiredText("Bucket"), request.RequiredText("Key"));

    private static ObjectValue Described(S3Object found, int length)
    {
        var described = Shape.Of(("AcceptRanges", "bytes"), ("ContentLength", length), ("ContentType", found.ContentType), ("ETag", found.ETag), ("LastModified", S3Object.Iso(found.LastModified)));
        var metadata = new ObjectValue();
        foreach (var (name, value) in found.Headers.OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            if (name.StartsWith(S3Object.MetadataPrefix, StringComparison.OrdinalIgnoreCase)) metadata[name[S3Object.MetadataPrefix.Length..]] = value;
            else described[name.Replace("-", "", StringComparison.Ordinal)] = value;
        }
        described["Metadata"] = metadata;
        return described;
    }

    // CacheControl → Cache-Control
    private static string Dashed(string name) => string.Concat(name.Select((character, i) => i > 0 && char.IsUpper(character) ? "-" + character : character.ToString()));
}
