using System.Text;
using Aot.Local.Asl.Items;
using Aot.Local.Services;

namespace Aot.Local.Tests.Asl;

/// <summary>One bucket in memory.</summary>
internal sealed class Objects(string bucket) : IObjectStore
{
    private readonly SortedDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, byte[]> Contents => _contents;

    public void Put(string key, string text) => _contents[key] = Encoding.UTF8.GetBytes(text);

    public void Put(string key, byte[] content) => _contents[key] = content;

    public string Text(string key) => Encoding.UTF8.GetString(_contents[key]);

    public byte[] Read(string bucketName, string key)
    {
        RequireBucket(bucketName);
        return _contents.GetValueOrDefault(key) ?? throw new ServiceException("NoSuchKey", "The specified key does not exist.", 404);
    }

    public IReadOnlyList<ListedObject> List(string bucketName, string prefix)
    {
        RequireBucket(bucketName);
        return [.. _contents.Where(content => content.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(content => new ListedObject(content.Key, content.Value.Length, "\"tag\"", DateTimeOffset.UnixEpoch))];
    }

    public void Write(string bucketName, string key, byte[] content, string contentType)
    {
        RequireBucket(bucketName);
        _contents[key] = content;
    }

    private void RequireBucket(string name)
    {
        if (name != bucket) throw new ServiceException("NoSuchBucket", "The specified bucket does not exist", 404);
    }
}
