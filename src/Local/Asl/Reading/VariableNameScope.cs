using Aot.Local.Asl.Model;

namespace Aot.Local.Asl.Reading;

/// <summary>Which variables one graph assigns, and the expressions that read some.</summary>
internal sealed class VariableNameScope
{
    private readonly HashSet<string> _assigned = new(StringComparer.Ordinal);
    private readonly List<(string Name, FieldReader Reader)> _assignments = [];
    private readonly string? _owner;

    /// <param name="outer">The scope around it.</param>
    /// <param name="owner">Where the Parallel or Map state stands that the scope belongs to.</param>
    /// <param name="isIsolated">The processor of a distributed Map: its executions see no variable of the machine around them.</param>
    public VariableNameScope(VariableNameScope? outer, string? owner = null, bool isIsolated = false)
    {
        Outer = isIsolated ? null : outer;
        _owner = owner;
        outer?.Inner.Add(this);
    }

    public VariableNameScope? Outer { get; }

    public List<ExpressionUse> Expressions { get; } = [];

    /// <summary>Scopes of Parallel branches and Map iterations below.</summary>
    public List<VariableNameScope> Inner { get; } = [];

    public IReadOnlyList<(string Name, FieldReader Reader)> Assignments => _assignments;

    public void Note(string name, FieldReader reader)
    {
        _assigned.Add(name);
        _assignments.Add((name, reader));
    }

    /// <summary>Whether this scope or one around it assigns the name.</summary>
    public bool Knows(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._assigned.Contains(name)) return true;
        }
        return false;
    }

    /// <summary>Whether a scope around this one assigns the name, other than in the very state that this scope belongs to.</summary>
    public bool IsAssignedOutside(string name)
    {
        for (var scope = this; scope.Outer is { } outer; scope = outer)
        {
            if (outer._assignments.Exists(assigned => assigned.Name == name && !assigned.Reader.Location.StartsWith(scope._owner!, StringComparison.Ordinal))) return true;
        }
        return false;
    }
}
