using System.Diagnostics.CodeAnalysis;
using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Asl.Evaluation;

/// <summary>The variables of a machine, of a Parallel branch or of a Map iteration; inner scopes read the outer ones and set their own.</summary>
internal sealed class VariableScope(VariableScope? outer)
{
    private const long MaxAssignBytes = PayloadLimit.MaxBytes; // Step Functions quotas, "maximum size of all variables in a single Assign"
    private const long MaxTotalBytes = 10 * 1024 * 1024; // Step Functions quotas, "total size of all stored variables"

    private Dictionary<string, Value>? _values;
    private long _bytes;

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
        _bytes += Growth(assigned, out _);
        foreach (var (name, value) in assigned) _values[name] = value;
    }

    /// <summary>Refuses variables that are too large, by themselves or with those that are there.</summary>
    /// <exception cref="StateFailure">States.DataLimitExceeded.</exception>
    public void RequireRoom(IReadOnlyList<KeyValuePair<string, Value>> assigned, string stateName)
    {
        if (assigned.Count == 0) return;
        var total = Growth(assigned, out var bytes);
        for (var scope = this; scope is not null; scope = scope._outer) total += scope._bytes;
        if (bytes > MaxAssignBytes || total > MaxTotalBytes)
            throw new StateFailure(ErrorNames.DataLimitExceeded, $"The variables assigned in the state '{stateName}' exceed the maximum number of bytes service limit.");
    }

    private long Growth(IReadOnlyList<KeyValuePair<string, Value>> assigned, out long bytes)
    {
        var (gone, come) = (0L, 0L);
        foreach (var (name, value) in assigned)
        {
            come += Size(value);
            if (_values is not null && _values.TryGetValue(name, out var old)) gone += Size(old);
        }
        bytes = come;
        return come - gone;
    }

    // Scalars need no writing out: loops count with them.
    private static long Size(Value value)
    {
        const long ScalarBytes = 8;
        return value is NumberValue or BooleanValue or NullValue ? ScalarBytes : PayloadLimit.Bytes(value);
    }

    private readonly VariableScope? _outer = outer;
}
