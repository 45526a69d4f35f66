using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Dashboard;
using Aot.Local.Json;
using Aot.Local.Tests.Asl;

namespace Aot.Local.Tests.Dashboard;

public sealed class ExecutionTraceTests
{
    [Fact]
    public void Visits_of_branches_know_what_they_are_in()
    {
        using var machine = new Machine();
        var execution = machine.Run("""
            {
              "QueryLanguage": "JSONata", "StartAt": "Each",
              "States": {
                "Each": { "Type": "Map", "Items": [1, 2], "Next": "Both", "ItemProcessor": { "StartAt": "Inner", "States": {
                  "Inner": { "Type": "Map", "Items": [7], "End": true, "ItemProcessor": { "StartAt": "Deep", "States": { "Deep": { "Type": "Pass", "End": true } } } } } } },
                "Both": { "Type": "Parallel", "End": true, "Branches": [
                  { "StartAt": "L1", "States": { "L1": { "Type": "Pass", "Next": "L2" }, "L2": { "Type": "Pass", "End": true } } },
                  { "StartAt": "R", "States": { "R": { "Type": "Pass", "End": true } } }] }
              }
            }
            """);

        var trace = ExecutionTrace.Read(execution.History.Events);

        Assert.Equal(
            ["Each", "Inner Each[0]", "Inner Each[1]", "Deep Each[0] Inner[0]", "Deep Each[1] Inner[0]", "Both", "L1", "L2", "R"],
            trace.Visits.Select(visit => $"{visit.State} {visit.Iteration}".TrimEnd()));
        Assert.All(trace.Visits, visit => Assert.Equal(VisitStatus.Succeeded, visit.Status(isRunning: false)));
        Assert.Equal(new Dictionary<(string, string), int> { [("Each", "Both")] = 1, [("L1", "L2")] = 1 }, trace.Edges);
        Assert.Equal(["Each", "Both"], trace.Visits.Where(visit => visit.Outer is null).Select(visit => visit.State));
    }

    [Fact]
    public void A_failure_is_told_of_the_branch_its_container_and_what_it_stopped()
    {
        using var machine = new Machine(call => throw new TaskFailedException("Broke", call.StateName));
        var execution = machine.Run("""
            {
              "QueryLanguage": "JSONata", "StartAt": "Both",
              "States": {
                "Both": { "Type": "Parallel", "Catch": [{ "ErrorEquals": ["Broke"], "Next": "Sorry" }], "End": true, "Branches": [
                  { "StartAt": "Work", "States": { "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:f", "End": true } } },
                  { "StartAt": "Sleep", "States": { "Sleep": { "Type": "Wait", "Seconds": 10, "End": true } } }] },
                "Sorry": { "Type": "Pass", "End": true }
              }
            }
            """);

        var trace = ExecutionTrace.Read(execution.History.Events);

        Assert.Equal(
            [("Both", VisitStatus.Caught), ("Work", VisitStatus.Failed), ("Sleep", VisitStatus.Stopped), ("Sorry", VisitStatus.Succeeded)],
            trace.Visits.Select(visit => (visit.State, visit.Status(isRunning: false))));
        Assert.Equal([("Broke", "Work")], trace.Visits[0].Errors);
    }

    [Fact]
    public void A_state_that_waits_is_running_and_ends_with_the_execution()
    {
        using var machine = new Machine();
        var execution = machine.Start("""{ "QueryLanguage": "JSONata", "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 10, "Assign": { "x": 1 }, "End": true } } }""");

        Assert.Equal(VisitStatus.Running, ExecutionTrace.Read(execution.History.Events).Visits.Single().Status(isRunning: true));
        machine.Engine.Stop(execution, "Enough", null);

        Assert.Equal(VisitStatus.Stopped, ExecutionTrace.Read(execution.History.Events).Visits.Single().Status(isRunning: false));
        Assert.Equal(ExecutionStatus.Aborted, execution.Status);
    }

    [Fact]
    public void An_expression_that_fails_is_the_error_of_its_state()
    {
        using var machine = new Machine();
        var execution = machine.Run("""{ "QueryLanguage": "JSONata", "StartAt": "P", "States": { "P": { "Type": "Pass", "Output": "{% $states.input.x %}", "End": true } } }""");

        var visit = ExecutionTrace.Read(execution.History.Events).Visits.Single();

        Assert.Equal(VisitStatus.Failed, visit.Status(isRunning: false));
        Assert.Equal(["States.QueryEvaluationError"], visit.Errors.Select(error => error.Error));
        Assert.Equal(Value.Parse("{}"), visit.Input);
    }
}
