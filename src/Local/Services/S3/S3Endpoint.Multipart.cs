using System.Globalization;

namespace Aot.Local.Services.S3;

internal sealed partial class S3Endpoint
{
    private Task CreateUploadAsync(S3Request request)
    {
        var upload = store.StartUpload(request.Bucket, request.Key, newId(), Headers(request));
        return S3Xml.WriteAsync(request, S3Xml.Element(
            "InitiateMultipartUploadResult", S3Xml.Text("Bucket", request.Bucket), S3Xml.Text("Key", request.Key), S3Xml.Text("UploadId", upload.Id)));
    }

    private async Task UploadPartAsync(S3Request request)
    {
        var number = request.Number("partNumber", 0);
        if (request.Header("x-amz-copy-source") is not null)
        {
            var source = Source(request);
            var content = ObjectRange.Parse(request.Header("x-amz-copy-source-range"), source.Content.Length) is { } range
                ? source.Content.AsSpan(range.Start, range.Length).ToArray()
                : source.Content;
            var copy = store.PutPart(request.Bucket, request.Key, request.Query("uploadId"), number, content, null);
            await S3Xml.WriteAsync(request, S3Xml.Element("CopyPartResult", S3Xml.Text("ETag", copy.ETag), S3Xml.Text("LastModified", S3Object.Iso(copy.LastModified))));
            return;
        }
        var body = await UploadBody.ReadAsync(request.Http, request.Aborted);
        var part = store.PutPart(request.Bucket, request.Key, request.Query("uploadId"), number, body.Content, body.Checksum);
        request.Response.Headers.ETag = part.ETag;
        if (part.Checksum is { } checksum) request.Response.Headers[checksum.Header] = checksum.Value;
    }

    private async Task CompleteUploadAsync(S3Request request)
    {
        var document = await S3Xml.ReadAsync(request);
        var parts = document.Children("Part").Select(part => (
            int.TryParse(part.Child("PartNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw S3Errors.MalformedXml(),
            part.Child("ETag") ?? throw S3Errors.MalformedXml())).ToList();
        var whole = store.Complete(request.Bucket, request.Key, request.Query("uploadId"), parts);
        await S3Xml.WriteAsync(request, S3Xml.Element(
            "CompleteMultipartUploadResult", S3Xml.Text("Location", $"{aws.Endpoint}/{request.Bucket}/{request.Key}"),
            S3Xml.Text("Bucket", request.Bucket), S3Xml.Text("Key", request.Key), S3Xml.Text("ETag", whole.ETag)));
    }

    private Task AbortUploadAsync(S3Request request)
    {
        store.Abort(request.Bucket, request.Key, request.Query("uploadId"));
        return NoContent(request);
    }

    private Task ListPartsAsync(S3Request request)
    {
        var marker = request.Number("part-number-marker", 0);
        var most = Math.Min(request.Number("max-parts", MostKeys), MostKeys);
        var parts = store.Parts(request.Bucket, request.Key, request.Query("uploadId")).Where(part => part.Number > marker).ToList();
        var page = parts.Take(most).ToList();
        return S3Xml.WriteAsync(request, S3Xml.Element(
            "ListPartsResult", S3Xml.Text("Bucket", request.Bucket), S3Xml.Text("Key", request.Key), S3Xml.Text("UploadId", request.Query("uploadId")),
            S3Xml.Text("PartNumberMarker", Number(marker)), page.Count > 0 ? S3Xml.Text("NextPartNumberMarker", Number(page[^1].Number)) : null,
            S3Xml.Text("MaxParts", Number(most)), S3Xml.Text("IsTruncated", page.Count < parts.Count ? "true" : "false"),
            page.Select(part => S3Xml.Element(
                "Part", S3Xml.Text("PartNumber", Number(part.Number)), S3Xml.Text("LastModified", S3Object.Iso(part.LastModified)),
                S3Xml.Text("ETag", part.ETag), S3Xml.Text("Size", Number(part.Content.Length))))));
    }

    private Task ListUploadsAsync(S3Request request) => S3Xml.WriteAsync(request, S3Xml.Element(
        "ListMultipartUploadsResult", S3Xml.Text("Bucket", request.Bucket), S3Xml.Text("Prefix", request.Query("prefix")),
        S3Xml.Text("MaxUploads", Number(MostKeys)), S3Xml.Text("IsTruncated", "false"),
        store.Uploads(request.Bucket, request.Query("prefix")).Select(upload => S3Xml.Element(
            "Upload", S3Xml.Text("Key", upload.Key), S3Xml.Text("UploadId", upload.Id), S3Xml.Text("Initiated", S3Object.Iso(upload.Initiated)), S3Xml.Text("StorageClass", "STANDARD")))));
}
