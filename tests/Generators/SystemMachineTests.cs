using Aot.Generators.Tests.Cases;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;
using Aot.Local.Tests.Asl;

namespace Aot.Generators.Tests;

/// <summary>The committed machines of the three systems: what they cost. Every transition is billed, so none may come back.</summary>
public sealed class SystemMachineTests
{
    private static readonly Value _nothing = Value.Parse("{}");

    [Fact]
    public void A_worker_with_three_messages_takes_35_transitions()
    {
        var polls = 0;
        using var machine = new Machine(call => call.StateName switch
        {
            "batch" => ++polls switch
            {
                1 => Value.Parse("""{"Messages":[{"MessageId":"1","Body":"ok","ReceiptHandle":"r1"},{"MessageId":"2","Body":"bad","ReceiptHandle":"r2"}]}"""),
                2 => Value.Parse("""{"Messages":[{"MessageId":"3","Body":"ok","ReceiptHandle":"r3"}]}"""),
                _ => _nothing,
            },
            "process" when call.Arguments.ToJson().Contains("bad", StringComparison.Ordinal) =>
                throw new TaskFailedException("JobRejectedException", """{"errorMessage":"cannot parse 2","errorType":"JobRejectedException"}"""),
            _ => _nothing,
        });

        var execution = machine.Run(Definition("SqsPoller", "SqsWorker"), """{"workerId":"w1","maxIdlePolls":3}""");

        Ends("""{"workerId":"w1","done":2,"rejected":1}""", calls: 17, transitions: 35, execution, machine);
    }

    [Fact]
    public void A_scaler_that_starts_two_workers_takes_8_transitions()
    {
        using var machine = new Machine(call => call.StateName switch
        {
            "attributes" => Value.Parse("""{"Attributes":{"ApproximateNumberOfMessages":"120"}}"""),
            "live" => Value.Parse("""{"Count":1,"ScannedCount":1}"""),
            _ => _nothing,
        });

        var execution = machine.Run(Definition("SqsPoller", "SqsAutoScaler"), """{"maxWorkers":20,"jobsPerWorker":50}""");

        Ends("""{"backlog":120,"live":1,"started":2}""", calls: 4, transitions: 8, execution, machine);
    }

    [Theory]
    [InlineData("[]", 0, 2, 3, "Lambda")]
    [InlineData("""["docker"]""", 1, 3, 8, "Ec2")]
    [InlineData("""["docker"]""", 3, 3, 14, null)]
    public void A_dispatch_takes_no_more_transitions_than_by_hand(string tags, int failures, int calls, int transitions, string? kind)
    {
        using var machine = new Machine(call => call.StateName switch
        {
            "result" => Value.Parse("""{"Payload":{"requestId":"req-1","exitCode":0,"log":"built"}}"""),
            "run" when failures-- > 0 => throw new TaskFailedException("Ec2.Ec2Exception", "InsufficientInstanceCapacity"),
            "run" => Value.Parse("""{"Instances":[{"InstanceId":"i-1"}]}"""),
            _ => Value.Parse("""{"Payload":null}"""),
        });

        var execution = machine.Run(
            Definition("GitLabRunner", "RunnerDispatch"),
            $$"""{"id":8,"name":"build","project":"p","repository":"r","ref":"main","sha":"0","tags":{{tags}}}""");

        Assert.Equal((kind is null ? ExecutionStatus.Failed : ExecutionStatus.Succeeded, calls, transitions), (execution.Status, machine.Calls.Count, execution.Transitions));
        Assert.Equal(kind is null ? "NoCapacityException" : null, execution.Error);
        if (kind is not null)
            Assert.Contains($"\"kind\":\"{kind}\"", execution.Output!.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, 1, "\"Ok\"")]
    [InlineData(2, 5, 11, "\"Warning\"")]
    public void Readings_take_no_more_transitions_than_by_hand(int fresh, int calls, int transitions, string severity)
    {
        using var machine = new Machine(call => call.StateName == "results.enriched" ? Enriched(call) : _nothing);
        string At(double minutesAgo) => machine.Time.GetUtcNow().AddMinutes(-minutesAgo).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var readings = Enumerable.Range(0, fresh).Select(i => $$"""{"deviceId":"d","readingId":"{{i}}","probe":1,"celsius":{{20 + (75 * i)}},"at":"{{At(1)}}"}""")
            .Append($$"""{"deviceId":"d","readingId":"stale","probe":1,"celsius":120,"at":"{{At(11)}}"}""");

        var execution = machine.Run(Definition("IotThermometer", "IotPipeline"), $"[{string.Join(',', readings)}]", WorkflowType.Express);

        Ends(severity, calls, transitions, execution, machine);
    }

    private static Value Enriched(TaskCall call)
    {
        var reading = System.Text.Json.Nodes.JsonNode.Parse(call.Arguments.ToJson())!["Payload"]!.DeepClone().AsObject();
        (reading["site"], reading["limit"], reading["severity"]) = ("site-1", 80, "Ok");
        return Value.Parse(new System.Text.Json.Nodes.JsonObject { ["Payload"] = reading }.ToJsonString());
    }

    private static string Definition(string system, string name)
    {
        var path = Path.Combine(CaseFolder.Root, "..", "..", "src", "StateMachines", system, $"{name}.asl.json");
        return System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(path), @"\$\{(\w+)\}", "$1");
    }

    private static void Ends(string output, int calls, long transitions, Execution execution, Machine machine)
    {
        Assert.True(execution.Status == ExecutionStatus.Succeeded, $"{execution.Error}: {execution.Cause}");
        Assert.Equal(output, execution.Output!.ToJson());
        Assert.Equal((calls, transitions), (machine.Calls.Count, execution.Transitions));
    }
}
