using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;
using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;
using LocalEngine = Aot.Local.Asl.Running.Engine;

namespace Aot.Engine;

/// <summary>An engine on the caller's thread, and what it runs.</summary>
internal static class LoopMachine
{
    private const string Loop = """
        {"QueryLanguage": "JSONata", "StartAt": "Begin", "States": {
          "Begin": {"Type": "Pass", "Assign": {"i": 0, "limit": "{% $states.input.limit %}"}, "Next": "More?"},
          "More?": {"Type": "Choice", "Choices": [{"Condition": "{% $i < $limit %}", "Next": "Count"}], "Default": "Done"},
          "Count": {"Type": "Pass", "Assign": {"i": "{% $i + 1 %}"}, "Next": "More?"},
          "Done": {"Type": "Succeed", "Output": "{% $i %}"} } }
        """;

    private const string Wait = """
        {"QueryLanguage": "JSONata", "StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 31536000, "Next": "Done"}, "Done": {"Type": "Succeed"} } }
        """;

    public static StateMachineDefinition LoopDefinition(WorkflowType type) => DefinitionReader.Read(Loop, type);

    public static StateMachineDefinition WaitDefinition { get; } = DefinitionReader.Read(Wait, WorkflowType.Standard);

    public static LocalEngine NewEngine(TimeProvider time) => new(new NoTasks(), time, new Random(1), dispatch: drain => drain());

    public static Execution Start(LocalEngine engine, StateMachineDefinition definition, WorkflowType type, int number, Value input) => engine.Start(
        new ExecutionIdentity(
            $"arn:aws:states:us-east-1:000000000000:execution:M:{number}", $"{number}", "arn:aws:states:us-east-1:000000000000:stateMachine:M", "M",
            "arn:aws:iam::000000000000:role/r", type),
        definition, input);

    private sealed class NoTasks : ITaskRunner
    {
        public ValueTask<Value> RunAsync(TaskCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("These machines have no tasks.");
    }
}
