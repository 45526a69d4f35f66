using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;
using Aot.Local.Services.StepFunctions;

namespace Aot.Local.Tests.Asl.Running;

/// <summary>The order in which branches go on is repeatable, and does not decide what comes out.</summary>
public sealed class InterleavingTests
{
    private const int Seeds = 200;

    // Branches of different length, with variables of the same names, retries and waits that end at the same moment.
    private const string Forks = """
        {"QueryLanguage": "JSONata", "StartAt": "Both", "States": {
          "Both": {"Type": "Parallel", "Output": "{% $states.result %}", "End": true, "Branches": [
            {"StartAt": "A1", "States": {"A1": {"Type": "Pass", "Assign": {"v": "a"}, "Next": "A2"}, "A2": {"Type": "Wait", "Seconds": 5, "Next": "A3"},
              "A3": {"Type": "Pass", "Output": "{% $v & '1' %}", "End": true} } },
            {"StartAt": "B1", "States": {"B1": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": {}, "Assign": {"v": "{% $states.result.n %}"}, "Next": "B2",
              "Retry": [{"ErrorEquals": ["Again"], "IntervalSeconds": 5, "BackoffRate": 1}] }, "B2": {"Type": "Succeed", "Output": "{% $v %}"} } },
            {"StartAt": "M", "States": {"M": {"Type": "Map", "Items": [1, 2, 3, 4, 5], "MaxConcurrency": 3, "End": true, "ItemProcessor": {"StartAt": "W", "States": {
              "W": {"Type": "Wait", "Seconds": "{% $states.input % 2 * 5 %}", "Next": "P"}, "P": {"Type": "Pass", "Assign": {"v": "{% $states.input %}"}, "Next": "Q"},
              "Q": {"Type": "Pass", "Output": "{% $v * 2 %}", "End": true} } } } } },
            {"StartAt": "D", "States": {"D": {"Type": "Map", "Items": [1, 2, 3], "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
              "StartAt": "E", "States": {"E": {"Type": "Wait", "Seconds": "{% $states.input %}", "Next": "F"}, "F": {"Type": "Succeed"} } } } } } ] } } }
        """;

    private const string Callbacks = """
        {"QueryLanguage": "JSONata", "StartAt": "M", "States": {
          "M": {"Type": "Map", "Items": ["x", "y", "z"], "End": true, "ItemProcessor": {"StartAt": "C", "States": {
            "C": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Next": "P",
              "Arguments": {"MessageBody": {"token": "{% $states.context.Task.Token %}", "item": "{% $states.input %}"} } },
            "P": {"Type": "Pass", "Output": "{% $states.input & '!' %}", "End": true} } } } } }
        """;

    [Fact]
    public void The_same_run_twice_has_the_same_history()
    {
        foreach (var seed in (int?[])[null, 1, 2])
            Assert.Equal(History(RunForks(seed)), History(RunForks(seed)));
    }

    [Fact]
    public void Forks_give_the_same_result_in_every_order()
    {
        var expected = RunForks(null).Output!.ToJson();
        var orders = new HashSet<string>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var execution = RunForks(seed);
            Assert.True(expected == execution.Output?.ToJson(), $"With seed {seed} the output is {execution.Output}, the error {execution.Error} {execution.Cause}.");
            RequireValid(execution, seed);
            orders.Add(string.Join(' ', execution.History.Events.Select(happened => happened.Type)));
        }
        Assert.Equal("""["a1",2,[2,4,6,8,10],[1,2,3]]""", expected);
        Assert.True(orders.Count > Seeds / 2, $"Only {orders.Count} orders were tried.");
    }

    [Fact]
    public void Callbacks_give_the_same_result_in_every_order()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            Machine? self = null;
            using var machine = self = new Machine((call, _) =>
            {
                var message = (ObjectValue)((ObjectValue)call.Arguments)["MessageBody"]!;
                self!.Engine.Report(call.TaskToken!, new TaskOutcome(message["item"], null, null));
                return ValueTask.FromResult<Value>(new ObjectValue());
            }, interleaving: seed);

            var execution = machine.Run(Callbacks);

            Assert.Equal("""["x!","y!","z!"]""", execution.Output?.ToJson());
            RequireValid(execution, seed);
        }
    }

    [Fact]
    public void A_failing_branch_ends_the_execution_in_every_order()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            using var machine = new Machine((_, _) => throw new TaskFailedException("X", null), interleaving: seed);

            var execution = machine.Run("""
                {"QueryLanguage": "JSONata", "StartAt": "Both", "States": {
                  "Both": {"Type": "Parallel", "Next": "No", "Catch": [{"ErrorEquals": ["F"], "Output": "caught", "Next": "Caught"}], "Branches": [
                    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "A2"}, "A2": {"Type": "Fail", "Error": "F"} } },
                    {"StartAt": "B", "States": {"B": {"Type": "Pass", "Next": "B2"}, "B2": {"Type": "Wait", "Seconds": 9, "End": true} } } ] },
                  "No": {"Type": "Fail"}, "Caught": {"Type": "Pass", "End": true} } }
                """);

            Assert.Equal("\"caught\"", execution.Output?.ToJson());
            RequireValid(execution, seed);
        }
    }

    [Fact]
    public void A_year_of_waiting_takes_no_time()
    {
        using var machine = new Machine();

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 31536000, "End": true} } }
            """);

        Assert.Equal(TimeSpan.FromDays(365), execution.StopTime - execution.StartTime);
    }

    private static Execution RunForks(int? seed)
    {
        var attempts = 0;
        using var machine = new Machine(
            (_, _) => ++attempts < 2 ? throw new TaskFailedException("Again", null) : ValueTask.FromResult<Value>(new ObjectValue { ["n"] = attempts }), interleaving: seed);
        return machine.Run(Forks);
    }

    private static string History(Execution execution)
    {
        var writer = new HistoryWriter("us-east-1", includesData: true);
        return string.Join('\n', execution.History.Events.Select(happened => writer.Write(happened).ToJson()));
    }

    // Ids without gaps, predecessors that are earlier, and every start with its end.
    private static void RequireValid(Execution execution, int seed)
    {
        var events = execution.History.Events;
        var open = new Dictionary<string, int>();
        for (var i = 0; i < events.Count; i++)
        {
            var (happened, where) = (events[i], $"seed {seed}, event {events[i].Id} {events[i].Type}");
            Assert.True(happened.Id == i + 1 && happened.PreviousId < happened.Id && (happened.PreviousId > 0 || i < 2), where);
            Assert.True(i == 0 || happened.Timestamp >= events[i - 1].Timestamp, where);
            switch (happened.Details)
            {
                case StateEnteredDetails entered:
                    open[entered.Name] = open.GetValueOrDefault(entered.Name) + 1;
                    break;
                case StateExitedDetails exited:
                    Assert.True(--open[exited.Name] >= 0, where);
                    break;
            }
            if (happened.Type == "ParallelStateSucceeded") Assert.True(open.Where(state => state.Key != "Both").All(state => state.Value == 0), where);
        }
        var ends = events.Count(happened => happened.Type.StartsWith("Execution", StringComparison.Ordinal) && happened.Type != "ExecutionStarted");
        Assert.True(ends == 1 && events[^1].Type == "ExecutionSucceeded", $"seed {seed} ends with {events[^1].Type}");
    }
}
