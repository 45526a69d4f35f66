using Aot.Local.Asl.Model;
using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl.Running;

/// <summary>Outputs, calls and transitions of the reference's table.</summary>
public sealed class ReferenceMachineTests
{
    [ReferenceFact]
    public void The_scaler_starts_the_missing_workers()
    {
        using var machine = new Machine(call => call.StateName switch
        {
            "attrs" => Json("""{"Attributes":{"ApproximateNumberOfMessages":"120"}}"""),
            "live" => Json("""{"Count":1,"ScannedCount":1}"""),
            _ => Json("{}"),
        });

        var execution = machine.Run(ReferenceMachines.Definition("SqsAutoScaler"), """{"maxWorkers":20,"jobsPerWorker":50}""");

        Same("""{"backlog":120,"live":1,"started":2}""", 4, 8, execution, machine);
    }

    [ReferenceFact]
    public void The_worker_deletes_what_it_did_and_moves_what_it_cannot_do()
    {
        var polls = 0;
        using var machine = new Machine(call => call.StateName switch
        {
            "batch" => ++polls switch
            {
                1 => Json("""{"Messages":[{"MessageId":"1","Body":"ok","ReceiptHandle":"r1"},{"MessageId":"2","Body":"bad","ReceiptHandle":"r2"}]}"""),
                2 => Json("""{"Messages":[{"MessageId":"3","Body":"ok","ReceiptHandle":"r3"}]}"""),
                _ => Json("{}"),
            },
            "process" when Text(call.Arguments, "Payload", "body") == "bad" =>
                throw new TaskFailedException("JobRejectedException", """{"errorMessage":"cannot parse 2","errorType":"JobRejectedException"}"""),
            _ => Json("{}"),
        });

        var execution = machine.Run(ReferenceMachines.Definition("SqsWorker"), """{"workerId":"w1","maxIdlePolls":3}""");

        Same("""{"workerId":"w1","done":2,"rejected":1}""", 17, 35, execution, machine);
        var rejected = Assert.Single(machine.Calls, call => call.StateName == "catch");
        Assert.Equal("""{"messageId":"2","reason":"cannot parse 2"}""", Text(rejected.Arguments, "MessageBody"));
        Assert.Equal(["r1", "r2", "r3"], machine.Calls.Where(call => call.StateName == "delete").Select(call => Text(call.Arguments, "ReceiptHandle")));
    }

    [ReferenceFact]
    public void A_light_job_runs_in_the_function()
    {
        using var machine = new Machine(call => call.StateName == "r" ? Json("""{"Payload":{"requestId":"req-1","exitCode":0}}""") : Json("""{"Payload":null}"""));

        var execution = machine.Run(ReferenceMachines.Definition("RunnerDispatch"), Job("[]"));

        Same("""{"jobId":8,"kind":"Lambda","runner":"req-1","attempts":1}""", 2, 3, execution, machine);
    }

    [ReferenceFact]
    public void A_heavy_job_gets_an_instance_at_the_second_attempt()
    {
        var attempts = 0;
        using var machine = new Machine(call => call.StateName switch
        {
            "run" => ++attempts == 1
                ? throw new TaskFailedException("Ec2.Ec2Exception", "InsufficientInstanceCapacity")
                : Json("""{"Instances":[{"InstanceId":"i-1"}]}"""),
            _ => Json("""{"Payload":null}"""),
        });

        var execution = machine.Run(ReferenceMachines.Definition("RunnerDispatch"), Job("""["docker"]"""));

        Same("""{"jobId":8,"kind":"Ec2","runner":"i-1","attempts":2}""", 3, 8, execution, machine);
        Assert.Equal(TimeSpan.FromSeconds(30), execution.StopTime - execution.StartTime);
    }

    [ReferenceFact]
    public void Without_capacity_the_dispatch_fails()
    {
        using var machine = new Machine(_ => throw new TaskFailedException("Ec2.Ec2Exception", "InsufficientInstanceCapacity"));

        var execution = machine.Run(ReferenceMachines.Definition("RunnerDispatch"), Job("""["docker"]"""));

        Assert.Equal((ExecutionStatus.Failed, "NoCapacityException", "no EC2 capacity for job 8"), (execution.Status, execution.Error, execution.Cause));
        Assert.Equal((3, 14), (machine.Calls.Count, execution.Transitions));
    }

    [ReferenceFact]
    public void The_hot_reading_of_three_raises_the_alarm()
    {
        using var machine = new Machine(call => call.StateName == "results.e"
            ? new ObjectValue
            {
                ["Payload"] = new ObjectValue((ObjectValue)((ObjectValue)call.Arguments)["Payload"]!) { ["site"] = "site-1", ["limit"] = 80, ["severity"] = "Ok" },
            }
            : Json("{}"));
        var (fresh, stale) = (Timestamps.ToText(machine.Time.GetUtcNow()), Timestamps.ToText(machine.Time.GetUtcNow().AddMinutes(-11)));

        var execution = machine.Run(
            ReferenceMachines.Definition("IotPipeline"),
            $$"""[{"deviceId":"a","celsius":20,"at":"{{fresh}}"},{"deviceId":"b","celsius":95.5,"at":"{{fresh}}"},{"deviceId":"c","celsius":120,"at":"{{stale}}"}]""",
            WorkflowType.Express);

        Same("\"Warning\"", 5, 11, execution, machine);
        var alarm = Assert.Single(machine.Calls, call => call.Resource.Service == "sns");
        Assert.Equal(("Warning at site-1", "b reads 95.5 (limit 80.0)"), (Text(alarm.Arguments, "Subject"), Text(alarm.Arguments, "Message")));
    }

    [ReferenceFact]
    public void No_readings_are_fine()
    {
        using var machine = new Machine();

        var execution = machine.Run(ReferenceMachines.Definition("IotPipeline"), "[]", WorkflowType.Express);

        Same("\"Ok\"", 0, 1, execution, machine);
    }

    private static string Job(string tags) => $$"""{"id":8,"project":"web","tags":{{tags}},"timeoutMinutes":10,"memoryMb":2048}""";

    private static Value Json(string json) => Value.Parse(json);

    private static string Text(Value value, params string[] path) => ((StringValue)path.Aggregate(value, (at, name) => ((ObjectValue)at)[name]!)).Text;

    private static void Same(string output, int calls, int transitions, Execution execution, Machine machine)
    {
        Assert.Equal((ExecutionStatus.Succeeded, null, null), (execution.Status, execution.Error, execution.Cause));
        Assert.Equal(Value.Parse(output), execution.Output);
        Assert.Equal((calls, transitions), (machine.Calls.Count, execution.Transitions));
    }
}
