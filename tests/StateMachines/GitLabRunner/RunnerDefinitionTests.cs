using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Tests.Asl;
using static Aot.StateMachines.Tests.Emitted;

namespace Aot.StateMachines.Tests.GitLabRunner;

public sealed class RunnerDefinitionTests
{
    [Fact]
    public void A_light_job_is_built_in_Lambda_in_3_transitions()
    {
        using var machine = new Machine(call => Text(call.Arguments, "FunctionName") == "RunInLambdaArn"
            ? Json("""{"Payload":{"requestId":"req-1","exitCode":0,"log":"done\n"}}""")
            : Json("""{"Payload":null}"""));

        var execution = machine.Run(Definition("GitLabRunner/RunnerDispatch"), Job("test"));

        Succeeds(
            """{"jobId":8,"kind":"Lambda","runner":"req-1","attempts":1,"exitCode":0,"log":"done\n"}""", calls: 2, transitions: 3, execution, machine);
    }

    [Fact]
    public void A_heavy_job_gets_an_instance_at_the_second_attempt_in_8_transitions()
    {
        var attempts = 0;
        using var machine = new Machine(call => call.Resource.Operation switch
        {
            "runInstances" => ++attempts == 1
                ? throw new TaskFailedException("Ec2.Ec2Exception", "InsufficientInstanceCapacity")
                : Json("""{"Instances":[{"InstanceId":"i-1"}]}"""),
            _ => Json("""{"Payload":null}"""),
        });

        var execution = machine.Run(Definition("GitLabRunner/RunnerDispatch"), Job("docker"));

        Succeeds(
            """{"jobId":8,"kind":"Ec2","runner":"i-1","attempts":2,"exitCode":null,"log":null}""", calls: 3, transitions: 8, execution, machine);
        Assert.Equal(TimeSpan.FromSeconds(30), execution.StopTime - execution.StartTime);
    }

    [Fact]
    public void Without_capacity_the_dispatch_fails_after_14_transitions()
    {
        using var machine = new Machine(_ => throw new TaskFailedException("Ec2.Ec2Exception", "InsufficientInstanceCapacity"));

        var execution = machine.Run(Definition("GitLabRunner/RunnerDispatch"), Job("docker"));

        Assert.Equal((ExecutionStatus.Failed, "NoCapacityException", "no EC2 capacity for job 8"), (execution.Status, execution.Error, execution.Cause));
        Assert.Equal((3, 14), (machine.Calls.Count, execution.Transitions));
    }

    [Fact]
    public void A_build_that_times_out_in_Lambda_moves_to_an_instance()
    {
        using var machine = new Machine(call => call.Resource.Operation switch
        {
            "runInstances" => Json("""{"Instances":[{"InstanceId":"i-2"}]}"""),
            _ when Text(call.Arguments, "FunctionName") == "RunInLambdaArn" => throw new TaskFailedException("Sandbox.Timedout", "900 s"),
            _ => Json("""{"Payload":null}"""),
        });

        var execution = machine.Run(Definition("GitLabRunner/RunnerDispatch"), Job("test"));

        Succeeds("""{"jobId":8,"kind":"Ec2","runner":"i-2","attempts":1,"exitCode":null,"log":null}""", calls: 3, transitions: 5, execution, machine);
    }

    [Fact]
    public void The_instances_of_a_finished_job_are_terminated()
    {
        using var machine = new Machine(call => call.Resource.Operation == "describeInstances"
            ? Json("""{"Reservations":[{"Instances":[{"InstanceId":"i-1"}]},{"Instances":[{"InstanceId":"i-2"},{"InstanceId":"i-3"}]}]}""")
            : Json("{}"));

        var execution = machine.Run(Definition("GitLabRunner/RunnerFinished"), """{"id":8}""");

        Succeeds("""{"jobId":8,"terminated":3}""", calls: 3, transitions: 7, execution, machine);
        Assert.Equal(
            [Json("""["i-1"]"""), Json("""["i-2","i-3"]""")],
            machine.Calls.Skip(1).Select(call => ((Aot.Local.Json.ObjectValue)call.Arguments)["InstanceIds"]));
    }

    // As the rule's input template makes it: memory and time are not known.
    private static string Job(string stage) => $$"""
        {"id":8,"name":"job","project":"group/web","repository":"https://example.com/web.git","ref":"main","sha":"0123456789","tags":["{{stage}}","job"]}
        """;
}
