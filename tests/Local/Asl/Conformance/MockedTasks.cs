using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl.Conformance;

/// <summary>Answers tasks with the outcomes that were recorded.</summary>
internal sealed class MockedTasks(ObjectValue mocks)
{
    private readonly HashSet<Value> _used = new(ReferenceEqualityComparer.Instance);

    /// <summary>Set when the engine is made; outcomes by token are reported to it.</summary>
    public Engine? Engine { get; set; }

    public ValueTask<Value> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (call.Resource.Kind == TaskKind.Activity) call.Started(null);
        if (Next(call) is not { } mock || (mock["event"] is StringValue { Text: var type } && type.EndsWith("TimedOut", StringComparison.Ordinal) && mock["submitted"] is null))
            return Never(cancellationToken);
        var outcome = new TaskOutcome(mock["result"], (mock["error"] as StringValue)?.Text, (mock["cause"] as StringValue)?.Text);
        var submitted = mock["submitted"];
        if (call.TaskToken is { } token && call.Resource.Kind != TaskKind.Activity)
        {
            if (submitted is null) throw new TaskFailedException(outcome.Error, outcome.Cause);
            if (outcome.Error != "States.Timeout") Engine!.Report(token, outcome);
            return ValueTask.FromResult(submitted);
        }
        if (submitted is not null) call.Submitted(submitted);
        return outcome.Result is { } result ? ValueTask.FromResult(result) : throw new TaskFailedException(outcome.Error, outcome.Cause);
    }

    private ObjectValue? Next(TaskCall call)
    {
        if (mocks[call.StateName] is not ArrayValue outcomes) return null;
        var index = new ArrayValue([.. call.MapIndex.Select(position => (Value)position)]);
        foreach (var outcome in outcomes.Cast<ObjectValue>())
        {
            if (outcome["mapIndex"] is { } place && !place.Equals(index)) continue;
            if (_used.Add(outcome)) return outcome;
        }
        return null;
    }

    private static async ValueTask<Value> Never(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return NullValue.Instance;
    }
}
