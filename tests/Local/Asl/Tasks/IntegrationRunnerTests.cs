using Aot.Local.Asl.Tasks;
using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Tests.Services.StepFunctions;

namespace Aot.Local.Tests.Asl.Tasks;

public sealed class IntegrationRunnerTests
{
    [Fact]
    public void A_function_gets_its_payload_and_its_answer_is_wrapped()
    {
        var lambda = new FakeService("lambda", (operation, request) =>
        {
            Assert.Equal(("Invoke", """{"FunctionName":"f","Payload":{"a":1}}"""), (operation, request.ToJson()));
            return new ObjectValue { ["StatusCode"] = 200, ["ExecutedVersion"] = "$LATEST", ["Payload"] = "done" };
        });

        var result = Output(lambda, "arn:aws:states:::lambda:invoke", """{"FunctionName":"f","Payload":{"a":1}}""");

        Assert.Equal(["ExecutedVersion", "Payload", "StatusCode", "SdkHttpMetadata", "SdkResponseMetadata"], result.Names.ToArray());
        Assert.Equal("done", LocalStepFunctions.Text(result, "Payload"));
    }

    [Fact]
    public void A_functions_error_keeps_its_name_and_its_payload_is_the_cause()
    {
        const string Payload = """{"errorType":"JobRejectedException","errorMessage":"no"}""";
        var lambda = new FakeService("lambda", (_, _) => new ObjectValue { ["StatusCode"] = 200, ["FunctionError"] = "Unhandled", ["Payload"] = Value.Parse(Payload) });

        Assert.Equal(("JobRejectedException", Payload), Failure(lambda, "arn:aws:states:::lambda:invoke", """{"FunctionName":"f"}"""));
    }

    [Theory]
    [InlineData("sqs", "arn:aws:states:::aws-sdk:sqs:receiveMessage", "QueueDoesNotExist", "Sqs.QueueDoesNotExistException")]
    [InlineData("sqs", "arn:aws:states:::sqs:sendMessage", "MissingParameter", "SQS.AmazonSQSException")]
    [InlineData("ec2", "arn:aws:states:::aws-sdk:ec2:runInstances", "InsufficientInstanceCapacity", "Ec2.Ec2Exception")]
    [InlineData("dynamodb", "arn:aws:states:::dynamodb:putItem", "ConditionalCheckFailedException", "DynamoDB.ConditionalCheckFailedException")]
    [InlineData("dynamodb", "arn:aws:states:::aws-sdk:dynamodb:putItem", "ConditionalCheckFailedException", "DynamoDb.ConditionalCheckFailedException")]
    [InlineData("dynamodb", "arn:aws:states:::aws-sdk:dynamodb:putItem", "ValidationException", "DynamoDb.DynamoDbException")]
    [InlineData("sns", "arn:aws:states:::sns:publish", "InvalidParameter", "SNS.InvalidParameterException")]
    [InlineData("lambda", "arn:aws:states:::lambda:invoke", "TooManyRequestsException", "Lambda.TooManyRequestsException")]
    public void A_refusal_is_spelled_as_the_integration_spells_it(string service, string resource, string code, string error) =>
        Assert.Equal(error, Failure(new FakeService(service, (_, _) => throw new ServiceException(code, "no")), resource, "{}").Error);

    [Fact]
    public void An_object_becomes_the_text_of_the_message()
    {
        string? body = null;
        var sqs = new FakeService("sqs", (_, request) =>
        {
            body = LocalStepFunctions.Text(request, "MessageBody");
            return new ObjectValue { ["MessageId"] = "m" };
        });

        Output(sqs, "arn:aws:states:::sqs:sendMessage", """{"QueueUrl":"q","MessageBody":{"a":[1]}}""");

        Assert.Equal("""{"a":[1]}""", body);
    }

    [Fact]
    public void An_object_becomes_the_text_of_an_executions_input()
    {
        using var aws = new LocalStepFunctions();
        var child = aws.Create("Child", """{"StartAt":"S","States":{"S":{"Type":"Succeed"}}}""");
        var parent = aws.Create("Parent", Task("arn:aws:states:::aws-sdk:sfn:startExecution", $$$"""{"StateMachineArn":"{{{child}}}","Input":{"a":[1]}}"""));

        var ended = aws.RunToEnd(aws.Start(parent, "e"));

        Assert.Equal("SUCCEEDED", LocalStepFunctions.Text(ended, "status"));
        var started = LocalStepFunctions.Text((ObjectValue)Value.Parse(LocalStepFunctions.Text(ended, "output")), "ExecutionArn");
        Assert.Equal("""{"a":[1]}""", LocalStepFunctions.Text(aws.RunToEnd(started), "input"));
    }

    [Fact]
    public void Bare_texts_are_attributes_of_the_optimized_integration()
    {
        string? item = null;
        var dynamo = new FakeService("dynamodb", (_, request) =>
        {
            item = request["Item"]!.ToJson();
            return [];
        });

        Output(dynamo, "arn:aws:states:::dynamodb:putItem", """{"TableName":"t","Item":{"id":"i","late":{"BOOL":"false"},"all":{"L":["a",{"N":"1"}]},"deep":{"M":{"x":"y"}}}}""");

        Assert.Equal("""{"id":{"S":"i"},"late":{"BOOL":false},"all":{"L":[{"S":"a"},{"N":"1"}]},"deep":{"M":{"x":{"S":"y"}}}}""", item);
    }

    [Fact]
    public void A_refused_event_fails_the_task_with_the_answer_as_cause()
    {
        const string Answer = """{"FailedEntryCount":1,"Entries":[{"ErrorCode":"MalformedDetail","ErrorMessage":"Detail is malformed."}]}""";
        var events = new FakeService("eventbridge", (_, _) => (ObjectValue)Value.Parse(Answer));

        Assert.Equal(("EventBridge.FailedEntry", Answer), Failure(events, "arn:aws:states:::events:putEvents", """{"Entries":[{"Detail":{"a":1}}]}"""));
    }

    [Fact]
    public void The_SDK_integration_spells_attribute_values_its_own_way()
    {
        string? seen = null;
        var dynamo = new FakeService("dynamodb", (_, request) =>
        {
            seen = request["Key"]!.ToJson();
            return new ObjectValue { ["Item"] = Value.Parse("""{"ok":{"BOOL":true},"tags":{"L":[{"NULL":true},{"M":{"n":{"NS":["1"]}}}]}}""") };
        });

        var result = Output(dynamo, "arn:aws:states:::aws-sdk:dynamodb:getItem", """{"TableName":"t","Key":{"id":{"Bool":true}}}""");

        Assert.Equal("""{"id":{"BOOL":true}}""", seen);
        Assert.Equal("""{"ok":{"Bool":true},"tags":{"L":[{"Nul":true},{"M":{"n":{"Ns":["1"]}}}]}}""", result["Item"]!.ToJson());
    }

    [Theory]
    [InlineData(".sync", "\"{\\\"answer\\\":42}\"")]
    [InlineData(".sync:2", "{\"answer\":42}")]
    public void A_nested_execution_is_waited_for(string pattern, string output)
    {
        using var aws = new LocalStepFunctions();
        var child = aws.Create("Child", """{"QueryLanguage":"JSONata","StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"Output":{"answer":42},"End":true}}}""");
        var parent = aws.Create("Parent", Task("arn:aws:states:::states:startExecution" + pattern, new ObjectValue { ["StateMachineArn"] = child, ["Name"] = "c", ["Input"] = new ObjectValue() }.ToJson()));

        var ended = aws.RunToEnd(aws.Start(parent, "p"));

        Assert.Equal("SUCCEEDED", LocalStepFunctions.Text(ended, "status"));
        var result = (ObjectValue)Value.Parse(LocalStepFunctions.Text(ended, "output"));
        Assert.Equal(output, result["Output"]!.ToJson());
        Assert.Equal("SUCCEEDED", LocalStepFunctions.Text(result, "Status"));
    }

    [Fact]
    public void A_service_that_is_not_there_is_named()
    {
        using var aws = new LocalStepFunctions();
        var machine = aws.Create("M", Task("arn:aws:states:::aws-sdk:glue:startCrawler", "{}"));

        var ended = aws.RunToEnd(aws.Start(machine, "e"));

        Assert.Contains("no local service 'glue'", LocalStepFunctions.Text(ended, "cause"), StringComparison.Ordinal);
    }

    private static ObjectValue Output(FakeService service, string resource, string arguments)
    {
        using var aws = new LocalStepFunctions(service);
        var ended = aws.RunToEnd(aws.Start(aws.Create("M", Task(resource, arguments)), "e"));
        Assert.Equal("SUCCEEDED", LocalStepFunctions.Text(ended, "status"));
        return (ObjectValue)Value.Parse(LocalStepFunctions.Text(ended, "output"));
    }

    private static (string Error, string Cause) Failure(FakeService service, string resource, string arguments)
    {
        using var aws = new LocalStepFunctions(service);
        var ended = aws.RunToEnd(aws.Start(aws.Create("M", Task(resource, arguments)), "e"));
        return (LocalStepFunctions.Text(ended, "error"), LocalStepFunctions.Text(ended, "cause"));
    }

    private static string Task(string resource, string arguments) =>
        $$"""{"QueryLanguage":"JSONata","StartAt":"T","States":{"T":{"Type":"Task","Resource":"{{resource}}","Arguments":{{arguments}},"End":true} } }""";

    private sealed class FakeService(string name, Func<string, ObjectValue, ObjectValue> answer) : IAwsService
    {
        public string Name => name;

        public WireFormat Wire { get; } = new(WireProtocol.Json10, name);

        public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken) =>
            ValueTask.FromResult<Value>(answer(operation, (ObjectValue)request));
    }
}
