using Aot.Local.Json;

namespace Aot.Local.Demo;

/// <summary>What every part of the demo works with.</summary>
internal sealed record DemoRun(Stack Stack, DemoClients Clients, DemoReport Report, TimeProvider Time, CancellationToken Stop)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>A resource's Ref: a queue's URL, a table's name, a machine's ARN.</summary>
    /// <exception cref="DemoException">The template does not have it.</exception>
    public string Ref(string logicalId) => Stack.Template.Resources.Any(resource => resource.LogicalId == logicalId)
        ? ((StringValue)Stack.Template.Intrinsics.Evaluate(new ObjectValue { ["Ref"] = logicalId }, 1)!).Text
        : throw new DemoException($"The template has no {logicalId}: the demo plays the three systems of this repository's own template.");

    /// <summary>Asks until the answer will do, and returns it; after a while, the last answer as it is.</summary>
    public async Task<T> UntilAsync<T>(Func<Task<T>> ask, Predicate<T> isEnough)
    {
        var started = Time.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (isEnough(answer) || Time.GetElapsedTime(started) > Patience) return answer;
            await Task.Delay(PollInterval, Time, Stop);
        }
    }

    /// <summary>The executions of a machine, newest first.</summary>
    public async Task<IReadOnlyList<ObjectValue>> ExecutionsAsync(string machine)
    {
        var answer = await Clients.StepFunctionsAsync("ListExecutions", new ObjectValue { ["stateMachineArn"] = Ref(machine) }, Stop);
        return [.. ((ArrayValue)answer["executions"]!).Cast<ObjectValue>()];
    }

    /// <summary>Waits for an execution's end and describes it.</summary>
    public Task<ObjectValue> EndOfAsync(string executionArn) => UntilAsync(
        () => Clients.StepFunctionsAsync("DescribeExecution", new ObjectValue { ["executionArn"] = executionArn }, Stop),
        description => Text(description, "status") != "RUNNING");

    /// <summary>A member of an answer as text.</summary>
    public static string Text(ObjectValue answer, string member) => answer[member] switch
    {
        null => "",
        StringValue text => text.Text,
        var other => other.ToJson(),
    };
}
