using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.Services.S3;

internal sealed partial class S3Endpoint
{
    // What is given with an object and sent back with it.
    private static readonly string[] KeptHeaders = ["Content-Type", "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Expires"];

    private async Task PutObjectAsync(S3Request request)
    {
        var body = await UploadBody.ReadAsync(request.Http, request.Aborted);
        var stored = store.Put(request.Bucket, request.Key, body.Content, Headers(request), body.Checksum, before =>
        {
            if (request.Header("If-None-Match") == "*" && before is not null) throw S3Errors.PreconditionFailed();
            if (request.Header("If-Match") is { } wanted && before?.ETag.Trim('"') != wanted.Trim('"')) throw before is null ? S3Errors.NoSuchKey() : S3Errors.PreconditionFailed();
        });
        request.Response.Headers.ETag = stored.ETag;
        if (stored.Checksum is { } checksum) request.Response.Headers[checksum.Header] = checksum.Value;
    }

    private async Task GetObjectAsync(S3Request request)
    {
        var found = store.Get(request.Bucket, request.Key);
        var response = request.Response;
        response.Headers.ETag = found.ETag;
        response.Headers.LastModified = found.LastModified.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.AcceptRanges = "bytes";
        if (Judge(request, found) is { } status)
        {
            if (status == StatusCodes.Status412PreconditionFailed) throw S3Errors.PreconditionFailed();
            response.StatusCode = status;
            return;
        }
        var range = ObjectRange.Parse(request.Header("Range"), found.Content.Length);
        foreach (var (name, value) in found.Headers) response.Headers[name] = value;
        response.ContentType = found.ContentType;
        foreach (var name in KeptHeaders)
        {
            if (request.Asks("response-" + name.ToLowerInvariant())) response.Headers[name] = request.Query("response-" + name.ToLowerInvariant());
        }
        if (range is null && found.Checksum is { } checksum && string.Equals(request.Header("x-amz-checksum-mode"), "ENABLED", StringComparison.OrdinalIgnoreCase))
            response.Headers[checksum.Header] = checksum.Value;
        var (start, length) = range is { } part ? (part.Start, part.Length) : (0, found.Content.Length);
        if (range is not null)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {Number(start)}-{Number(start + length - 1)}/{Number(found.Content.Length)}";
        }
        response.ContentLength = length;
        if (request.Http.Method != "HEAD") await response.Body.WriteAsync(found.Content.AsMemory(start, length), request.Aborted);
    }

    private Task DeleteObjectAsync(S3Request request)
    {
        store.Delete(request.Bucket, request.Key);
        return NoContent(request);
    }

    private async Task CopyObjectAsync(S3Request request)
    {
        var source = Source(request);
        if (request.Header("x-amz-copy-source-if-match") is { } wanted && wanted.Trim('"') != source.ETag.Trim('"')) throw S3Errors.PreconditionFailed();
        var replaces = request.Header("x-amz-metadata-directive") == "REPLACE";
        var copy = store.Put(request.Bucket, request.Key, source.Content, replaces ? Headers(request) : source.Headers, source.Checksum);
        await S3Xml.WriteAsync(request, S3Xml.Element("CopyObjectResult", S3Xml.Text("ETag", copy.ETag), S3Xml.Text("LastModified", S3Object.Iso(copy.LastModified))));
    }

    // /bucket/key or bucket/key, encoded, with ?versionId=… that means nothing without versions
    private S3Object Source(S3Request request)
    {
        var source = Uri.UnescapeDataString(request.Header("x-amz-copy-source")!.Split('?')[0]).TrimStart('/');
        return source.Split('/', 2) is [var bucket, { Length: > 0 } key] ? store.Get(bucket, key) : throw S3Errors.Invalid("Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
    }

    // S3 API reference, GetObject: If-Match goes before If-Unmodified-Since, If-None-Match before If-Modified-Since.
    private static int? Judge(S3Request request, S3Object found)
    {
        if (request.Header("If-Match") is { } match)
        {
            if (!Names(match, found)) return StatusCodes.Status412PreconditionFailed;
        }
        else if (Time(request, "If-Unmodified-Since") is { } until && found.LastModified > until) return StatusCodes.Status412PreconditionFailed;
        if (request.Header("If-None-Match") is { } none) return Names(none, found) ? StatusCodes.Status304NotModified : null;
        return Time(request, "If-Modified-Since") is { } since && found.LastModified <= since ? StatusCodes.Status304NotModified : null;
    }

    private static bool Names(string tags, S3Object found) => tags == "*" || tags.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag.Trim('"') == found.ETag.Trim('"'));

    private static DateTimeOffset? Time(S3Request request, string header) =>
        DateTimeOffset.TryParse(request.Header(header), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static Dictionary<string, string> Headers(S3Request request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Http.Headers)
        {
            var kept = KeptHeaders.FirstOrDefault(header => header.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (kept is null && !name.StartsWith(S3Object.MetadataPrefix, StringComparison.OrdinalIgnoreCase)) continue;
            var value = values.ToString();
            // The framing of the request is no property of the object.
            if (kept == "Content-Encoding") value = string.Join(',', value.Split(',', StringSplitOptions.TrimEntries).Where(coding => !coding.Equals("aws-chunked", StringComparison.OrdinalIgnoreCase)));
            if (value.Length > 0) headers[kept ?? name.ToLowerInvariant()] = value;
        }
        return headers;
    }
}
