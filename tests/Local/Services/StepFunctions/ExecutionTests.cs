using Aot.Local.Json;

namespace Aot.Local.Tests.Services.StepFunctions;

public sealed class ExecutionTests : IDisposable
{
    private const string Wait = """{"QueryLanguage":"JSONata","StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"Next":"P"},"P":{"Type":"Pass","Output":{"done":true},"End":true}}}""";

    private readonly LocalStepFunctions _aws = new();

    [Fact]
    public void An_execution_is_described_while_it_runs_and_after()
    {
        var execution = _aws.Start(_aws.Create("M", Wait), "e", """{"a":1}""");

        var running = _aws.Describe(execution);
        var ended = _aws.RunToEnd(execution);

        Assert.Equal("arn:aws:states:us-east-1:000000000000:execution:M:e", execution);
        Assert.Equal(("RUNNING", """{"a":1}"""), (LocalStepFunctions.Text(running, "status"), LocalStepFunctions.Text(running, "input")));
        Assert.False(running.Has("stopDate"));
        Assert.Equal(("SUCCEEDED", """{"done":true}"""), (LocalStepFunctions.Text(ended, "status"), LocalStepFunctions.Text(ended, "output")));
        Assert.Equal(60, ((NumberValue)ended["stopDate"]!).Number - ((NumberValue)ended["startDate"]!).Number);
    }

    [Fact]
    public void Starting_the_same_while_it_runs_is_one_start()
    {
        var machine = _aws.Create("M", Wait);
        var first = _aws.Start(machine, "e", """{"a":1,"b":2}""");

        Assert.Equal(first, _aws.Start(machine, "e", """{"b":2, "a":1}"""));
        Assert.Equal("ExecutionAlreadyExists", Assert.Throws<Aot.Local.Services.ServiceException>(() => _aws.Start(machine, "e", "{}")).Code);

        _aws.RunToEnd(first);
        Assert.Equal("ExecutionAlreadyExists", Assert.Throws<Aot.Local.Services.ServiceException>(() => _aws.Start(machine, "e", """{"a":1,"b":2}""")).Code);
    }

    [Fact]
    public void A_history_is_paged_in_both_directions()
    {
        var execution = _aws.Start(_aws.Create("M", Wait), "e");
        _aws.RunToEnd(execution);

        List<string> forward = [];
        string? token = null;
        do
        {
            var request = new ObjectValue { ["executionArn"] = execution, ["maxResults"] = 2 };
            if (token is not null) request["nextToken"] = token;
            var page = _aws.Call("GetExecutionHistory", request.ToJson());
            forward.AddRange(((ArrayValue)page["events"]!).Select(happened => LocalStepFunctions.Text((ObjectValue)happened, "type")));
            token = (page["nextToken"] as StringValue)?.Text;
        }
        while (token is not null);
        var backward = ((ArrayValue)_aws.Call("GetExecutionHistory", $$"""{"executionArn":"{{execution}}","reverseOrder":true}""")["events"]!)
            .Select(happened => LocalStepFunctions.Text((ObjectValue)happened, "type"));

        Assert.Equal(["ExecutionStarted", "WaitStateEntered", "WaitStateExited", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"], forward);
        Assert.Equal(forward.AsEnumerable().Reverse(), backward);
    }

    [Fact]
    public void An_event_names_its_predecessor_and_carries_its_details()
    {
        var execution = _aws.Start(_aws.Create("M", Wait), "e");
        _aws.RunToEnd(execution);

        var events = (ArrayValue)_aws.Call("GetExecutionHistory", $$"""{"executionArn":"{{execution}}"}""")["events"]!;

        Assert.Equal([0, 0, 2, 3, 4, 5], events.Select(happened => (int)((NumberValue)((ObjectValue)happened)["previousEventId"]!).Number));
        Assert.Equal("""{"name":"P","output":"{\"done\":true}","outputDetails":{"truncated":false}}""", ((ObjectValue)events[4])["stateExitedEventDetails"]!.ToJson());
    }

    [Fact]
    public void A_stopped_execution_is_aborted()
    {
        var execution = _aws.Start(_aws.Create("M", Wait), "e");

        _aws.Call("StopExecution", $$"""{"executionArn":"{{execution}}","error":"Enough","cause":"of this"}""");

        var described = _aws.Describe(execution);
        Assert.Equal(("ABORTED", "Enough", "of this"), (LocalStepFunctions.Text(described, "status"), LocalStepFunctions.Text(described, "error"), LocalStepFunctions.Text(described, "cause")));
    }

    [Fact]
    public void Executions_are_listed_newest_first_and_by_status()
    {
        var machine = _aws.Create("M", Wait);
        _aws.RunToEnd(_aws.Start(machine, "first"));
        _aws.Start(machine, "second");

        Assert.Equal(["second", "first"], Names($$"""{"stateMachineArn":"{{machine}}"}"""));
        Assert.Equal(["second"], Names($$"""{"stateMachineArn":"{{machine}}","statusFilter":"RUNNING"}"""));
    }

    [Fact]
    public void An_express_machine_answers_at_once()
    {
        var machine = _aws.Create("M", """{"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Pass","Output":{"done":true},"End":true}}}""", "EXPRESS");

        var answer = _aws.Call("StartSyncExecution", $$"""{"stateMachineArn":"{{machine}}","input":"[1]"}""");

        Assert.Equal(("SUCCEEDED", """{"done":true}""", "[1]"), (LocalStepFunctions.Text(answer, "status"), LocalStepFunctions.Text(answer, "output"), LocalStepFunctions.Text(answer, "input")));
        var arn = LocalStepFunctions.Text(answer, "executionArn");
        Assert.StartsWith("arn:aws:states:us-east-1:000000000000:express:M:", arn, StringComparison.Ordinal);
        Assert.Equal("InvalidArn", _aws.Refused("DescribeExecution", $$"""{"executionArn":"{{arn}}"}""").Code);
        Assert.Equal("StateMachineTypeNotSupported", _aws.Refused("ListExecutions", $$"""{"stateMachineArn":"{{machine}}"}""").Code);
    }

    [Theory]
    [InlineData("StartExecution", """{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:Nobody"}""", "StateMachineDoesNotExist")]
    [InlineData("StartExecution", """{"stateMachineArn":"M"}""", "InvalidArn")]
    [InlineData("StartExecution", """{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:M","input":"{"}""", "InvalidExecutionInput")]
    [InlineData("StartExecution", """{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:M","name":"a/b"}""", "InvalidName")]
    [InlineData("StartSyncExecution", """{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:M"}""", "StateMachineTypeNotSupported")]
    [InlineData("DescribeExecution", """{"executionArn":"arn:aws:states:us-east-1:000000000000:execution:M:nobody"}""", "ExecutionDoesNotExist")]
    [InlineData("GetExecutionHistory", """{"executionArn":"arn:aws:states:us-east-1:000000000000:stateMachine:M"}""", "InvalidArn")]
    [InlineData("SendTaskSuccess", """{"taskToken":"nonsense","output":"1"}""", "InvalidToken")]
    [InlineData("SendTaskSuccess", """{"taskToken":"nonsense","output":"{"}""", "InvalidOutput")]
    [InlineData("ListExecutions", """{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:M","statusFilter":"LOST"}""", "ValidationException")]
    [InlineData("ListExecutions", """{"stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:M","maxResults":-1}""", "ValidationException")]
    public void A_bad_request_is_refused_by_name(string operation, string request, string code)
    {
        _aws.Create("M", Wait);

        Assert.Equal(code, _aws.Refused(operation, request).Code);
    }

    [Fact]
    public void An_input_over_256_KiB_is_refused()
    {
        var machine = _aws.Create("M", Wait);

        var refused = Assert.Throws<Aot.Local.Services.ServiceException>(() => _aws.Start(machine, "e", $"\"{new string('x', 262_143)}\""));

        Assert.Equal("ValidationException", refused.Code);
    }

    private IEnumerable<string> Names(string request) =>
        ((ArrayValue)_aws.Call("ListExecutions", request)["executions"]!).Select(execution => LocalStepFunctions.Text((ObjectValue)execution, "name"));

    public void Dispose() => _aws.Dispose();
}
