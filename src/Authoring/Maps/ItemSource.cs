namespace Aot.Authoring;

/// <summary>Where a distributed map takes its items from. It is written in the call, since it becomes the <c>ItemReader</c> of the Map state.</summary>
/// <param name="Kind">What is read.</param>
/// <param name="Bucket">The bucket; null for an array of the workflow.</param>
/// <param name="Key">Key of the object, or prefix of the keys.</param>
/// <param name="MaxItems">Reads no more than so many; null reads all.</param>
/// <remarks>
/// Natively <see cref="Flow.ReadItems"/> gives the items of everything but <see cref="Array{TItem}"/>. Source: Step Functions developer guide, "ItemReader (Map)".
/// </remarks>
public abstract record ItemSource(ItemSourceKind Kind, Bucket? Bucket, string Key, int? MaxItems)
{
    /// <summary>The items of an array that the workflow has; the whole array is part of the execution's 256 KiB.</summary>
    /// <param name="items">The items.</param>
    /// <typeparam name="TItem">Type of an item.</typeparam>
    public static ItemSource<TItem> Array<TItem>(IReadOnlyList<TItem> items) => new(ItemSourceKind.Array, null, "", null) { Items = items };

    /// <summary>The items of a JSON file that holds an array.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">Key of the object.</param>
    /// <param name="itemsPointer">JSON pointer to the array in a file that holds an object: <c>/orders</c>.</param>
    /// <param name="maxItems">1 to 100,000,000.</param>
    /// <typeparam name="TItem">Type of an item.</typeparam>
    public static ItemSource<TItem> Json<TItem>(Bucket bucket, string key, string? itemsPointer = null, int? maxItems = null) =>
        new(ItemSourceKind.Json, bucket, key, maxItems) { ItemsPointer = itemsPointer };

    /// <summary>The lines of a JSON Lines file.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">Key of the object.</param>
    /// <param name="maxItems">1 to 100,000,000.</param>
    /// <typeparam name="TItem">Type of an item.</typeparam>
    public static ItemSource<TItem> JsonLines<TItem>(Bucket bucket, string key, int? maxItems = null) => new(ItemSourceKind.JsonLines, bucket, key, maxItems);

    /// <summary>The rows of a CSV file: records whose members are all strings, named like the columns.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">Key of the object.</param>
    /// <param name="headers">Names of the columns where the first row is not their names.</param>
    /// <param name="delimiter">What stands between two columns.</param>
    /// <param name="maxItems">1 to 100,000,000.</param>
    /// <typeparam name="TItem">Type of a row.</typeparam>
    public static ItemSource<TItem> Csv<TItem>(
        Bucket bucket, string key, string[]? headers = null, CsvDelimiter delimiter = CsvDelimiter.Comma, int? maxItems = null) =>
        new(ItemSourceKind.Csv, bucket, key, maxItems) { Headers = headers, Delimiter = delimiter };

    /// <summary>The objects of a bucket, without their content.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What their keys begin with.</param>
    /// <param name="maxItems">1 to 100,000,000.</param>
    public static ItemSource<S3Object> Objects(Bucket bucket, string prefix = "", int? maxItems = null) => new(ItemSourceKind.Objects, bucket, prefix, maxItems);

    /// <summary>The rows of an S3 inventory: records whose members are all strings, named like the inventory's fields.</summary>
    /// <param name="bucket">The bucket of the inventory.</param>
    /// <param name="key">Key of its <c>manifest.json</c>.</param>
    /// <param name="maxItems">1 to 100,000,000.</param>
    /// <typeparam name="TItem">Type of a row.</typeparam>
    public static ItemSource<TItem> Manifest<TItem>(Bucket bucket, string key, int? maxItems = null) => new(ItemSourceKind.Manifest, bucket, key, maxItems);
}

/// <summary>An <see cref="ItemSource"/> with items of one type.</summary>
/// <typeparam name="TItem">Type of an item.</typeparam>
public sealed record ItemSource<TItem> : ItemSource
{
    internal ItemSource(ItemSourceKind kind, Bucket? bucket, string key, int? maxItems)
        : base(kind, bucket, key, maxItems)
    {
    }

    /// <summary>The items of an array; empty for the other kinds.</summary>
    public IReadOnlyList<TItem> Items { get; init; } = [];

    /// <summary>JSON pointer to the array in a JSON file.</summary>
    public string? ItemsPointer { get; init; }

    /// <summary>Names of the columns of a CSV file; null where its first row has them.</summary>
    public IReadOnlyList<string>? Headers { get; init; }

    /// <summary>What stands between two columns of a CSV file.</summary>
    public CsvDelimiter Delimiter { get; init; }
}

/// <summary>Kinds of <see cref="ItemSource"/>.</summary>
public enum ItemSourceKind
{
    /// <summary>An array of the workflow.</summary>
    Array,

    /// <summary>A JSON file.</summary>
    Json,

    /// <summary>A JSON Lines file.</summary>
    JsonLines,

    /// <summary>A CSV file.</summary>
    Csv,

    /// <summary>The objects of a bucket.</summary>
    Objects,

    /// <summary>An S3 inventory.</summary>
    Manifest,
}

/// <summary>What stands between two columns of a CSV file.</summary>
public enum CsvDelimiter
{
    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>|</c></summary>
    Pipe,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary>A blank.</summary>
    Space,

    /// <summary>A tabulator.</summary>
    Tab,
}

/// <summary>An object of a bucket, as <c>ListObjectsV2</c> describes it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Size">Bytes.</param>
/// <param name="LastModified">Seconds since 1970.</param>
/// <param name="Etag">Entity tag, in quotes.</param>
/// <param name="StorageClass">Storage class.</param>
[AwsShape]
public sealed record S3Object(string Key, long Size, long LastModified, string Etag, string StorageClass);
