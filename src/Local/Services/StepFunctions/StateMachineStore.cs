using System.Collections.Concurrent;
using Aot.Local.Asl.Model;

namespace Aot.Local.Services.StepFunctions;

/// <summary>A state machine as it was created or last updated.</summary>
internal sealed record StateMachine(
    string Arn, string Name, WorkflowType Type, string RoleArn, StateMachineDefinition Definition,
    DateTimeOffset CreationDate, DateTimeOffset UpdateDate, string RevisionId);

/// <summary>The machines by ARN.</summary>
internal sealed class StateMachineStore
{
    private readonly ConcurrentDictionary<string, StateMachine> _machines = new(StringComparer.Ordinal);

    public IReadOnlyList<StateMachine> All => [.. _machines.Values.OrderBy(machine => machine.Name, StringComparer.Ordinal)];

    public StateMachine? Find(string arn) => _machines.GetValueOrDefault(arn);

    /// <summary>Adds a machine, unless one of that ARN is there: then that one is returned.</summary>
    public StateMachine GetOrAdd(StateMachine machine) => _machines.GetOrAdd(machine.Arn, machine);

    public void Replace(StateMachine machine) => _machines[machine.Arn] = machine;

    public void Remove(string arn) => _machines.TryRemove(arn, out _);
}
