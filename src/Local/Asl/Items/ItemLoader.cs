using System.IO.Compression;
using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;
using Aot.Local.Services;

namespace Aot.Local.Asl.Items;

/// <summary>Reads the items of a distributed Map from S3.</summary>
/// <param name="store">Null: there is no S3 here, and every request fails.</param>
/// <remarks>Source: Step Functions developer guide, "ItemReader (Map)".</remarks>
internal sealed class ItemLoader(IObjectStore? store)
{
    private static readonly TaskResource GetObject = new("arn:aws:states:::s3:getObject", TaskKind.Optimized, "s3", "getObject", IntegrationPattern.RequestResponse);

    /// <exception cref="StateFailure">States.ItemReaderFailed.</exception>
    public IReadOnlyList<MapItem> Load(ItemRequest request)
    {
        if (store is null) throw Failed("There is no local S3 to read the items from.");
        if (request.MaxItems < 0) throw Failed("field MaxItems must be positive");
        var most = request.MaxItems is null or 0 or > ItemReader.MostItems ? ItemReader.MostItems : (int)request.MaxItems;
        try
        {
            return [.. Items(store, request).Take(most)];
        }
        catch (ServiceException refusal)
        {
            throw Failed(ErrorSpelling.Of(GetObject, refusal, requestId: "local").Cause!);
        }
        catch (JsonFormatException malformed)
        {
            throw Failed($"Unable to parse {request.Reader.InputType} of s3://{request.Bucket}/{request.Key}: {malformed.Message}");
        }
        catch (InvalidDataException broken)
        {
            throw Failed($"Unable to decompress s3://{request.Bucket}/{request.Key}: {broken.Message}");
        }
    }

    private static IEnumerable<MapItem> Items(IObjectStore store, ItemRequest request)
    {
        if (request.Reader.IsListing)
        {
            var listed = store.List(request.Bucket, request.Prefix);
            return request.Reader.IsFlattening
                ? listed.SelectMany(found => FileItems(store, request, request.Bucket, found.Key))
                : listed.Select(found => new MapItem(Metadata(found), $"s3://{request.Bucket}"));
        }
        return request.Reader.Manifest switch
        {
            "S3_INVENTORY" => InventoryItems(store, request),
            "ATHENA_DATA" => AthenaItems(store, request),
            _ => FileItems(store, request, request.Bucket, request.Key),
        };
    }

    private static IEnumerable<MapItem> FileItems(IObjectStore store, ItemRequest request, string bucket, string key)
    {
        var content = Unpacked(store.Read(bucket, key), bucket, key);
        var source = $"s3://{bucket}/{key}";
        return request.Reader.InputType switch
        {
            "CSV" => CsvItems(content, request, source),
            "JSON" => JsonItems(content, request, source),
            "JSONL" => LineItems(content, source),
            var other => throw Failed($"The local engine does not read {other} files: {source}. It reads CSV, JSON, JSONL and manifests."),
        };
    }

    private static IEnumerable<MapItem> CsvItems(byte[] content, ItemRequest request, string source) =>
        CsvTable.Read(content, request.Reader.Delimiter, request.Headers).Select(row => new MapItem(row, source));

    // The members of an object are items only where a pointer chose the object.
    private static IReadOnlyList<MapItem> JsonItems(byte[] content, ItemRequest request, string source)
    {
        var document = Value.Parse(content);
        if (request.Reader.ItemsPointer is not { Length: > 0 } pointer)
            return document is ArrayValue ? MapItem.Of(document, source)! : throw NotIterable();
        var chosen = JsonPointer.Find(document, pointer) ?? throw Failed($"The ItemsPointer {pointer} points to nothing in {source}");
        return MapItem.Of(chosen, source) ?? throw NotIterable();
    }

    private static IEnumerable<MapItem> LineItems(byte[] content, string source)
    {
        for (var start = 0; start < content.Length;)
        {
            var length = content.AsSpan(start).IndexOf((byte)'\n');
            if (length < 0) length = content.Length - start;
            var text = content.AsSpan(start, length).Trim(" \t\r"u8);
            start += length + 1;
            if (text.Length > 0) yield return new MapItem(Value.Parse(text), source);
        }
    }

    // manifest.json names the schema and the data files; these are CSV without a header.
    private static IEnumerable<MapItem> InventoryItems(IObjectStore store, ItemRequest request)
    {
        var manifest = Value.Parse(store.Read(request.Bucket, request.Key)) as ObjectValue ?? throw NotIterable();
        if (manifest["fileFormat"] is not StringValue { Text: "CSV" }) throw Failed("The local engine reads S3 inventories with \"fileFormat\": \"CSV\".");
        var headers = ((manifest["fileSchema"] as StringValue)?.Text ?? "").Split(',', StringSplitOptions.TrimEntries);
        var bucket = ((manifest["destinationBucket"] as StringValue)?.Text ?? request.Bucket).Split(":::")[^1];
        foreach (var file in (manifest["files"] as ArrayValue ?? []).OfType<ObjectValue>())
        {
            if (file["key"] is not StringValue { Text: var key }) throw Failed("A file of the S3 inventory manifest has no key.");
            var source = $"s3://{bucket}/{key}";
            foreach (var row in CsvTable.Read(Unpacked(store.Read(bucket, key), bucket, key), request.Reader.Delimiter, headers)) yield return new MapItem(row, source);
        }
    }

    // One s3:// address a line.
    private static IEnumerable<MapItem> AthenaItems(IObjectStore store, ItemRequest request)
    {
        foreach (var row in CsvTable.Rows(Unpacked(store.Read(request.Bucket, request.Key), request.Bucket, request.Key), ','))
        {
            if (!Uri.TryCreate(row[0].Trim(), UriKind.Absolute, out var address) || address.Scheme != "s3") throw Failed($"The Athena manifest names no S3 object: {row[0]}");
            foreach (var item in FileItems(store, request, address.Host, Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')))) yield return item;
        }
    }

    private static byte[] Unpacked(byte[] content, string bucket, string key)
    {
        if (content is [0x28, 0xB5, 0x2F, 0xFD, ..]) throw Failed($"The local engine does not unpack Zstandard: s3://{bucket}/{key}. Compress with gzip, or not at all.");
        if (content is not [0x1F, 0x8B, ..]) return content;
        using var packed = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static ObjectValue Metadata(ListedObject found) => new(5)
    {
        ["Etag"] = found.ETag,
        ["Key"] = found.Key,
        ["LastModified"] = (double)found.LastModified.ToUnixTimeSeconds(),
        ["Size"] = (double)found.SizeBytes,
        ["StorageClass"] = "STANDARD",
    };

    private static StateFailure NotIterable() => Failed("Attempting to map over non-iterable node.");

    private static StateFailure Failed(string cause) => new(ErrorNames.ItemReaderFailed, cause);
}
