using Aot.Local.Json;

namespace Aot.Local.Tests.Services.StepFunctions;

public sealed class RedriveTests : IDisposable
{
    private const string Arn = "arn:aws:states:us-east-1:000000000000:activity:A";

    private readonly LocalStepFunctions _aws = new();

    public RedriveTests() => _aws.Call("CreateActivity", """{"name":"A"}""");

    [Fact]
    public void A_redrive_continues_at_the_state_that_failed()
    {
        var execution = Start($$$$"""{"P":{"Type":"Pass","Assign":{"n":7},"Output":"from P","Next":"T"},"T":{"Type":"Task","Resource":"{{{{Arn}}}}","Output":"{% [$n, $states.result, $states.context.Execution.RedriveCount] %}","End":true}}""");
        Fail("Once");
        Assert.Equal("REDRIVABLE", LocalStepFunctions.Text(_aws.Describe(execution), "redriveStatus"));
        _aws.Time.Advance(TimeSpan.FromHours(1));

        var answer = Redrive(execution);
        var running = _aws.Describe(execution);
        Succeed("2", expectedInput: "\"from P\"");

        Assert.Equal(answer["redriveDate"], running["redriveDate"]);
        Assert.Equal(("RUNNING", "NOT_REDRIVABLE", "Execution is RUNNING and cannot be redriven"), (
            LocalStepFunctions.Text(running, "status"), LocalStepFunctions.Text(running, "redriveStatus"), LocalStepFunctions.Text(running, "redriveStatusReason")));
        Assert.False(running.Has("error") || running.Has("stopDate"));
        Assert.Equal(("SUCCEEDED", "[7,2,1]"), (LocalStepFunctions.Text(_aws.Describe(execution), "status"), LocalStepFunctions.Text(_aws.Describe(execution), "output")));
        Assert.Equal(
            [
                "ExecutionStarted", "PassStateEntered", "PassStateExited", "TaskStateEntered", "ActivityScheduled", "ActivityStarted", "ActivityFailed", "ExecutionFailed",
                "ExecutionRedriven", "ActivityScheduled", "ActivityStarted", "ActivitySucceeded", "TaskStateExited", "ExecutionSucceeded",
            ],
            Types(execution));
        Assert.Equal("""{"redriveCount":1}""", Events(execution)[8]["executionRedrivenEventDetails"]!.ToJson());
    }

    [Fact]
    public void Retries_begin_anew()
    {
        var execution = Start($$$$"""{"T":{"Type":"Task","Resource":"{{{{Arn}}}}","Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":1}],"End":true}}""");
        Fail("1");
        _aws.Time.MoveToNextTimer();
        Fail("2");

        Redrive(execution);
        Fail("3");
        _aws.Time.MoveToNextTimer();
        Succeed("true");

        Assert.Equal("SUCCEEDED", LocalStepFunctions.Text(_aws.Describe(execution), "status"));
    }

    [Fact]
    public void Only_the_branches_without_success_run_again()
    {
        var execution = Start($$$$"""
            {"F":{"Type":"Parallel","Branches":[
              {"StartAt":"B1","States":{"B1":{"Type":"Pass","Output":"one","End":true}}},
              {"StartAt":"B2","States":{"B2":{"Type":"Task","Resource":"{{{{Arn}}}}","End":true}}},
              {"StartAt":"B3","States":{"B3":{"Type":"Wait","Seconds":60,"Output":"three","End":true}}}],"End":true}}
            """);
        Fail("X");

        Redrive(execution);
        Succeed("\"two\"");
        var described = _aws.RunToEnd(execution);

        Assert.Equal("""["one","two","three"]""", LocalStepFunctions.Text(described, "output"));
        Assert.Equal(1, Types(execution).Count(type => type == "PassStateEntered"));
        Assert.Equal(1, Types(execution).Count(type => type == "WaitStateEntered"));
    }

    [Fact]
    public void Iterations_that_had_not_begun_run_after_a_redrive()
    {
        var execution = Start($$$$"""
            {"M":{"Type":"Map","Items":"{% [1..4] %}","MaxConcurrency":1,
              "ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"{{{{Arn}}}}","End":true}}},"End":true}}
            """);
        Succeed("10", expectedInput: "1");
        Fail("X");

        Redrive(execution);
        Succeed("20", expectedInput: "2");
        Succeed("30", expectedInput: "3");
        Succeed("40", expectedInput: "4");

        Assert.Equal("[10,20,30,40]", LocalStepFunctions.Text(_aws.Describe(execution), "output"));
    }

    [Fact]
    public void A_state_that_waited_its_turn_is_entered_after_a_redrive()
    {
        var execution = Start("""{"W":{"Type":"Wait","Seconds":60,"Next":"P"},"P":{"Type":"Pass","Output":"done","End":true}}""");
        _aws.Call("StopExecution", $$"""{"executionArn":"{{execution}}"}""");

        Redrive(execution);

        Assert.Equal("\"done\"", LocalStepFunctions.Text(_aws.RunToEnd(execution), "output"));
        Assert.Equal(
            ["ExecutionStarted", "WaitStateEntered", "ExecutionAborted", "ExecutionRedriven", "WaitStateExited", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"],
            Types(execution));
    }

    [Fact]
    public void The_machines_timeout_begins_anew()
    {
        var execution = Start($$$$"""{"T":{"Type":"Task","Resource":"{{{{Arn}}}}","End":true}}""", """ "TimeoutSeconds":100, """);
        _aws.Time.Advance(TimeSpan.FromSeconds(101));
        Assert.Equal("TIMED_OUT", LocalStepFunctions.Text(_aws.Describe(execution), "status"));

        Redrive(execution);
        _aws.Time.Advance(TimeSpan.FromSeconds(99));

        Assert.Equal("RUNNING", LocalStepFunctions.Text(_aws.Describe(execution), "status"));
        _aws.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("TIMED_OUT", LocalStepFunctions.Text(_aws.Describe(execution), "status"));
    }

    [Fact]
    public void A_repeated_client_token_redrives_once()
    {
        var execution = Start($$$$"""{"T":{"Type":"Task","Resource":"{{{{Arn}}}}","End":true}}""");
        Fail("X");

        Assert.Equal(Redrive(execution, "token")["redriveDate"], Redrive(execution, "token")["redriveDate"]);

        Assert.Equal(1, ((NumberValue)_aws.Describe(execution)["redriveCount"]!).Number);
        _aws.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("ExecutionNotRedrivable", Assert.Throws<Aot.Local.Services.ServiceException>(() => Redrive(execution, "token")).Code);
    }

    [Fact]
    public void What_succeeded_or_is_too_old_is_not_redriven()
    {
        var succeeded = Start("""{"P":{"Type":"Pass","End":true}}""");
        var old = Start("""{"F":{"Type":"Fail"}}""");
        _aws.Time.Advance(TimeSpan.FromDays(15));

        Assert.Equal("Execution is SUCCEEDED and cannot be redriven", Assert.Throws<Aot.Local.Services.ServiceException>(() => Redrive(succeeded)).Message);
        Assert.Equal("Execution redrivable period exceeded", Assert.Throws<Aot.Local.Services.ServiceException>(() => Redrive(old)).Message);
        Assert.Equal("Execution redrivable period exceeded", LocalStepFunctions.Text(_aws.Describe(old), "redriveStatusReason"));
    }

    public void Dispose() => _aws.Dispose();

    private string Start(string states, string fields = "")
    {
        var first = ((ObjectValue)Value.Parse(states)).Names[0];
        var name = Guid.NewGuid().ToString();
        return _aws.Start(_aws.Create(name, $$"""{"QueryLanguage":"JSONata",{{fields}}"StartAt":"{{first}}","States":{{states}}}"""), "e");
    }

    private ObjectValue Redrive(string execution, string? token = null)
    {
        var request = new ObjectValue { ["executionArn"] = execution };
        if (token is not null) request["clientToken"] = token;
        return _aws.Call("RedriveExecution", request.ToJson());
    }

    private ObjectValue GetTask() => _aws.Call("GetActivityTask", $$"""{"activityArn":"{{Arn}}"}""");

    private void Fail(string error) => _aws.Call("SendTaskFailure", new ObjectValue { ["taskToken"] = GetTask()["taskToken"]!, ["error"] = error }.ToJson());

    private void Succeed(string output, string? expectedInput = null)
    {
        var task = GetTask();
        if (expectedInput is not null) Assert.Equal(expectedInput, LocalStepFunctions.Text(task, "input"));
        _aws.Call("SendTaskSuccess", new ObjectValue { ["taskToken"] = task["taskToken"]!, ["output"] = output }.ToJson());
    }

    private List<ObjectValue> Events(string execution) =>
        [.. ((ArrayValue)_aws.Call("GetExecutionHistory", $$"""{"executionArn":"{{execution}}"}""")["events"]!).Cast<ObjectValue>()];

    private IEnumerable<string> Types(string execution) => Events(execution).Select(happened => LocalStepFunctions.Text(happened, "type"));
}
