using Aot.Local.Asl.Running;
using Aot.Local.Json;
using Aot.Local.Services.StepFunctions;
using Aot.Local.Services;

namespace Aot.Local.Tests.Services.StepFunctions;

public sealed class RetentionTests : IDisposable
{
    private const string Wait = """{"QueryLanguage": "JSONata", "StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": "{% $states.input %}", "End": true}}}""";

    private const string Map = """
        {"QueryLanguage": "JSONata", "StartAt": "M", "States": {"M": {"Type": "Map", "Items": [1], "End": true, "ItemProcessor": {
          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}
        """;

    private readonly VirtualTime _time = new();
    private readonly StepFunctionsService _service;

    public RetentionTests() => _service = new StepFunctionsService(_ => null, new LocalAws(), _time, new Random(1), drain => drain(), keptExecutions: 3);

    [Fact]
    public void Of_finished_executions_those_that_ended_first_go()
    {
        Create("M", Wait);
        Start("M", "long", "60");
        Start("M", "a", "4");
        Start("M", "b", "3");
        Start("M", "c", "2");
        Start("M", "d", "1");
        _time.Advance(TimeSpan.FromSeconds(10));

        // d ended first; the one that runs stays, however old it is.
        Assert.Equal(["a", "b", "c", "long"], Names("M"));

        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(["a", "b", "long"], Names("M"));
    }

    [Fact]
    public void Map_runs_go_with_their_execution()
    {
        Create("D", Map);
        Create("M", Wait);
        Start("D", "map", "{}");
        var execution = "arn:aws:states:us-east-1:000000000000:execution:D:map";
        var run = ((StringValue)((ObjectValue)((ArrayValue)Call("ListMapRuns", new() { ["executionArn"] = execution })["mapRuns"]!)[0])["mapRunArn"]!).Text;
        for (var i = 0; i < 3; i++) Start("M", $"e{i}", "0");

        Assert.Equal("ExecutionDoesNotExist", Assert.Throws<ServiceException>(() => Call("DescribeExecution", new() { ["executionArn"] = execution })).Code);
        Assert.Equal("ResourceNotFound", Assert.Throws<ServiceException>(() => Call("DescribeMapRun", new() { ["mapRunArn"] = run })).Code);
    }

    public void Dispose() => _service.Dispose();

    private void Create(string name, string definition) => Call("CreateStateMachine", new() { ["name"] = name, ["definition"] = definition, ["roleArn"] = LocalStepFunctions.Role });

    private void Start(string machine, string name, string input) =>
        Call("StartExecution", new() { ["stateMachineArn"] = $"arn:aws:states:us-east-1:000000000000:stateMachine:{machine}", ["name"] = name, ["input"] = input });

    private IEnumerable<string> Names(string machine) =>
        ((ArrayValue)Call("ListExecutions", new() { ["stateMachineArn"] = $"arn:aws:states:us-east-1:000000000000:stateMachine:{machine}" })["executions"]!)
            .Select(listed => ((StringValue)((ObjectValue)listed)["name"]!).Text).Order(StringComparer.Ordinal);

    private ObjectValue Call(string operation, ObjectValue request) => (ObjectValue)_service.CallAsync(operation, request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
}
