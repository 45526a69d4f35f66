namespace Aot.Local.Services.S3;

internal sealed partial class S3Store
{
    private const int MostParts = 10_000; // S3 user guide, "Multipart upload limits"

    public MultipartUpload StartUpload(string bucket, string key, string id, IReadOnlyDictionary<string, string> headers)
    {
        lock (_lock)
        {
            var upload = new MultipartUpload(id, key, Now(), headers);
            Find(bucket).Uploads.Add(id, upload);
            return upload;
        }
    }

    public UploadedPart PutPart(string bucket, string key, string id, int number, byte[] content, Checksum? checksum)
    {
        if (number is < 1 or > MostParts) throw S3Errors.Invalid($"Part number must be an integer between 1 and {MostParts}, inclusive");
        checksum?.Verify(content);
        lock (_lock)
        {
            var upload = Upload(bucket, key, id);
            Take(content.Length - (upload.Parts.GetValueOrDefault(number)?.Content.Length ?? 0));
            return upload.Parts[number] = new UploadedPart(number, content, ETag(content), Now(), checksum);
        }
    }

    /// <summary>Puts the named parts together.</summary>
    public S3Object Complete(string bucket, string key, string id, IReadOnlyList<(int Number, string ETag)> parts)
    {
        lock (_lock)
        {
            var upload = Upload(bucket, key, id);
            if (parts.Count == 0) throw S3Errors.MalformedXml();
            using var content = new MemoryStream();
            using var sums = new MemoryStream();
            var last = 0;
            foreach (var (number, etag) in parts)
            {
                if (number <= last) throw new ServiceException("InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
                if (!upload.Parts.TryGetValue(last = number, out var part) || part.ETag.Trim('"') != etag.Trim('"'))
                    throw new ServiceException("InvalidPart", "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.");
                content.Write(part.Content);
                sums.Write(Md5(part.Content));
            }
            var objects = Find(bucket).Objects;
            Free(upload);
            Find(bucket).Uploads.Remove(id);
            var tag = $"{ETag(sums.ToArray()).TrimEnd('"')}-{parts.Count}\"";
            return Set(objects, objects.GetValueOrDefault(key), new S3Object(key, content.ToArray(), tag, Now(), upload.Headers, null, parts.Count));
        }
    }

    public void Abort(string bucket, string key, string id)
    {
        lock (_lock)
        {
            Free(Upload(bucket, key, id));
            Find(bucket).Uploads.Remove(id);
        }
    }

    public IReadOnlyList<UploadedPart> Parts(string bucket, string key, string id)
    {
        lock (_lock) return [.. Upload(bucket, key, id).Parts.Values];
    }

    public IReadOnlyList<MultipartUpload> Uploads(string bucket, string prefix)
    {
        lock (_lock)
            return [.. Find(bucket).Uploads.Values.Where(upload => upload.Key.StartsWith(prefix, StringComparison.Ordinal))
                .OrderBy(upload => upload.Key, StringComparer.Ordinal).ThenBy(upload => upload.Initiated)];
    }

    private MultipartUpload Upload(string bucket, string key, string id) =>
        Find(bucket).Uploads.GetValueOrDefault(id) is { } upload && upload.Key == key ? upload : throw S3Errors.NoSuchUpload();

    private void Free(MultipartUpload upload) => _bytes -= upload.Parts.Values.Sum(part => (long)part.Content.Length);
}
