using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl.Running;

public sealed class ForkTests
{
    [Fact]
    public void Results_stand_in_the_order_of_the_items_however_the_iterations_finish()
    {
        using var machine = new Machine();

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "Map", "States": {"Map": {
              "Type": "Map", "Items": [30, 10, 20], "End": true,
              "ItemSelector": {"seconds": "{% $states.context.Map.Item.Value %}", "at": "{% $states.context.Map.Item.Index %}"},
              "ItemProcessor": {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": "{% $states.input.seconds %}", "Output": "{% $states.input.at %}", "End": true}}}}}}
            """);

        Assert.Equal("[0,1,2]", execution.Output?.ToJson());
        Assert.Equal(TimeSpan.FromSeconds(30), execution.StopTime - execution.StartTime);
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 30)]
    [InlineData(0, 30)]
    public void No_more_iterations_than_allowed_run_at_a_time(int maxConcurrency, int seconds)
    {
        using var machine = new Machine();

        var execution = machine.Run($$"""
            {"QueryLanguage": "JSONata", "StartAt": "Map", "States": {"Map": {
              "Type": "Map", "Items": [10, 30, 20], "MaxConcurrency": {{maxConcurrency}}, "End": true,
              "ItemProcessor": {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": "{% $states.input %}", "End": true} } } } } }
            """);

        Assert.Equal(TimeSpan.FromSeconds(seconds), execution.StopTime - execution.StartTime);
    }

    [Fact]
    public void A_failing_branch_ends_the_others_and_can_be_caught()
    {
        using var machine = new Machine();

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "Both", "States": {
              "Both": {"Type": "Parallel", "End": true,
                "Branches": [
                  {"StartAt": "Long", "States": {"Long": {"Type": "Wait", "Seconds": 3600, "End": true}}},
                  {"StartAt": "Bad", "States": {"Bad": {"Type": "Fail", "Error": "Bad", "Cause": "luck"}}}],
                "Catch": [{"ErrorEquals": ["Bad"], "Assign": {"why": "{% $states.errorOutput.Cause %}"}, "Next": "Caught"}]},
              "Caught": {"Type": "Succeed", "Output": "{% $why %}"} }}
            """);

        Assert.Equal("\"luck\"", execution.Output?.ToJson());
        Assert.Equal(TimeSpan.Zero, execution.StopTime - execution.StartTime);
        Assert.Contains(execution.History.Events, happened => happened.Type == "WaitStateAborted");
    }

    [Fact]
    public void Branches_read_outer_variables_and_keep_their_own()
    {
        using var machine = new Machine();

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "Set", "States": {
              "Set": {"Type": "Pass", "Assign": {"outer": 1}, "Next": "Both"},
              "Both": {"Type": "Parallel", "Next": "After",
                "Branches": [
                  {"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"mine": "{% $outer + 1 %}"}, "Next": "A2"}, "A2": {"Type": "Pass", "Output": "{% $mine %}", "End": true}}},
                  {"StartAt": "B", "States": {"B": {"Type": "Pass", "Output": "{% $exists($mine) %}", "End": true}}}]},
              "After": {"Type": "Pass", "Output": ["{% $states.input %}", "{% $exists($mine) %}"], "End": true} }}
            """);

        Assert.Equal("[[2,false],false]", execution.Output?.ToJson());
    }

    [Fact]
    public void Assigned_values_are_seen_only_by_the_next_state()
    {
        using var machine = new Machine();

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "Set", "States": {
              "Set": {"Type": "Pass", "Assign": {"a": 1, "b": 2}, "Next": "Swap"},
              "Swap": {"Type": "Pass", "Assign": {"a": "{% $b %}", "b": "{% $a %}"}, "Output": "{% [$a, $b] %}", "Next": "After"},
              "After": {"Type": "Pass", "Output": ["{% $states.input %}", "{% [$a, $b] %}"], "End": true} }}
            """);

        Assert.Equal("[[1,2],[2,1]]", execution.Output?.ToJson());
    }

    [Fact]
    public void An_iteration_that_fails_fails_the_map_with_its_error()
    {
        using var machine = new Machine(call => call.MapIndex[0] == 1 ? throw new TaskFailedException("Odd", "one") : (Value)"fine");

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "Map", "States": {"Map": {
              "Type": "Map", "Items": [0, 1, 2], "End": true,
              "ItemProcessor": {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {}, "End": true}}}}}}
            """);

        Assert.Equal((ExecutionStatus.Failed, "Odd", "one"), (execution.Status, execution.Error, execution.Cause));
    }
}
