using Aot.Local.Asl.Items;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;
using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl;

/// <summary>Runs definitions on the test's own thread, under a virtual clock, with scripted tasks.</summary>
internal sealed class Machine : ITaskRunner, IDisposable
{
    private readonly Func<TaskCall, CancellationToken, ValueTask<Value>> _run;

    public Machine(Func<TaskCall, CancellationToken, ValueTask<Value>> run, VirtualTime? time = null, IObjectStore? objects = null, int? interleaving = null)
    {
        _run = run;
        Time = time ?? new VirtualTime();
        Engine = new Engine(this, Time, new Random(1), dispatch: drain => drain(), objects, interleaving: interleaving is { } seed ? new Random(seed) : null);
    }

    /// <summary>Every task answers at once.</summary>
    public Machine(Func<TaskCall, Value> run) : this((call, _) => ValueTask.FromResult(run(call)))
    {
    }

    public Machine() : this(call => throw new TaskFailedException("NotScripted", call.StateName))
    {
    }

    public VirtualTime Time { get; }

    public Engine Engine { get; }

    /// <summary>The tasks that were started, in order.</summary>
    public List<TaskCall> Calls { get; } = [];

    public ValueTask<Value> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        Calls.Add(call);
        return _run(call, cancellationToken);
    }

    /// <summary>Starts a definition; what needs no time has happened on return.</summary>
    public Execution Start(string definition, string input = "{}", WorkflowType type = WorkflowType.Standard)
    {
        var read = DefinitionReader.Read(definition, type);
        Assert.True(read.IsValid, string.Join(Environment.NewLine, read.Diagnostics));
        return Start(read, Value.Parse(input), type);
    }

    public Execution Start(StateMachineDefinition definition, Value input, WorkflowType type = WorkflowType.Standard, ExecutionIdentity? identity = null) =>
        Engine.Start(
            identity ?? new ExecutionIdentity(
                "arn:aws:states:us-east-1:000000000000:execution:M:e", "e", "arn:aws:states:us-east-1:000000000000:stateMachine:M", "M",
                "arn:aws:iam::000000000000:role/r", type),
            definition, input);

    /// <summary>Starts a definition and moves the clock until it has ended.</summary>
    public Execution Run(string definition, string input = "{}", WorkflowType type = WorkflowType.Standard)
    {
        var execution = Start(definition, input, type);
        RunToEnd(execution);
        return execution;
    }

    public void RunToEnd(Execution execution)
    {
        RunWhileThereAreTimers(execution);
        Assert.NotEqual(ExecutionStatus.Running, execution.Status);
    }

    public void RunWhileThereAreTimers(Execution execution)
    {
        while (execution.Status == ExecutionStatus.Running && Time.MoveToNextTimer())
        {
        }
    }

    public void Dispose() => Engine.Dispose();
}
