using System.Diagnostics.CodeAnalysis;
using Aot.Local.Json;

namespace Aot.Local.Asl.Evaluation;

/// <summary>The variables of a machine, of a Parallel branch or of a Map iteration; inner scopes read the outer ones and set their own.</summary>
internal sealed class VariableScope(VariableScope? outer)
{
    private Dictionary<string, Value>? _values;

    public bool TryGet(string name, [NotNullWhen(true)] out Value? value)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._values is not null && scope._values.TryGetValue(name, out value)) return true;
        }
        value = null;
        return false;
    }

    /// <summary>Sets variables of this scope; the caller has evaluated all of them before.</summary>
    public void Set(IReadOnlyList<KeyValuePair<string, Value>> assigned)
    {
        if (assigned.Count == 0) return;
        _values ??= new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, value) in assigned) _values[name] = value;
    }

    private readonly VariableScope? _outer = outer;
}
