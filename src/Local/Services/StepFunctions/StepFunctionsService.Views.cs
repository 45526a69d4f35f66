using Aot.Local.Asl.Running;

namespace Aot.Local.Services.StepFunctions;

/// <summary>What the dashboard looks at, beside the API.</summary>
internal sealed partial class StepFunctionsService
{
    public IReadOnlyList<StateMachine> Machines => _machines.All;

    /// <summary>A machine's executions, newest first.</summary>
    public IReadOnlyList<Execution> ExecutionsOf(string machineArn) => _executions.Of(machineArn);

    /// <summary>Reads an execution while it stands still; null when there is none of that ARN.</summary>
    public T? View<T>(string executionArn, Func<Execution, T> read) where T : class =>
        _executions.Find(executionArn) is { } execution ? _engine.Read(execution, read) : null;
}
