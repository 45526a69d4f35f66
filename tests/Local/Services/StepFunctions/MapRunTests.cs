using Aot.Local.Json;

namespace Aot.Local.Tests.Services.StepFunctions;

public sealed class MapRunTests : IDisposable
{
    private const string Waiting = """
        {"QueryLanguage": "JSONata", "StartAt": "Map", "States": {"Map": {"Type": "Map", "End": true, "Label": "L", "MaxConcurrency": 1, "Items": [1, 2, 3],
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "W",
            "States": {"W": {"Type": "Wait", "Seconds": 60, "End": true} } } } } }
        """;

    private readonly LocalStepFunctions _aws = new();

    [Fact]
    public void A_map_run_is_listed_and_described_while_it_runs_and_after()
    {
        var execution = _aws.Start(_aws.Create("M", Waiting), "e");
        var run = RunOf(execution);

        var running = Describe(run);
        _aws.RunToEnd(execution);
        var ended = Describe(run);

        Assert.Matches("^arn:aws:states:us-east-1:000000000000:mapRun:M/L:[0-9a-f-]{36}$", run);
        Assert.Equal(("RUNNING", "SUCCEEDED"), (LocalStepFunctions.Text(running, "status"), LocalStepFunctions.Text(ended, "status")));
        Assert.Equal(
            """{"pending":2,"running":1,"succeeded":0,"failed":0,"timedOut":0,"aborted":0,"total":3,"resultsWritten":0,"failuresNotRedrivable":0,"pendingRedrive":0}""",
            running["itemCounts"]!.ToJson());
        Assert.Equal(3, ((NumberValue)((ObjectValue)ended["executionCounts"]!)["succeeded"]!).Number);
        Assert.Equal(180, ((NumberValue)ended["stopDate"]!).Number - ((NumberValue)ended["startDate"]!).Number);
    }

    [Fact]
    public void The_executions_of_a_run_are_listed_and_have_histories()
    {
        var execution = _aws.Start(_aws.Create("M", Waiting), "e");
        _aws.RunToEnd(execution);
        var run = RunOf(execution);

        var children = (ArrayValue)_aws.Call("ListExecutions", $$"""{"mapRunArn":"{{run}}"}""")["executions"]!;
        var child = (ObjectValue)children[0];
        var arn = LocalStepFunctions.Text(child, "executionArn");

        Assert.Equal((3, run), (children.Count, LocalStepFunctions.Text(_aws.Describe(arn), "mapRunArn")));
        Assert.Equal(("arn:aws:states:us-east-1:000000000000:stateMachine:M/L", 1), (LocalStepFunctions.Text(child, "stateMachineArn"), (int)((NumberValue)child["itemCount"]!).Number));
        Assert.Equal(4, ((ArrayValue)_aws.Call("GetExecutionHistory", $$"""{"executionArn":"{{arn}}"}""")["events"]!).Count);
    }

    [Fact]
    public void More_concurrency_takes_effect_at_once()
    {
        var execution = _aws.Start(_aws.Create("M", Waiting), "e");
        var run = RunOf(execution);

        _aws.Call("UpdateMapRun", $$"""{"mapRunArn":"{{run}}","maxConcurrency":0,"toleratedFailureCount":1,"toleratedFailurePercentage":0.5}""");

        var described = Describe(run);
        Assert.Equal(3, ((NumberValue)((ObjectValue)described["executionCounts"]!)["running"]!).Number);
        Assert.Equal((1, 0.5), (((NumberValue)described["toleratedFailureCount"]!).Number, ((NumberValue)described["toleratedFailurePercentage"]!).Number));
    }

    [Theory]
    [InlineData("DescribeMapRun", """{"mapRunArn":"arn:aws:states:us-east-1:000000000000:mapRun:M/L:none"}""", "ResourceNotFound")]
    [InlineData("DescribeMapRun", """{"mapRunArn":"arn:aws:states:us-east-1:000000000000:execution:M:e"}""", "InvalidArn")]
    [InlineData("ListMapRuns", """{"executionArn":"arn:aws:states:us-east-1:000000000000:execution:M:none"}""", "ExecutionDoesNotExist")]
    public void What_is_not_there_is_refused(string operation, string request, string code) => Assert.Equal(code, _aws.Refused(operation, request).Code);

    [Theory]
    [InlineData("maxConcurrency", "-1")]
    [InlineData("toleratedFailurePercentage", "100.5")]
    public void Limits_out_of_bounds_are_refused(string member, string value)
    {
        var run = RunOf(_aws.Start(_aws.Create("M", Waiting), "e"));

        Assert.Equal("ValidationException", _aws.Refused("UpdateMapRun", $$"""{"mapRunArn":"{{run}}","{{member}}":{{value}}}""").Code);
    }

    public void Dispose() => _aws.Dispose();

    private string RunOf(string execution) =>
        LocalStepFunctions.Text((ObjectValue)((ArrayValue)_aws.Call("ListMapRuns", $$"""{"executionArn":"{{execution}}"}""")["mapRuns"]!)[0], "mapRunArn");

    private ObjectValue Describe(string run) => _aws.Call("DescribeMapRun", $$"""{"mapRunArn":"{{run}}"}""");
}
