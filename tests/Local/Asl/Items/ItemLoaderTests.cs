using System.IO.Compression;
using System.Text;
using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Items;
using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl.Items;

public sealed class ItemLoaderTests
{
    private readonly Objects _objects = new("b");

    [Theory]
    [InlineData("a,b\n1,2\r\n3,4", ',', """[{"a":"1","b":"2"},{"a":"3","b":"4"}]""")]
    [InlineData("a|b\n1|\"x|y\"\n", '|', """[{"a":"1","b":"x|y"}]""")]
    [InlineData("a,b\n\n\"say \"\"hi\"\"\",\"two\nlines\"\n\n", ',', """[{"a":"say \"hi\"","b":"two\nlines"}]""")]
    [InlineData("a;b\n\"\";5", ';', """[{"a":"","b":"5"}]""")]
    [InlineData("\uFEFFa\tb\n1\t2\t3\n4", '\t', """[{"a":"1","b":"2"},{"a":"4","b":""}]""")]
    public void Csv_rows_are_objects_of_strings(string text, char delimiter, string expected)
    {
        _objects.Put("k", text);

        Assert.Equal(expected, Values(new ItemReader(false, Nothing) { InputType = "CSV", Delimiter = delimiter }, "k"));
    }

    [Fact]
    public void Json_lines_are_items_and_empty_ones_are_not()
    {
        _objects.Put("k", "{\"a\":1}\n\n[2]\r\n\"three\"");

        Assert.Equal("""[{"a":1},[2],"three"]""", Values(new ItemReader(false, Nothing) { InputType = "JSONL" }, "k"));
    }

    [Theory]
    [InlineData("/data/items", """[{"id":1},{"id":2}]""")]
    [InlineData("/data/of~1all/0", """[7]""")]
    [InlineData("/data/named", """["x","y"]""")]
    public void A_pointer_chooses_the_items(string pointer, string expected)
    {
        _objects.Put("k", """{"data":{"items":[{"id":1},{"id":2}],"of/all":[[7]],"named":{"a":"x","b":"y"}}}""");

        Assert.Equal(expected, Values(new ItemReader(false, Nothing) { InputType = "JSON", ItemsPointer = pointer }, "k"));
    }

    [Fact]
    public void The_members_of_a_chosen_object_keep_their_names()
    {
        _objects.Put("k", """{"named":{"a":"x"}}""");

        var item = Assert.Single(Load(new ItemReader(false, Nothing) { InputType = "JSON", ItemsPointer = "/named" }, "k"));

        Assert.Equal(("a", "s3://b/k", """{"Key":"a","Value":"x"}"""), (item.Key, item.Source, item.Input.ToJson()));
    }

    [Fact]
    public void A_listing_gives_the_objects_metadata()
    {
        _objects.Put("in/one", "1");
        _objects.Put("in/two", "22");
        _objects.Put("out/three", "333");

        var items = Load(new ItemReader(true, Nothing), "", prefix: "in/");

        Assert.Equal("""{"Etag":"\"tag\"","Key":"in/two","LastModified":0,"Size":2,"StorageClass":"STANDARD"}""", items[1].Value.ToJson());
        Assert.Equal((2, "s3://b"), (items.Count, items[0].Source));
    }

    [Fact]
    public void A_flattened_listing_gives_what_is_in_the_objects()
    {
        _objects.Put("in/one", "[1,2]");
        _objects.Put("in/two", "[3]");

        var items = Load(new ItemReader(true, Nothing) { InputType = "JSON", IsFlattening = true }, "", prefix: "in/");

        Assert.Equal([("1", "s3://b/in/one"), ("2", "s3://b/in/one"), ("3", "s3://b/in/two")], items.Select(item => (item.Value.ToJson(), item.Source)));
    }

    [Fact]
    public void An_inventory_gives_the_rows_of_its_packed_files()
    {
        _objects.Put("inventory/manifest.json", """
            {"sourceBucket": "src", "destinationBucket": "arn:aws:s3:::b", "fileFormat": "CSV", "fileSchema": "Bucket, Key, Size",
             "files": [{"key": "inventory/data/1.csv.gz", "size": 1}, {"key": "inventory/data/2.csv", "size": 1}]}
            """);
        _objects.Put("inventory/data/1.csv.gz", Packed("\"src\",\"a.txt\",\"12\"\n"));
        _objects.Put("inventory/data/2.csv", "\"src\",\"b.txt\",\"7\"\n");

        Assert.Equal(
            """[{"Bucket":"src","Key":"a.txt","Size":"12"},{"Bucket":"src","Key":"b.txt","Size":"7"}]""",
            Values(new ItemReader(false, Nothing) { InputType = "MANIFEST", Manifest = "S3_INVENTORY" }, "inventory/manifest.json"));
    }

    [Fact]
    public void An_athena_manifest_gives_the_items_of_the_objects_it_names()
    {
        _objects.Put("q-manifest.csv", "s3://b/data/1\ns3://b/data/2\n");
        _objects.Put("data/1", "{\"n\":1}\n");
        _objects.Put("data/2", "{\"n\":2}\n");

        Assert.Equal("""[{"n":1},{"n":2}]""", Values(new ItemReader(false, Nothing) { InputType = "JSONL", Manifest = "ATHENA_DATA" }, "q-manifest.csv"));
    }

    [Theory]
    [InlineData("missing", "JSON", "The specified key does not exist. (Service: Amazon S3; Status Code: 404; Error Code: NoSuchKey")]
    [InlineData("bad", "JSON", "Unable to parse JSON of s3://b/bad")]
    [InlineData("bad", "PARQUET", "does not read PARQUET")]
    [InlineData("broken", "CSV", "Unable to decompress s3://b/broken")]
    [InlineData("zstd", "CSV", "does not unpack Zstandard")]
    public void What_cannot_be_read_fails_the_reader(string key, string type, string cause)
    {
        _objects.Put("bad", "[1,");
        _objects.Put("broken", [0x1F, 0x8B, 1, 2, 3]);
        _objects.Put("zstd", [0x28, 0xB5, 0x2F, 0xFD]);

        var failure = Assert.Throws<StateFailure>(() => Load(new ItemReader(false, Nothing) { InputType = type }, key));

        Assert.Equal("States.ItemReaderFailed", failure.Error);
        Assert.Contains(cause, failure.Cause, StringComparison.Ordinal);
    }

    private static readonly FieldTemplate Nothing = new LiteralTemplate("Arguments", new ObjectValue());

    private IReadOnlyList<MapItem> Load(ItemReader reader, string key, string prefix = "") => new ItemLoader(_objects).Load(new ItemRequest(reader, "b", key, prefix, null, null));

    private string Values(ItemReader reader, string key) => new ArrayValue([.. Load(reader, key).Select(item => item.Value)]).ToJson();

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionMode.Compress)) packing.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
