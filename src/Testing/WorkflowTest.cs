using System.Reflection;
using Aot.Authoring;

namespace Aot.Testing;

/// <summary>Runs a workflow in a unit test: as the C# it is, as the state machine it compiles to, or both against each other.</summary>
/// <remarks>
/// Dependencies are objects for the constructor's parameters, found by type: fakes of the interfaces, handlers or classes derived from them.
/// <see cref="TimeProvider"/> and <see cref="Flow"/> need not be given: time is virtual, and an hour's delay takes none.
/// A failing workflow is a run with an error, not an exception.
/// </remarks>
public static class WorkflowTest
{
    /// <summary>Calls <c>RunAsync</c>.</summary>
    /// <param name="input">What is passed to <c>RunAsync</c>; it goes through JSON, as in Step Functions. Null where there is no parameter.</param>
    /// <param name="dependencies">What the constructor takes.</param>
    public static WorkflowRun RunNative<TWorkflow>(object? input, params object[] dependencies)
        where TWorkflow : class => new NativeRunner(typeof(TWorkflow), new Dependencies(typeof(TWorkflow), dependencies).Complete()).Run(input);

    /// <summary>Runs the compiled definition in the local engine; the dependencies answer its tasks.</summary>
    /// <param name="input">The execution's input.</param>
    /// <param name="dependencies">What the constructor takes.</param>
    public static WorkflowRun RunAsl<TWorkflow>(object? input, params object[] dependencies)
        where TWorkflow : class => new MachineRunner(typeof(TWorkflow), new Dependencies(typeof(TWorkflow), dependencies).Complete()).Run(input);

    /// <summary>Runs both and compares output or error, and the calls with their arguments.</summary>
    /// <param name="input">What is passed to <c>RunAsync</c>.</param>
    /// <param name="dependencies">Makes what the constructor takes; called once for each run, so that fakes with a memory begin anew.</param>
    /// <returns>The run of the state machine.</returns>
    /// <exception cref="WorkflowMismatchException">They differ.</exception>
    /// <remarks>
    /// Calls from branches that run at the same time may come in any order. Calls of a handler's method that is not <c>virtual</c> cannot be seen
    /// in C# and are not compared.
    /// </remarks>
    public static WorkflowRun RunBoth<TWorkflow>(object? input, Func<object[]> dependencies)
        where TWorkflow : class
    {
        var native = RunNative<TWorkflow>(input, dependencies());
        var machine = RunAsl<TWorkflow>(input, dependencies());
        if (Differences.Between(native, machine, isConcurrent: MachineRunner.IsConcurrent(typeof(TWorkflow))) is { } differences)
            throw new WorkflowMismatchException($"{typeof(TWorkflow).Name} means one thing in C# and another as a state machine.\n{differences}");
        return machine;
    }

    /// <summary>The one method of a workflow.</summary>
    internal static MethodInfo RunAsync(Type workflow) => workflow.GetMethod("RunAsync")
        ?? throw new ArgumentException($"'{workflow.Name}' is no workflow: it has no public RunAsync.", nameof(workflow));
}
