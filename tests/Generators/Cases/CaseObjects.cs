using Aot.Local.Asl.Items;
using Aot.Local.Services;

namespace Aot.Generators.Tests.Cases;

/// <summary>The buckets of a case, by logical id. A bucket is there once something lies in it.</summary>
internal sealed class CaseObjects : IObjectStore
{
    private readonly SortedDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    public byte[] Read(string bucket, string key) =>
        _contents.GetValueOrDefault($"{bucket}/{key}") ?? throw new ServiceException("NoSuchKey", "The specified key does not exist.", 404);

    public IReadOnlyList<ListedObject> List(string bucket, string prefix) =>
        [.. _contents.Where(c => c.Key.StartsWith($"{bucket}/{prefix}", StringComparison.Ordinal))
            .Select(c => new ListedObject(c.Key[(bucket.Length + 1)..], c.Value.Length, "\"tag\"", DateTimeOffset.UnixEpoch))];

    public void Write(string bucket, string key, byte[] content, string contentType) => _contents[$"{bucket}/{key}"] = content;
}
