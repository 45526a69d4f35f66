using Aot.Local.Json;
using Aot.Local.Services;

namespace Aot.Local.Tests.Services.StepFunctions;

public sealed class ActivityTests : IDisposable
{
    private const string Arn = "arn:aws:states:us-east-1:000000000000:activity:A";

    private readonly LocalStepFunctions _aws = new();

    [Fact]
    public void A_worker_takes_a_task_and_answers_it()
    {
        CreateActivity();
        var execution = _aws.Start(_aws.Create("M", Machine()), "e", """{"a":1}""");

        var task = GetTask("worker 1");
        _aws.Call("SendTaskSuccess", new ObjectValue { ["taskToken"] = task["taskToken"]!, ["output"] = "[2]" }.ToJson());

        Assert.Equal("""{"a":1}""", LocalStepFunctions.Text(task, "input"));
        Assert.Equal(("SUCCEEDED", "[2]"), (LocalStepFunctions.Text(_aws.Describe(execution), "status"), LocalStepFunctions.Text(_aws.Describe(execution), "output")));
        var events = Events(execution);
        Assert.Equal(
            ["ExecutionStarted", "TaskStateEntered", "ActivityScheduled", "ActivityStarted", "ActivitySucceeded", "TaskStateExited", "ExecutionSucceeded"],
            events.Select(happened => LocalStepFunctions.Text(happened, "type")));
        Assert.Equal($$$"""{"resource":"{{{Arn}}}","input":"{\"a\":1}","inputDetails":{"truncated":false}}""", events[2]["activityScheduledEventDetails"]!.ToJson());
        Assert.Equal("""{"workerName":"worker 1"}""", events[3]["activityStartedEventDetails"]!.ToJson());
        Assert.Equal("""{"output":"[2]","outputDetails":{"truncated":false}}""", events[4]["activitySucceededEventDetails"]!.ToJson());
    }

    [Fact]
    public async Task A_worker_that_waits_gets_the_task_that_comes()
    {
        CreateActivity();
        var poll = PollAsync();
        Assert.False(poll.IsCompleted);

        _aws.Start(_aws.Create("M", Machine()), "e");

        Assert.True((await poll).Has("taskToken"));
    }

    [Fact]
    public async Task A_poll_without_a_task_ends_after_a_minute()
    {
        CreateActivity();
        var poll = PollAsync();

        _aws.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(0, (await poll).Count);
    }

    [Fact]
    public void A_task_that_timed_out_before_a_worker_came_is_not_given()
    {
        CreateActivity();
        var machine = _aws.Create("M", Machine(""" "TimeoutSeconds":10, """));
        var late = _aws.Start(machine, "late");
        _aws.Time.Advance(TimeSpan.FromSeconds(11));
        _aws.Start(machine, "fresh", """{"fresh":true}""");

        var task = GetTask("w");

        Assert.Equal("FAILED", LocalStepFunctions.Text(_aws.Describe(late), "status"));
        Assert.Equal(["ExecutionStarted", "TaskStateEntered", "ActivityScheduled", "ActivityTimedOut", "ExecutionFailed"], Events(late).Select(happened => LocalStepFunctions.Text(happened, "type")));
        Assert.Equal("""{"fresh":true}""", LocalStepFunctions.Text(task, "input"));
    }

    [Fact]
    public void Heartbeats_count_from_the_workers_start_and_keep_the_task_alive()
    {
        CreateActivity();
        var execution = _aws.Start(_aws.Create("M", Machine(""" "HeartbeatSeconds":10, """)), "e");
        _aws.Time.Advance(TimeSpan.FromMinutes(5)); // nobody has taken it: no heartbeat is missed
        var token = LocalStepFunctions.Text(GetTask("w"), "taskToken");

        _aws.Time.Advance(TimeSpan.FromSeconds(9));
        _aws.Call("SendTaskHeartbeat", $$"""{"taskToken":"{{token}}"}""");
        _aws.Time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal("RUNNING", LocalStepFunctions.Text(_aws.Describe(execution), "status"));
        _aws.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("States.Timeout", LocalStepFunctions.Text(_aws.Describe(execution), "error"));
        Assert.Equal("TaskTimedOut", _aws.Refused("SendTaskSuccess", $$"""{"taskToken":"{{token}}","output":"1"}""").Code);
    }

    [Fact]
    public void A_workers_failure_is_the_tasks_failure()
    {
        CreateActivity();
        var execution = _aws.Start(_aws.Create("M", Machine()), "e");
        var token = LocalStepFunctions.Text(GetTask("w"), "taskToken");

        _aws.Call("SendTaskFailure", $$"""{"taskToken":"{{token}}","error":"Broken","cause":"wheel"}""");

        Assert.Equal("""{"error":"Broken","cause":"wheel"}""", Events(execution)[4]["activityFailedEventDetails"]!.ToJson());
        Assert.Equal("Broken", LocalStepFunctions.Text(_aws.Describe(execution), "error"));
    }

    [Fact]
    public void An_activity_that_is_not_there_fails_the_execution()
    {
        var execution = _aws.Start(_aws.Create("M", Machine()), "e");

        var described = _aws.Describe(execution);

        Assert.Equal(
            ("States.Runtime", $"An error occurred while executing the state 'T' (entered at the event id #2). The activity {Arn} does not exist."),
            (LocalStepFunctions.Text(described, "error"), LocalStepFunctions.Text(described, "cause")));
    }

    [Fact]
    public void An_activity_is_described_listed_and_deleted()
    {
        CreateActivity();
        CreateActivity();

        Assert.Equal("A", LocalStepFunctions.Text(_aws.Call("DescribeActivity", $$"""{"activityArn":"{{Arn}}"}"""), "name"));
        Assert.Single((ArrayValue)_aws.Call("ListActivities", "{}")["activities"]!);
        _aws.Call("DeleteActivity", $$"""{"activityArn":"{{Arn}}"}""");
        _aws.Call("DeleteActivity", $$"""{"activityArn":"{{Arn}}"}""");
        Assert.Equal($"Activity Does Not Exist: '{Arn}'", _aws.Refused("DescribeActivity", $$"""{"activityArn":"{{Arn}}"}""").Message);
        Assert.Equal("ActivityDoesNotExist", _aws.Refused("GetActivityTask", $$"""{"activityArn":"{{Arn}}"}""").Code);
        Assert.Equal("Invalid Name: 'A $'", _aws.Refused("CreateActivity", """{"name":"A $"}""").Message);
    }

    public void Dispose() => _aws.Dispose();

    private void CreateActivity() => Assert.Equal(Arn, LocalStepFunctions.Text(_aws.Call("CreateActivity", """{"name":"A"}"""), "activityArn"));

    private ObjectValue GetTask(string worker) => _aws.Call("GetActivityTask", $$"""{"activityArn":"{{Arn}}","workerName":"{{worker}}"}""");

    private async Task<ObjectValue> PollAsync() => (ObjectValue)await _aws.Service.CallAsync("GetActivityTask", $$"""{"activityArn":"{{Arn}}"}""");

    private List<ObjectValue> Events(string execution) =>
        [.. ((ArrayValue)_aws.Call("GetExecutionHistory", $$"""{"executionArn":"{{execution}}"}""")["events"]!).Cast<ObjectValue>()];

    private static string Machine(string fields = "") =>
        $$$$"""{"QueryLanguage":"JSONata","StartAt":"T","States":{"T":{"Type":"Task","Resource":"{{{{Arn}}}}",{{{{fields}}}}"End":true}}}""";
}
