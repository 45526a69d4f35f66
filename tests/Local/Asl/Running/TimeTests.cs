using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl.Running;

public sealed class TimeTests
{
    private const string Hour = """
        {"QueryLanguage": "JSONata", "StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 3600, "End": true}}}
        """;

    [Fact]
    public void A_wait_of_an_hour_takes_an_hour_of_the_clock()
    {
        using var machine = new Machine();
        var execution = machine.Start(Hour);

        machine.Time.Advance(TimeSpan.FromSeconds(3599));
        Assert.Equal(ExecutionStatus.Running, execution.Status);

        machine.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ExecutionStatus.Succeeded, execution.Status);
        Assert.Equal(TimeSpan.FromHours(1), execution.StopTime - execution.StartTime);
    }

    [Fact]
    public void Ten_thousand_executions_wait_at_the_same_time()
    {
        using var machine = new Machine();
        var executions = Enumerable.Range(0, 10_000).Select(_ => machine.Start(Hour)).ToList();

        machine.Time.Advance(TimeSpan.FromHours(1));

        Assert.All(executions, execution => Assert.Equal(ExecutionStatus.Succeeded, execution.Status));
    }

    [Fact]
    public void The_machines_time_limit_ends_it()
    {
        using var machine = new Machine();

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "TimeoutSeconds": 60, "StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 3600, "End": true}}}
            """);

        Assert.Equal(ExecutionStatus.TimedOut, execution.Status);
        Assert.Equal(TimeSpan.FromSeconds(60), execution.StopTime - execution.StartTime);
        Assert.Equal("ExecutionTimedOut", execution.History.Events[^1].Type);
    }

    [Fact]
    public void A_task_that_never_answers_times_out_and_is_cancelled()
    {
        var isCancelled = false;
        using var machine = new Machine(
            async (_, cancellation) =>
            {
                cancellation.Register(() => isCancelled = true);
                await Task.Delay(Timeout.Infinite, cancellation);
                return NullValue.Instance;
            });

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {
              "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {}, "TimeoutSeconds": 65, "End": true,
                "Catch": [{"ErrorEquals": ["States.Timeout"], "Next": "Caught"}]},
              "Caught": {"Type": "Succeed"} }}
            """);

        Assert.True(isCancelled);
        Assert.Equal("""{"Error":"States.Timeout","Cause":""}""", execution.Output?.ToJson());
        Assert.Equal(TimeSpan.FromSeconds(65), execution.StopTime - execution.StartTime);
    }

    [Fact]
    public void A_runner_that_breaks_on_being_cancelled_harms_nobody()
    {
        using var machine = new Machine((_, cancellation) =>
        {
            cancellation.Register(() => throw new InvalidOperationException("out of order"));
            return new ValueTask<Value>(new TaskCompletionSource<Value>().Task);
        });

        var broken = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {
              "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {}, "TimeoutSeconds": 65, "End": true}}}
            """);
        var other = machine.Run(Hour);

        Assert.Equal("States.Timeout", broken.Error);
        Assert.Equal(ExecutionStatus.Succeeded, other.Status);
    }

    [Fact]
    public void Heartbeats_keep_a_task_alive()
    {
        string? token = null;
        using var machine = new Machine(call =>
        {
            token = call.TaskToken;
            return new ObjectValue();
        });
        var execution = machine.Start("""
            {"QueryLanguage": "JSONata", "StartAt": "Ask", "States": {
              "Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Arguments": {"Token": "{% $states.context.Task.Token %}"},
                "HeartbeatSeconds": 10, "End": true,
                "Catch": [{"ErrorEquals": ["States.HeartbeatTimeout"], "Next": "Caught"}]},
              "Caught": {"Type": "Succeed", "Output": "lost"} }}
            """);

        for (var i = 0; i < 5; i++)
        {
            machine.Time.Advance(TimeSpan.FromSeconds(9));
            Assert.Equal(TokenAnswer.Accepted, machine.Engine.Heartbeat(token!));
        }
        Assert.Equal(ExecutionStatus.Running, execution.Status);
        machine.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("\"lost\"", execution.Output?.ToJson());
        Assert.Equal(TokenAnswer.TaskIsOver, machine.Engine.Heartbeat(token!));
        Assert.Equal(TokenAnswer.NoSuchToken, machine.Engine.Heartbeat("nonsense"));
    }

    [Fact]
    public void The_holder_of_the_token_gives_the_result()
    {
        string? token = null;
        using var machine = new Machine(call =>
        {
            token = call.TaskToken;
            return new ObjectValue { ["MessageId"] = "m" };
        });
        var execution = machine.Start("""
            {"QueryLanguage": "JSONata", "StartAt": "Ask", "States": {
              "Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Arguments": {}, "End": true}}}
            """);

        Assert.Equal(TokenAnswer.Accepted, machine.Engine.Report(token!, new TaskOutcome("yes", null, null)));

        Assert.Equal("\"yes\"", execution.Output?.ToJson());
        Assert.Equal(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"],
            execution.History.Events.Select(happened => happened.Type));
    }

    [Fact]
    public void Stopping_ends_a_waiting_execution()
    {
        using var machine = new Machine();
        var execution = machine.Start(Hour);

        machine.Engine.Stop(execution, "Enough", "of this");

        Assert.Equal(ExecutionStatus.Aborted, execution.Status);
        Assert.Equal(("Enough", "of this"), (execution.Error, execution.Cause));
        Assert.False(machine.Time.MoveToNextTimer() && execution.History.Events[^1].Type != "ExecutionAborted");
    }
}
