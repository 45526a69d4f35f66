using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Aot.Local.Services.S3;

/// <summary>Buckets and their objects, in memory.</summary>
/// <param name="mostBytes">How much all objects and parts may hold together.</param>
internal sealed partial class S3Store(TimeProvider time, long mostBytes)
{
    public const long DefaultMostBytes = 1L << 30;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private long _bytes;

    public IReadOnlyList<(string Name, DateTimeOffset Created)> Buckets()
    {
        lock (_lock) return [.. _buckets.Select(bucket => (bucket.Key, bucket.Value.Created))];
    }

    public void CreateBucket(string name)
    {
        if (!BucketName().IsMatch(name)) throw S3Errors.InvalidBucketName();
        lock (_lock)
        {
            if (!_buckets.TryAdd(name, new Bucket(time.GetUtcNow()))) throw S3Errors.BucketIsThere();
        }
    }

    public void DeleteBucket(string name)
    {
        lock (_lock)
        {
            if (Find(name).Objects.Count > 0) throw S3Errors.BucketNotEmpty();
            foreach (var upload in Find(name).Uploads.Values.ToList()) Free(upload);
            _buckets.Remove(name);
        }
    }

    public void RequireBucket(string name)
    {
        lock (_lock) Find(name);
    }

    /// <param name="condition">Judges what is there; throws to keep it.</param>
    public S3Object Put(string bucket, string key, byte[] content, IReadOnlyDictionary<string, string> headers, Checksum? checksum, Action<S3Object?>? condition = null)
    {
        checksum?.Verify(content);
        lock (_lock)
        {
            var objects = Find(bucket).Objects;
            var before = objects.GetValueOrDefault(key);
            condition?.Invoke(before);
            return Set(objects, before, new S3Object(key, content, ETag(content), Now(), headers, checksum));
        }
    }

    public S3Object Get(string bucket, string key)
    {
        lock (_lock) return Find(bucket).Objects.GetValueOrDefault(key) ?? throw S3Errors.NoSuchKey();
    }

    /// <summary>Deletes an object; one that is not there is as good as deleted.</summary>
    public void Delete(string bucket, string key)
    {
        lock (_lock)
        {
            if (Find(bucket).Objects.Remove(key, out var gone)) _bytes -= gone.Content.Length;
        }
    }

    /// <summary>The objects and common prefixes after a place, in the order of their keys.</summary>
    /// <param name="after">A key or a common prefix; empty for the beginning.</param>
    public S3Listing List(string bucket, string prefix, string delimiter, string after, int most)
    {
        List<S3Object> objects = [];
        List<string> prefixes = [];
        var last = "";
        lock (_lock)
        {
            foreach (var (key, found) in Find(bucket).Objects)
            {
                if (!key.StartsWith(prefix, StringComparison.Ordinal) || string.CompareOrdinal(key, after) <= 0) continue;
                var cut = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
                var common = cut < 0 ? null : key[..(cut + delimiter.Length)];
                // What is below a common prefix that an earlier page had, or this one has, is told already.
                if (common is not null && (common == last || after.StartsWith(common, StringComparison.Ordinal))) continue;
                if (objects.Count + prefixes.Count == most) return new S3Listing(objects, prefixes, most == 0 ? null : last);
                if (common is null) objects.Add(found);
                else prefixes.Add(common);
                last = common ?? key;
            }
        }
        return new S3Listing(objects, prefixes, null);
    }

    public static string ETag(ReadOnlySpan<byte> content) => $"\"{Convert.ToHexStringLower(Md5(content))}\"";

    // Not for secrecy: an ETag is defined as the content's MD5.
    public static byte[] Md5(ReadOnlySpan<byte> content) => MD5.HashData(content);

    private S3Object Set(SortedDictionary<string, S3Object> objects, S3Object? before, S3Object after)
    {
        Take(after.Content.Length - (before?.Content.Length ?? 0));
        return objects[after.Key] = after;
    }

    private void Take(long bytes)
    {
        if (_bytes + bytes > mostBytes) throw S3Errors.NoRoom(bytes, mostBytes);
        _bytes += bytes;
    }

    // S3 keeps seconds.
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }

    private Bucket Find(string name) => _buckets.GetValueOrDefault(name) ?? throw S3Errors.NoSuchBucket();

    // S3 user guide, "Bucket naming rules".
    [GeneratedRegex(@"^(?!xn--)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9](?:[a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$")]
    private static partial Regex BucketName();

    private sealed record Bucket(DateTimeOffset Created)
    {
        public SortedDictionary<string, S3Object> Objects { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, MultipartUpload> Uploads { get; } = new(StringComparer.Ordinal);
    }
}
