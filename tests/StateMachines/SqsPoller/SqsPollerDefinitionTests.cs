using Aot.Local.Asl.Tasks;
using Aot.Local.Tests.Asl;
using static Aot.StateMachines.Tests.Emitted;

namespace Aot.StateMachines.Tests.SqsPoller;

public sealed class SqsPollerDefinitionTests
{
    [Fact]
    public void The_scaler_starts_two_workers_in_8_transitions()
    {
        using var machine = new Machine(call => call.Resource.Operation switch
        {
            "getQueueAttributes" => Json("""{"Attributes":{"ApproximateNumberOfMessages":"120"}}"""),
            "scan" => Json("""{"Count":1,"ScannedCount":1}"""),
            _ => Json("{}"),
        });

        var execution = machine.Run(Definition("SqsPoller/SqsAutoScaler"), """{"maxWorkers":20,"jobsPerWorker":50}""");

        Succeeds("""{"backlog":120,"live":1,"started":2}""", calls: 4, transitions: 8, execution, machine);
        var starts = machine.Calls.Where(call => call.Resource.Operation == "startExecution").Select(call => call.Arguments).ToArray();
        Assert.All(starts, start => Assert.Equal(Text(start, "Name"), Text(start, "Input", "workerId")));
        Assert.NotEqual(Text(starts[0], "Name"), Text(starts[1], "Name"));
    }

    [Fact]
    public void A_scaler_with_nothing_to_do_takes_4_transitions()
    {
        using var machine = new Machine(call => call.Resource.Operation == "scan"
            ? Json("""{"Count":0}""")
            : Json("""{"Attributes":{"ApproximateNumberOfMessages":"0"}}"""));

        var execution = machine.Run(Definition("SqsPoller/SqsAutoScaler"), """{"maxWorkers":20,"jobsPerWorker":50}""");

        Succeeds("""{"backlog":0,"live":0,"started":0}""", calls: 2, transitions: 4, execution, machine);
    }

    [Fact]
    public void The_worker_deletes_what_it_did_and_sets_aside_the_bad_one_in_35_transitions()
    {
        var polls = 0;
        using var machine = new Machine(call => call.Resource.Operation switch
        {
            "receiveMessage" => ++polls switch
            {
                1 => Json("""{"Messages":[{"MessageId":"1","Body":"ok","ReceiptHandle":"r1"},{"MessageId":"2","Body":"bad","ReceiptHandle":"r2"}]}"""),
                2 => Json("""{"Messages":[{"MessageId":"3","Body":"ok","ReceiptHandle":"r3"}]}"""),
                _ => Json("{}"),
            },
            "invoke" when Text(call.Arguments, "Payload", "body") == "bad" =>
                throw new TaskFailedException("JobRejectedException", """{"errorMessage":"cannot parse 2","errorType":"JobRejectedException"}"""),
            _ => Json("{}"),
        });

        var execution = machine.Run(Definition("SqsPoller/SqsWorker"), """{"workerId":"w1","maxIdlePolls":3}""");

        Succeeds("""{"workerId":"w1","done":2,"rejected":1}""", calls: 17, transitions: 35, execution, machine);
        var rejected = Assert.Single(machine.Calls, call => call.Resource.Operation == "sendMessage").Arguments;
        Assert.Equal("""{"messageId":"2","body":"bad","reason":"cannot parse 2"}""", Text(rejected, "MessageBody"));
        var deleted = machine.Calls.Where(call => call.Resource.Operation == "deleteMessage");
        Assert.Equal(["r1", "r2", "r3"], deleted.Select(call => Text(call.Arguments, "ReceiptHandle")));
    }

    [Fact]
    public void Work_that_fails_otherwise_ends_the_worker_without_deleting()
    {
        using var machine = new Machine(call => call.Resource.Operation switch
        {
            "receiveMessage" => Json("""{"Messages":[{"MessageId":"1","Body":"ok","ReceiptHandle":"r1"}]}"""),
            "invoke" => throw new TaskFailedException("InvalidOperationException", """{"errorMessage":"the database is down"}"""),
            _ => Json("{}"),
        });

        var execution = machine.Run(Definition("SqsPoller/SqsWorker"), """{"workerId":"w1","maxIdlePolls":3}""");

        Assert.Equal("InvalidOperationException", execution.Error);
        Assert.DoesNotContain(machine.Calls, call => call.Resource.Operation == "deleteMessage");
    }
}
