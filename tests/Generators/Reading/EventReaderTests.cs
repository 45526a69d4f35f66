using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Reading;
using Aot.Generators.Tests.Sam;

namespace Aot.Generators.Tests.Reading;

public sealed class EventReaderTests
{
    private const string Q = "\"\"\"";

    [Fact]
    public void Every_kind_of_event_is_read_in_source_order()
    {
        var (facts, diagnostics) = Read(
            """
            [ScheduleV2("cron(0 8 * * ? *)", TimeZone = "Europe/Rome", FlexibleWindowMinutes = 15, StartDate = "2027-01-01T00:00:00Z", Group = "Nightly", Input = "{}", Enabled = false)]
            [EventBridgeRule<Order>(Source = ["shop"], DetailType = ["Placed", "Changed"], Detail = "{\"total\":[{\"numeric\":[\">\",100]}],\"buyer\":{\"country\":[\"IT\"]}}", Bus = "Orders")]
            [Api("post", "/orders", RestApi = "Shop")]
            [Schedule("rate(1 day)")]
            """);

        Assert.Empty(diagnostics);
        Assert.Equal(
            [
                new ScheduleV2Event("cron(0 8 * * ? *)", "Europe/Rome", 15, "2027-01-01T00:00:00Z", null, "Nightly", "{}", Enabled: false),
                new EventBridgeRuleEvent(
                    """{"source":["shop"],"detail-type":["Placed","Changed"],"detail":{"total":[{"numeric":[">",100]}],"buyer":{"country":["IT"]}}}""",
                    "Orders", "$.detail", null, null),
                new ApiEvent("POST", "/orders", "Shop"),
                new ScheduleEvent("rate(1 day)", null, Enabled: true),
            ],
            facts.Events);
    }

    [Fact]
    public void Logging_tracing_and_tags_are_read()
    {
        var (facts, diagnostics) = Read("""[Tag("team", "shop"), Tag("cost-center", "7")]""", "LogLevel = WorkflowLogLevel.All, LogExecutionData = true, Tracing = false");

        Assert.Empty(diagnostics);
        Assert.Equal(new MachineOptions("ALL", LogsExecutionData: true, IsTraced: false, [new Tag("team", "shop"), new Tag("cost-center", "7")]), facts.Options);
    }

    [Theory]
    [InlineData("[ScheduleV2(\"at(tomorrow)\")]", "is no schedule")]
    [InlineData("[ScheduleV2(\"rate(1 day)\", FlexibleWindowMinutes = 2000)]", "are no flexible window")]
    [InlineData("[ScheduleV2(\"rate(1 day)\", EndDate = \"soon\")]", "is no time")]
    [InlineData("[ScheduleV2(\"rate(1 day)\", TimeZone = \"CEST\")]", "is no IANA time zone")]
    [InlineData("[ScheduleV2(\"rate(1 day)\", Input = \"{\")]", "Input is no JSON")]
    [InlineData("[Api(\"FETCH\", \"/x\")]", "is no HTTP method")]
    [InlineData("[Api(\"GET\", \"x\")]", "does not begin with '/'")]
    [InlineData("[EventBridgeRule<Order>]", "matches every event")]
    [InlineData("[EventBridgeRule<Buyer>(Source = [\"shop\"])]", "RunAsync takes Order")]
    [InlineData($"[EventBridgeRule<Order>(Detail = {Q}{{\"sum\":[1]}}{Q})]", "has no member with the JSON name 'sum'; it has 'total', 'buyer'")]
    [InlineData($"[EventBridgeRule<Order>(Detail = {Q}{{\"buyer\":{{\"city\":[\"Rome\"]}}}}{Q})]", "Buyer has no member with the JSON name 'city'")]
    [InlineData($"[EventBridgeRule<Order>(Detail = {Q}{{\"$or\":[{{\"nothing\":[1]}}]}}{Q})]", "'nothing'")]
    [InlineData($"[EventBridgeRule<Order>(Detail = {Q}{{\"total\":1}}{Q})]", "is no array")]
    [InlineData("[Tag(\"aws:mine\", \"x\")]", "the tag 'aws:mine'")]
    public void What_the_service_would_refuse_is_reported(string attribute, string problem)
    {
        var diagnostic = Assert.Single(Read(attribute).Diagnostics);

        Assert.Equal("WF7007", diagnostic.Descriptor.Id);
        Assert.Contains(problem, diagnostic.Arguments[0], StringComparison.Ordinal);
    }

    private static (WorkflowFacts Facts, EquatableArray<DiagnosticData> Diagnostics) Read(string attributes, string options = "")
    {
        var source = $$"""
            using Aot.Authoring;
            public sealed record Buyer(string Country);
            public sealed record Order(int Total, Buyer Buyer);
            {{attributes}}
            [StateMachine({{options}})]
            public sealed partial class Flow { public async Task RunAsync(Order order) { await Task.Yield(); } }
            """;
        var sink = new DiagnosticSink();
        var (facts, _) = new WorkflowClassReader(SamCompilation.Of("Flows", source).GetTypeByMetadataName("Flow")!, sink).Read();
        return (facts, sink.Diagnostics);
    }
}
