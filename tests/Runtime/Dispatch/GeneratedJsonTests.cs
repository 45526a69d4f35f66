using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aot.Runtime.Tests.RuntimeApi;
using CsCheck;

namespace Aot.Runtime.Tests.Dispatch;

/// <summary>The generated readers and writers against System.Text.Json.</summary>
public sealed class GeneratedJsonTests
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [InlineData("EchoSettable", typeof(Settable), """{"key":"k","any":null}""")]
    [InlineData("EchoSettable", typeof(Settable), """{"key":null,"count":1,"name":"n","other-name":"o","secret":"s","optional":"p","zero":5,"computed":9,"any":{"a":[1,null]}}""")]
    [InlineData("EchoDog", typeof(Dog), """{"species":"dog","name":"Rex"}""")]
    [InlineData("EchoDefaulted", typeof(Defaulted), "{}")]
    [InlineData("EchoDefaulted", typeof(Defaulted), """{"name":null,"limit":null,"doneness":"rare","count":2}""")]
    [InlineData("EchoNames", typeof(URLHolder), """{"urlValue":"u","id":"i","a":1,"class":2}""")]
    [InlineData("EchoPage", typeof(Page<Point>), """{"items":[{"x":1,"y":2}],"first":{"x":3}}""")]
    [InlineData("EchoTree", typeof(Tree), """{"name":"a","left":{"name":"b","left":null,"right":{"name":"c"}},"name":"twice"}""")]
    [InlineData("EchoTree", typeof(Tree), "null")]
    [InlineData("EchoCollections", typeof(Collections), """{"numbers":[],"names":["a",null],"points":null,"counts":{"a":1,"a":2},"corners":{"n":null,"w":{"y":1}},"grid":[[1],[]],"maybe":[null,1.5]}""")]
    [InlineData("EchoEverything", typeof(Everything), """{"doneness":2,"perhapsDone":"MEDIUM","text":"é\n\u2028😀\"\\","duration":"-1.02:03:04.5"}""")]
    public async Task Reading_and_writing_gives_what_System_Text_Json_gives(string handler, Type type, string json)
    {
        var expected = JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type, Options), type, Options);

        Assert.Equal([expected], await EchoAsync(handler, [json]));
    }

    [Fact]
    public async Task Any_value_of_every_scalar_comes_through_as_it_does_in_System_Text_Json()
    {
        var values = new List<Everything>();
        AnyEverything.Sample(values.Add, iter: 300, threads: 1);
        var json = values.Select(v => JsonSerializer.Serialize(v, Options)).ToList();

        Assert.Equal(json, await EchoAsync("EchoEverything", json));
    }

    private static Gen<Everything> AnyEverything => Gen.Select(
        Gen.Select(Gen.Bool, Gen.Byte, Gen.SByte, Gen.Short, Gen.UShort, Gen.Int, Gen.UInt, Gen.Long),
        Gen.Select(Gen.ULong, Gen.Float.Where(float.IsFinite), Gen.Double.Where(double.IsFinite), Gen.Decimal, Gen.Char['a', 'z'], Gen.String[Gen.Char[' ', '\uD7FF'], 0, 20].Null(), Gen.Guid),
        Gen.Select(Gen.DateTime, Gen.DateTimeOffset, Gen.DateOnly, Gen.TimeSpan, Gen.Byte.Array.Null(), Gen.Enum<Doneness>(), Gen.Int.Nullable()),
        Gen.Select(Gen.Enum<Doneness>().Nullable(), Gen.DateTimeOffset.Nullable()),
        (a, b, c, d) => new Everything(
            a.Item1, a.Item2, a.Item3, a.Item4, a.Item5, a.Item6, a.Item7, a.Item8,
            b.Item1, b.Item2, b.Item3, b.Item4, b.Item5, b.Item6, b.Item7,
            c.Item1, c.Item2, c.Item3, c.Item4, c.Item5, c.Item6, c.Item7, d.Item1, d.Item2));

    [Fact]
    public async Task Every_truncation_and_changed_byte_of_an_event_is_read_or_refused_and_the_loop_goes_on()
    {
        var json = Encoding.UTF8.GetBytes("""{"name":"aé\u00e9","left":{"name":null,"right":{"name":"\ud83d\ude00"}},"x":[1.5e3,true,null]}""");
        var events = Enumerable.Range(0, json.Length).Select(i => json[..i])
            .Concat(Enumerable.Range(0, json.Length).SelectMany(i => new byte[] { 0, 0x22, 0x7b, 0xff }.Select(b => (byte[])[.. json[..i], b, .. json[(i + 1)..]])))
            .Append(json)
            .ToList();

        var run = await RuntimeRun.StartAsync(
            Aot.Bootstrap.Dispatch.Select, events.Select(e => ScriptedApi.Event(e)), variables: new Dictionary<string, string> { ["_HANDLER"] = "EchoTree" });

        Assert.Equal(events.Count, run.Posts.Count);
        Assert.All(run.Posts, post => Assert.True(
            post.Path.EndsWith("/response", StringComparison.Ordinal) || post.Body.StartsWith("{\"errorType\":\"JsonException\"", StringComparison.Ordinal), post.Body));
    }

    private static async Task<IReadOnlyList<string>> EchoAsync(string handler, IReadOnlyList<string> json)
    {
        var run = await RuntimeRun.StartAsync(
            Aot.Bootstrap.Dispatch.Select, json.Select(j => ScriptedApi.Event(j)), variables: new Dictionary<string, string> { ["_HANDLER"] = handler });
        return [.. run.Posts.Select(p => p.Body)];
    }
}
