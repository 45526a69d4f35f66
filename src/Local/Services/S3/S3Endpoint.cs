using Aot.Local.Services.Protocol;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.Services.S3;

/// <summary>S3's REST-XML protocol: which operation a request is, and its answer.</summary>
/// <param name="newId">Names uploads and requests.</param>
internal sealed partial class S3Endpoint(S3Store store, LocalAws aws, Func<string> newId)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = new S3Request(context);
        context.Response.Headers["x-amz-request-id"] = newId();
        try
        {
            await (request switch
            {
                { Bucket.Length: 0 } => ListBucketsAsync(request),
                { Key.Length: 0 } => HandleBucketAsync(request),
                _ => HandleObjectAsync(request),
            });
        }
        catch (ServiceException refusal) when (!context.Response.HasStarted)
        {
            await S3Xml.WriteErrorAsync(request, refusal);
        }
    }

    private Task HandleBucketAsync(S3Request request) => request.Http.Method switch
    {
        "PUT" when IsPlain(request) => CreateBucketAsync(request),
        "DELETE" when IsPlain(request) => DeleteBucketAsync(request),
        "HEAD" => HeadBucket(request),
        "GET" when request.Asks("location") => GetLocationAsync(request),
        "GET" when request.Asks("versioning") => GetVersioningAsync(request),
        "GET" when request.Asks("uploads") => ListUploadsAsync(request),
        "GET" when request.Query("list-type") == "2" => ListAsync(request, isSecondVersion: true),
        "GET" when IsPlain(request) || request.Asks("prefix") || request.Asks("delimiter") || request.Asks("marker") || request.Asks("max-keys") || request.Asks("encoding-type") =>
            ListAsync(request, isSecondVersion: false),
        "POST" when request.Asks("delete") => DeleteObjectsAsync(request),
        _ => throw Missing(request),
    };

    private Task HandleObjectAsync(S3Request request) => request.Http.Method switch
    {
        "GET" when request.Asks("uploadId") => ListPartsAsync(request),
        "GET" or "HEAD" when IsObjectRead(request) => GetObjectAsync(request),
        "PUT" when request.Asks("partNumber") && request.Asks("uploadId") => UploadPartAsync(request),
        "PUT" when IsPlain(request) => request.Header("x-amz-copy-source") is null ? PutObjectAsync(request) : CopyObjectAsync(request),
        "DELETE" when request.Asks("uploadId") => AbortUploadAsync(request),
        "DELETE" when IsPlain(request) => DeleteObjectAsync(request),
        "POST" when request.Asks("uploads") => CreateUploadAsync(request),
        "POST" when request.Asks("uploadId") => CompleteUploadAsync(request),
        _ => throw Missing(request),
    };

    private static bool IsPlain(S3Request request) => request.Http.Query.Keys.All(IsAside);

    // response-… sets headers of the answer.
    private static bool IsObjectRead(S3Request request) => request.Http.Query.Keys.All(name => IsAside(name) || name == "partNumber" || name.StartsWith("response-", StringComparison.Ordinal));

    // Names the operation in some SDKs, or signs an address in the new way or the old.
    private static bool IsAside(string name) =>
        name is "x-id" or "AWSAccessKeyId" or "Expires" or "Signature" || name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase);

    private static ServiceException Missing(S3Request request) => S3Errors.Missing(
        $"{request.Http.Method} {request.Http.Path}", request.Http.Query.Count == 0 ? "no parameters" : $"the parameters {string.Join(", ", request.Http.Query.Keys.Order(StringComparer.Ordinal))}");

    private static Task NoContent(S3Request request)
    {
        request.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
