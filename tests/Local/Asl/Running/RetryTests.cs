using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl.Running;

public sealed class RetryTests
{
    [Fact]
    public void The_pause_grows_by_the_backoff_rate_up_to_the_longest_delay()
    {
        List<double> startedAt = [];
        Machine? machine = null;
        using var made = machine = new Machine(_ =>
        {
            startedAt.Add((machine!.Time.GetUtcNow() - new VirtualTime().GetUtcNow()).TotalSeconds);
            throw new TaskFailedException("Busy", null);
        });

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {"Call": {
              "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {}, "End": true,
              "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "BackoffRate": 3, "MaxAttempts": 4, "MaxDelaySeconds": 20}]}}}
            """);

        Assert.Equal(ExecutionStatus.Failed, execution.Status);
        Assert.Equal("Busy", execution.Error);
        Assert.Equal([0, 2, 2 + 6, 8 + 18, 26 + 20], startedAt);
    }

    [Fact]
    public void Full_jitter_shortens_the_pause()
    {
        using var machine = new Machine(_ => throw new TaskFailedException("Busy", null));
        var before = machine.Time.GetUtcNow();

        machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {"Call": {
              "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {}, "End": true,
              "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 100, "MaxAttempts": 1, "JitterStrategy": "FULL"}]}}}
            """);

        Assert.InRange((machine.Time.GetUtcNow() - before).TotalSeconds, 0.001, 99.999);
    }

    [Fact]
    public void A_retried_task_that_succeeds_leaves_the_state_once()
    {
        var attempts = 0;
        using var machine = new Machine(_ => ++attempts < 3 ? throw new TaskFailedException("Busy", null) : (Value)"done");

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {"Call": {
              "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {}, "End": true,
              "Output": {"retries": "{% $states.context.State.RetryCount %}", "result": "{% $states.result %}"},
              "Retry": [{"ErrorEquals": ["States.TaskFailed"]}]}}}
            """);

        Assert.Equal("""{"retries":2,"result":"done"}""", execution.Output?.ToJson());
        Assert.Equal(1, execution.Transitions);
    }

    [Theory]
    [InlineData("States.Timeout", "States.TaskFailed", false)]
    [InlineData("Other", "States.TaskFailed", true)]
    [InlineData("Other", "States.ALL", true)]
    [InlineData("States.Runtime", "States.ALL", false)]
    [InlineData("Other", "Another", false)]
    public void A_catcher_takes_the_errors_it_names(string error, string handled, bool isCaught)
    {
        using var machine = new Machine(_ => throw new TaskFailedException(error, "because"));

        var execution = machine.Run($$"""
            {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {
              "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {}, "End": true,
                "Catch": [{"ErrorEquals": ["{{handled}}"], "Next": "Caught"}]},
              "Caught": {"Type": "Succeed"} } }
            """);

        Assert.Equal(isCaught ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, execution.Status);
        if (isCaught) Assert.Equal($"{{\"Error\":\"{error}\",\"Cause\":\"because\"}}", execution.Output!.ToJson());
    }
}
