using Aot.Local.Json;
using Aot.Local.Services;

namespace Aot.Local.Tests.Services.StepFunctions;

/// <summary>What the recordings of TestState do not show.</summary>
public sealed class TestStateTests : IDisposable
{
    private readonly LocalStepFunctions _aws = new(new EchoLambda());

    [Fact]
    public void A_task_without_a_mock_is_done()
    {
        var answer = Test("""{"Type":"Task","QueryLanguage":"JSONata","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":"{% $states.input %}"},"Assign":{"x":1},"Output":"{% $states.result.Payload %}","Next":"N"}""", "[7]");

        Assert.Equal(("SUCCEEDED", "[7]", "N"), (LocalStepFunctions.Text(answer, "status"), LocalStepFunctions.Text(answer, "output"), LocalStepFunctions.Text(answer, "nextState")));
        var inspection = (ObjectValue)answer["inspectionData"]!;
        Assert.Equal("""{"FunctionName":"f","Payload":[7]}""", LocalStepFunctions.Text(inspection, "afterArguments"));
        Assert.Equal("""{"x":1}""", LocalStepFunctions.Text(inspection, "variables"));
    }

    [Fact]
    public void A_failed_task_is_retriable_or_caught()
    {
        const string Failing = """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"broken"},"Retry":[{"ErrorEquals":["Broken"],"MaxAttempts":0}],"Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Next":"C"}],"End":true}""";

        var answer = Test(Failing, """{"a":1}""");

        Assert.Equal(("CAUGHT_ERROR", "Broken", "C"), (LocalStepFunctions.Text(answer, "status"), LocalStepFunctions.Text(answer, "error"), LocalStepFunctions.Text(answer, "nextState")));
        Assert.Equal("Broken", LocalStepFunctions.Text((ObjectValue)((ObjectValue)Value.Parse(LocalStepFunctions.Text(answer, "output")))["error"]!, "Error"));
    }

    [Fact]
    public async Task A_wait_waits_on_the_clock()
    {
        var request = new ObjectValue { ["definition"] = """{"Type":"Wait","Seconds":60,"End":true}""" };
        var test = _aws.Service.CallAsync("TestState", request, CancellationToken.None);
        Assert.False(test.IsCompleted);

        _aws.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("SUCCEEDED", LocalStepFunctions.Text((ObjectValue)await test, "status"));
    }

    [Fact]
    public async Task After_five_minutes_a_test_times_out()
    {
        var request = new ObjectValue { ["definition"] = """{"Type":"Wait","Seconds":301,"End":true}""" };
        var test = _aws.Service.CallAsync("TestState", request, CancellationToken.None);

        _aws.Time.Advance(TimeSpan.FromSeconds(300));

        Assert.Equal(("FAILED", "States.Timeout"), (LocalStepFunctions.Text((ObjectValue)await test, "status"), LocalStepFunctions.Text((ObjectValue)await test, "error")));
    }

    [Fact]
    public void A_map_shows_what_its_iterations_would_get()
    {
        const string Map = """
            {"Type":"Map","QueryLanguage":"JSONata","ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON","ItemsPointer":"/rows"},"Arguments":{"Bucket":"b","Key":"k"}},
             "ItemSelector":{"n":"{% $states.context.Map.Item.Value * 10 %}","i":"{% $states.context.Map.Item.Index %}"},"ItemBatcher":{"MaxItemsPerBatch":2,"BatchInput":{"x":1}},
             "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},"End":true}
            """;

        var inspection = (ObjectValue)Test(Map, "{}", mock: """{"result":"[]"}""", configuration: """{"mapItemReaderData":"{\"rows\":[1,2,3]}"}""")["inspectionData"]!;

        Assert.Equal("[1,2,3]", LocalStepFunctions.Text(inspection, "afterItemsPointer"));
        Assert.Equal("""[{"n":10,"i":0},{"n":20,"i":1},{"n":30,"i":2}]""", LocalStepFunctions.Text(inspection, "afterItemSelector"));
        Assert.Equal(
            """[{"BatchInput":{"x":1},"Items":[{"n":10,"i":0},{"n":20,"i":1}]},{"BatchInput":{"x":1},"Items":[{"n":30,"i":2}]}]""",
            LocalStepFunctions.Text(inspection, "afterItemBatcher"));
    }

    [Theory]
    [InlineData("""{"Type":"Pass"}""", "InvalidDefinition")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:us-east-1:000000000000:activity:A","End":true}""", "InvalidDefinition")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Parameters":{},"End":true}""", "InvalidDefinition")]
    public void What_cannot_be_tested_is_refused(string definition, string code) =>
        Assert.Equal(code, Assert.Throws<ServiceException>(() => Test(definition, "{}")).Code);

    [Theory]
    [InlineData("""{"Item":{"a":{"S":1}}}""", "Field 'S' must be a string")]
    [InlineData("""{"Item":{"a":{"M":{"b":{"L":[{"BOOL":"yes"}]}}}}}""", "Field 'BOOL' must be a boolean")]
    [InlineData("""{"ConsumedCapacity":[]}""", "Field 'ConsumedCapacity' must be an object")]
    [InlineData("[]", "Result must be an object")]
    public void A_mock_that_the_service_could_not_give_is_refused(string result, string problem)
    {
        var mock = new ObjectValue { ["result"] = result };

        var refused = Assert.Throws<ServiceException>(() => Test("""{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem","Parameters":{},"End":true}""", "{}", mock.ToJson()));

        Assert.Equal("Mock result schema validation error: " + problem, refused.Message);
    }

    public void Dispose() => _aws.Dispose();

    private ObjectValue Test(string definition, string input, string? mock = null, string? configuration = null)
    {
        var request = new ObjectValue { ["definition"] = definition, ["input"] = input, ["inspectionLevel"] = "DEBUG" };
        if (mock is not null) request["mock"] = Value.Parse(mock);
        if (configuration is not null) request["stateConfiguration"] = Value.Parse(configuration);
        return _aws.Call("TestState", request.ToJson());
    }

    /// <summary>Answers with the payload; the function "broken" fails.</summary>
    private sealed class EchoLambda : IAwsService
    {
        public string Name => "lambda";

        public WireFormat Wire { get; } = new(WireProtocol.RestJson, "lambda");

        public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken)
        {
            var call = (ObjectValue)request;
            return ValueTask.FromResult<Value>(call["FunctionName"] is StringValue { Text: "broken" }
                ? new ObjectValue { ["StatusCode"] = 200, ["FunctionError"] = "Unhandled", ["Payload"] = new ObjectValue { ["errorType"] = "Broken", ["errorMessage"] = "x" } }
                : new ObjectValue { ["StatusCode"] = 200, ["Payload"] = call["Payload"] ?? NullValue.Instance });
        }
    }
}
