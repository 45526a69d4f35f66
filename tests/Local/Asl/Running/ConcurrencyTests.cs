using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;
using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl.Running;

/// <summary>The engine on the thread pool and the real clock, as Local runs it.</summary>
public sealed class ConcurrencyTests
{
    private const string Fan = """
        {"QueryLanguage": "JSONata", "StartAt": "Map", "States": {"Map": {
          "Type": "Map", "Items": "{% [1..20] %}", "End": true,
          "ItemProcessor": {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"n": "{% $states.input %}"},
            "TimeoutSeconds": 60, "Output": "{% $states.result.n * 2 %}", "End": true}}}}}}
        """;

    [Fact]
    public async Task Executions_whose_tasks_answer_from_other_threads_all_end_right()
    {
        using var engine = new Engine(new Elsewhere(), TimeProvider.System, new Random(1));
        var definition = DefinitionReader.Read(Fan, WorkflowType.Standard);

        var executions = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => Task.Run(() => engine.Start(Identity(n), definition, new ObjectValue()))));
        await Task.WhenAll(executions.Select(execution => execution.Ended)).WaitAsync(TimeSpan.FromSeconds(60));

        var expected = new ArrayValue([.. Enumerable.Range(1, 20).Select(n => (Value)(n * 2))]);
        Assert.All(executions, execution => Assert.Equal(expected, execution.Output));
    }

    [Fact]
    public async Task A_runner_that_breaks_ends_only_its_own_execution()
    {
        using var engine = new Engine(new Broken(), TimeProvider.System, new Random(1));

        var broken = engine.Start(Identity(0), DefinitionReader.Read(Fan, WorkflowType.Standard), new ObjectValue());
        await broken.Ended.WaitAsync(TimeSpan.FromSeconds(60));
        var other = engine.Start(
            Identity(1), DefinitionReader.Read("""{"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""", WorkflowType.Standard), new ObjectValue());
        await other.Ended.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((ExecutionStatus.Failed, "States.Runtime"), (broken.Status, broken.Error));
        Assert.Contains("out of order", broken.Cause, StringComparison.Ordinal);
        Assert.Equal(ExecutionStatus.Succeeded, other.Status);
    }

    private static ExecutionIdentity Identity(int n) => new($"arn:{n}", $"{n}", "arn:m", "m", "arn:r", WorkflowType.Standard);

    private sealed class Elsewhere : ITaskRunner
    {
        public async ValueTask<Value> RunAsync(TaskCall call, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return call.Arguments;
        }
    }

    private sealed class Broken : ITaskRunner
    {
        public ValueTask<Value> RunAsync(TaskCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("out of order");
    }
}
