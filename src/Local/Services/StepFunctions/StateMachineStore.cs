using System.Diagnostics.CodeAnalysis;
using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

/// <summary>A state machine as it was created or last updated: one revision of it.</summary>
/// <param name="Arn">Without version or alias.</param>
/// <param name="RevisionId">Null until the first update that changes something.</param>
internal sealed record StateMachine(
    string Arn, string Name, WorkflowType Type, string RoleArn, StateMachineDefinition Definition, MachineConfiguration Configuration,
    DateTimeOffset CreationDate, DateTimeOffset UpdateDate, string? RevisionId);

/// <summary>A revision that was published under a number.</summary>
internal sealed record MachineVersion(int Number, string Arn, StateMachine Machine, DateTimeOffset CreationDate, string? Description);

/// <summary>A name for one version, or for two among which executions are split.</summary>
internal sealed record MachineAlias(
    string Name, string Arn, string? Description, IReadOnlyList<AliasRoute> Routes, DateTimeOffset CreationDate, DateTimeOffset UpdateDate)
{
    public ArrayValue RoutingConfiguration =>
        Shape.List(Routes.Select(route => Shape.Of(("stateMachineVersionArn", route.VersionArn), ("weight", route.Weight))));
}

/// <param name="VersionArn">A version of the alias's machine.</param>
/// <param name="Weight">Percent of the executions.</param>
internal sealed record AliasRoute(string VersionArn, int Weight);

/// <summary>A machine with its versions and aliases. Read and changed under <see cref="StateMachineStore.Gate"/> only.</summary>
internal sealed class StoredMachine(StateMachine machine)
{
    public StateMachine Machine { get; set; } = machine;

    /// <summary>Oldest first.</summary>
    public List<MachineVersion> Versions { get; } = [];

    /// <summary>In the order of their creation.</summary>
    public List<MachineAlias> Aliases { get; } = [];

    /// <summary>The number given last; numbers of deleted versions are not given again.</summary>
    public int LastVersion { get; set; }

    public IEnumerable<string> AliasesOf(string versionArn) =>
        Aliases.Where(alias => alias.Routes.Any(route => route.VersionArn == versionArn)).Select(alias => alias.Name);
}

/// <summary>The machines by ARN.</summary>
internal sealed class StateMachineStore
{
    private readonly Dictionary<string, StoredMachine> _machines = new(StringComparer.Ordinal);

    /// <summary>Held by whoever reads or changes a machine.</summary>
    public Lock Gate { get; } = new();

    public IReadOnlyList<StateMachine> All
    {
        get
        {
            lock (Gate) return [.. _machines.Values.Select(stored => stored.Machine).OrderBy(machine => machine.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>The machine of an ARN without version or alias.</summary>
    public StoredMachine? Find(string arn) => _machines.GetValueOrDefault(arn);

    /// <summary>The machine that an ARN with a version or alias belongs to, and what stands behind its colon.</summary>
    public bool TryFindQualified(string arn, [NotNullWhen(true)] out StoredMachine? machine, out string qualifier)
    {
        var colon = arn.LastIndexOf(':');
        qualifier = arn[(colon + 1)..];
        return _machines.TryGetValue(arn[..Math.Max(0, colon)], out machine);
    }

    /// <summary>Adds a machine, unless one of that ARN is there: then that one is returned.</summary>
    public (StoredMachine Machine, bool IsNew) GetOrAdd(StateMachine machine)
    {
        if (_machines.TryGetValue(machine.Arn, out var known)) return (known, false);
        var added = new StoredMachine(machine);
        _machines.Add(machine.Arn, added);
        return (added, true);
    }

    public void Remove(string arn) => _machines.Remove(arn);
}
