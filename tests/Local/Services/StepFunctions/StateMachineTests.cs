using Aot.Local.Json;

namespace Aot.Local.Tests.Services.StepFunctions;

public sealed class StateMachineTests : IDisposable
{
    private const string Pass = """{"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""";
    private const string Other = """{"QueryLanguage":"JSONata","StartAt":"Q","States":{"Q":{"Type":"Pass","End":true}}}""";

    private readonly LocalStepFunctions _aws = new();

    [Fact]
    public void A_created_machine_can_be_described_and_listed()
    {
        var arn = _aws.Create("M", Pass);

        Assert.Equal("arn:aws:states:us-east-1:000000000000:stateMachine:M", arn);
        var described = _aws.Call("DescribeStateMachine", $$"""{"stateMachineArn":"{{arn}}"}""");
        Assert.Equal((Pass, "ACTIVE", "STANDARD"), (LocalStepFunctions.Text(described, "definition"), LocalStepFunctions.Text(described, "status"), LocalStepFunctions.Text(described, "type")));
        Assert.Single((ArrayValue)_aws.Call("ListStateMachines", "{}")["stateMachines"]!);
    }

    [Fact]
    public void Creating_the_same_machine_twice_is_one_machine()
    {
        Assert.Equal(_aws.Create("M", Pass), _aws.Create("M", Pass));

        var refused = Assert.Throws<Aot.Local.Services.ServiceException>(() => _aws.Create("M", Other));
        Assert.Equal("StateMachineAlreadyExists", refused.Code);
    }

    [Fact]
    public void An_update_counts_for_executions_started_after_it()
    {
        var arn = _aws.Create("M", Pass);
        var before = _aws.Start(arn, "before");

        _aws.Call("UpdateStateMachine", new ObjectValue { ["stateMachineArn"] = arn, ["definition"] = Other }.ToJson());

        var after = _aws.Start(arn, "after");
        Assert.Equal(Pass, LocalStepFunctions.Text(_aws.Call("DescribeStateMachineForExecution", $$"""{"executionArn":"{{before}}"}"""), "definition"));
        Assert.Equal(Other, LocalStepFunctions.Text(_aws.Call("DescribeStateMachineForExecution", $$"""{"executionArn":"{{after}}"}"""), "definition"));
    }

    [Fact]
    public void Deleting_twice_succeeds()
    {
        var arn = _aws.Create("M", Pass);

        _aws.Call("DeleteStateMachine", $$"""{"stateMachineArn":"{{arn}}"}""");
        _aws.Call("DeleteStateMachine", $$"""{"stateMachineArn":"{{arn}}"}""");

        Assert.Equal("StateMachineDoesNotExist", _aws.Refused("DescribeStateMachine", $$"""{"stateMachineArn":"{{arn}}"}""").Code);
    }

    [Theory]
    [InlineData("""{"name":"a b","definition":"{}","roleArn":"arn:aws:iam::000000000000:role/r"}""", "InvalidName")]
    [InlineData("""{"name":"M","definition":"{}","roleArn":"nobody"}""", "InvalidArn")]
    [InlineData("""{"name":"M","definition":"{}","roleArn":"arn:aws:iam::000000000000:role/r"}""", "InvalidDefinition")]
    [InlineData("""{"name":"M","definition":"{","roleArn":"arn:aws:iam::000000000000:role/r"}""", "InvalidDefinition")]
    [InlineData("""{"name":"M"}""", "ValidationException")]
    public void A_bad_creation_is_refused_by_name(string request, string code) => Assert.Equal(code, _aws.Refused("CreateStateMachine", request).Code);

    [Fact]
    public void Validation_tells_warnings_when_asked()
    {
        var request = new ObjectValue
        {
            ["definition"] = """{"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Pass","Output":"{% $nobody %}","End":true}}}""",
            ["severity"] = "WARNING",
        };

        var answer = _aws.Call("ValidateStateMachineDefinition", request.ToJson());

        Assert.Equal("OK", LocalStepFunctions.Text(answer, "result"));
        var diagnostic = (ObjectValue)Assert.Single((ArrayValue)answer["diagnostics"]!);
        Assert.Equal(("WARNING", "/States/P/Output"), (LocalStepFunctions.Text(diagnostic, "severity"), LocalStepFunctions.Text(diagnostic, "location")));
    }

    [Fact]
    public void A_machine_tells_which_states_read_which_variables()
    {
        var arn = _aws.Create("M", """
            {"StartAt":"P","States":{
              "P":{"Type":"Pass","Assign":{"a":1,"b":2},"Next":"F"},
              "F":{"Type":"Parallel","Branches":[{"StartAt":"C","States":{
                "C":{"Type":"Choice","Choices":[{"Variable":"$b","NumericEqualsPath":"$a","Next":"S"}],"Default":"S"},"S":{"Type":"Succeed"}}}],"Next":"J"},
              "J":{"Type":"Pass","QueryLanguage":"JSONata","Output":"{% $b + $states.input.x %}","Next":"I"},
              "I":{"Type":"Pass","Parameters":{"x.$":"States.MathAdd($a, 1)","y":"$b"},"End":true}}}
            """);

        var described = _aws.Call("DescribeStateMachine", $$"""{"stateMachineArn":"{{arn}}"}""");

        Assert.Equal("""{"C":["a","b"],"J":["b"],"I":["a"]}""", described["variableReferences"]!.ToJson());
    }

    [Fact]
    public void Logging_and_tracing_are_kept_and_told()
    {
        var request = new ObjectValue { ["name"] = "M", ["definition"] = Pass, ["roleArn"] = LocalStepFunctions.Role };
        const string Destination = """{"cloudWatchLogsLogGroup":{"logGroupArn":"arn:aws:logs:us-east-1:000000000000:log-group:g:*"}}""";
        request["loggingConfiguration"] = Value.Parse($$"""{"level":"ALL","destinations":[{{Destination}}]}""");
        request["tracingConfiguration"] = Value.Parse("""{"enabled":true}""");
        var arn = LocalStepFunctions.Text(_aws.Call("CreateStateMachine", request.ToJson()), "stateMachineArn");

        var described = _aws.Call("DescribeStateMachine", $$"""{"stateMachineArn":"{{arn}}"}""");

        Assert.Equal($$"""{"level":"ALL","includeExecutionData":false,"destinations":[{{Destination}}]}""", described["loggingConfiguration"]!.ToJson());
        Assert.Equal("""{"enabled":true}""", described["tracingConfiguration"]!.ToJson());
        request["loggingConfiguration"] = Value.Parse("""{"level":"ALL"}""");
        var refused = _aws.Refused("CreateStateMachine", request.ToJson());
        Assert.Equal(("InvalidLoggingConfiguration", "Invalid Logging Configuration: Must specify exactly one Log Destination."), (refused.Code, refused.Message));
    }

    [Fact]
    public void An_operation_that_is_not_there_is_named() =>
        Assert.Contains("StartMachine", _aws.Refused("StartMachine", "{}").Message, StringComparison.Ordinal);

    public void Dispose() => _aws.Dispose();
}
