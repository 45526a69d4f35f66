using Aot.Generators.Diagnostics;
using Aot.Generators.Reading;
using Aot.Generators.Tests.Sam;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Tests.Reading;

public sealed class EventCheckTests
{
    private const string Q = "\"\"\"";

    [Theory]
    [InlineData("[Schedule(\"rate(1 minute)\")]")]
    [InlineData("[Schedule(\"rate(15 hours)\", Input = \"1\")]")]
    [InlineData("[Schedule(\"cron(0 8 * * ? *)\")]")]
    [InlineData($"[EventBridgeRule({Q}{{\"source\":[\"a\"]}}{Q}, InputPath = \"$.detail\")]")]
    [InlineData($"[EventBridgeRule({Q}{{}}{Q}, InputPaths = {Q}{{\"id\":\"$.id\"}}{Q}, InputTemplate = \"<id> <aws.events.rule-arn>\")]")]
    [InlineData($"[EventBridgeRule({Q}{{}}{Q}, InputTemplate = \"1\")]")]
    public void What_EventBridge_takes_is_taken(string attribute)
    {
        Assert.Empty(Diagnose(attribute));
    }

    [Theory]
    [InlineData("[Schedule(\"rate(1 minutes)\")]", "\"rate(1 minutes)\"", "is no schedule")]
    [InlineData("[Schedule(\"rate(0 minutes)\")]", "\"rate(0 minutes)\"", "is no schedule")]
    [InlineData("[Schedule(\"cron(0 8 * * ?)\")]", "\"cron(0 8 * * ?)\"", "is no schedule")]
    [InlineData("[Schedule(\"rate(5 minutes)\", Input = \"{\")]", "\"{\"", "Input is no JSON: the text ends")]
    [InlineData("[EventBridgeRule(\"source: a\")]", "\"source: a\"", "Pattern is no JSON: 's' at character 1")]
    [InlineData("[EventBridgeRule(\"[]\")]", "\"[]\"", "Pattern is no JSON object")]
    [InlineData("[EventBridgeRule(\"{}\", InputPath = \"detail\")]", "\"detail\"", "is no path")]
    [InlineData("[EventBridgeRule(\"{}\", InputPath = \"$\", InputTemplate = \"1\")]", "\"$\"", "exclude each other")]
    [InlineData("[EventBridgeRule(\"{}\", InputPaths = \"{}\")]", "\"{}\"", "no effect without an InputTemplate")]
    [InlineData("[EventBridgeRule(\"{}\", InputTemplate = \"<id>\")]", "\"<id>\"", "'<id>' has no path")]
    [InlineData("[EventBridgeRule(\"{}\", InputPaths = \"no\", InputTemplate = \"<id>\")]", "\"no\"", "InputPaths is no JSON")]
    public void What_EventBridge_would_refuse_is_reported_at_the_argument(string attribute, string underlined, string problem)
    {
        var diagnostic = Assert.Single(Diagnose(attribute));

        Assert.Equal("WF7007", diagnostic.Descriptor.Id);
        Assert.Contains(problem, diagnostic.Arguments[0], StringComparison.Ordinal);
        Assert.Equal(underlined, Source(attribute).Substring(diagnostic.Span.Start, diagnostic.Span.Length));
    }

    private static string Source(string attribute)
        => $"using Aot.Authoring; {attribute} [StateMachine] public sealed partial class Flow {{ public async Task RunAsync() {{ await Task.Yield(); }} }}";

    private static EquatableArray<DiagnosticData> Diagnose(string attribute)
    {
        var sink = new DiagnosticSink();
        new WorkflowClassReader(SamCompilation.Of("Flows", Source(attribute)).GetTypeByMetadataName("Flow")!, sink).Read();
        return sink.Diagnostics;
    }
}
