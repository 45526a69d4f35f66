using System.Text.Json.Nodes;
using System.Text;
using Aot.Authoring;
using Aot.Local.Services;
using Aot.Testing;

namespace Aot.Generators.Tests.Cases;

/// <summary>Natively, what an item reader does.</summary>
internal static class CaseItems
{
    public static IEnumerable<object> Read(ItemSource source, CaseObjects objects)
    {
        var type = source.GetType().GenericTypeArguments[0];
        try
        {
            return [.. Rows(source, source.Bucket!.LogicalId, objects).Select(row => WireJson.Read(row.ToJsonString(), type)!)];
        }
        catch (ServiceException missing)
        {
            throw new ItemReaderFailedException(missing.Message);
        }
    }

    private static IEnumerable<JsonNode> Rows(ItemSource source, string bucket, CaseObjects objects)
    {
        switch (source.Kind)
        {
            case ItemSourceKind.Objects:
                return objects.List(bucket, source.Key).Select(o => (JsonNode)new JsonObject
                {
                    ["Key"] = o.Key, ["Size"] = o.SizeBytes, ["LastModified"] = o.LastModified.ToUnixTimeSeconds(), ["Etag"] = o.ETag, ["StorageClass"] = "STANDARD",
                });
            case ItemSourceKind.Json:
                var document = JsonNode.Parse(Text(bucket, source.Key))!;
                foreach (var name in ((string?)Property(source, "ItemsPointer") ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries))
                    document = document[name]!;
                return document.AsArray().Select(item => item!);
            case ItemSourceKind.JsonLines:
                return Text(bucket, source.Key).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);
            case ItemSourceKind.Csv:
                var delimiter = ",|; \t"[(int)Property(source, "Delimiter")!];
                return Table(Text(bucket, source.Key), delimiter, (IReadOnlyList<string>?)Property(source, "Headers"));
            default:
                var manifest = JsonNode.Parse(Text(bucket, source.Key))!;
                var headers = ((string)manifest["fileSchema"]!).Split(", ");
                return manifest["files"]!.AsArray().SelectMany(file => Table(Text(bucket, (string)file!["key"]!), ',', headers));
        }

        string Text(string from, string key) => Encoding.UTF8.GetString(objects.Read(from, key));
    }

    private static object? Property(ItemSource source, string name) => source.GetType().GetProperty(name)!.GetValue(source);

    // The cases' tables have no quoted columns.
    private static IEnumerable<JsonNode> Table(string text, char delimiter, IReadOnlyList<string>? headers)
    {
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(delimiter)).ToArray();
        var names = headers ?? rows[0];
        return rows.Skip(headers is null ? 1 : 0)
            .Select(row => (JsonNode)new JsonObject(names.Select((name, index) => KeyValuePair.Create(name, (JsonNode?)row[index]))));
    }
}
