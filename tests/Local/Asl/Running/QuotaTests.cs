using Aot.Local.Asl.Model;
using Aot.Local.Asl.Running;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl.Running;

public sealed class QuotaTests
{
    private const string Endless = """
        {"QueryLanguage": "JSONata", "StartAt": "Again", "States": {"Again": {"Type": "Pass", "Next": "Choose"},
          "Choose": {"Type": "Choice", "Choices": [{"Condition": true, "Next": "Again"}], "Default": "End"}, "End": {"Type": "Succeed"}}}
        """;

    [Fact]
    public void The_history_ends_an_endless_loop()
    {
        using var machine = new Machine();

        var execution = machine.Run(Endless);

        Assert.Equal((ExecutionStatus.Failed, "States.Runtime"), (execution.Status, execution.Error));
        Assert.Equal(25_000, execution.History.Events.Count);
        Assert.Equal("ExecutionFailed", execution.History.Events[^1].Type);
    }

    [Fact]
    public void An_endless_loop_lets_others_run()
    {
        using var machine = new Machine();

        var endless = machine.Engine.Start(Identity("endless"), Aot.Local.Asl.Reading.DefinitionReader.Read(Endless, WorkflowType.Standard), new ObjectValue());
        var other = machine.Start("""{"QueryLanguage": "JSONata", "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}""");

        Assert.Equal(ExecutionStatus.Succeeded, other.Status);
        Assert.Equal(ExecutionStatus.Failed, endless.Status);
    }

    [Fact]
    public void A_task_result_over_256_KiB_fails_the_task()
    {
        using var machine = new Machine(_ => new StringValue(new string('x', 262_143)));

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {
              "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {}, "End": true,
                "Catch": [{"ErrorEquals": ["States.DataLimitExceeded"], "Next": "Caught"}]},
              "Caught": {"Type": "Succeed"} }}
            """);

        Assert.Equal(
            """{"Error":"States.DataLimitExceeded","Cause":"The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit."}""",
            execution.Output?.ToJson());
    }

    [Fact]
    public void Exactly_256_KiB_pass()
    {
        using var machine = new Machine(_ => new StringValue(new string('x', 262_142)));

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {
              "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {}, "End": true}}}
            """);

        Assert.Equal(ExecutionStatus.Succeeded, execution.Status);
    }

    private static ExecutionIdentity Identity(string name) => new($"arn:{name}", name, "arn:m", "m", "arn:r", WorkflowType.Standard);
}
