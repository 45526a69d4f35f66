using Aot.Generators.Ir.Expressions;
using Aot.Generators.Jsonata;
using Aot.Generators.Lowering;

namespace Aot.Generators.Asl;

/// <summary>Checks a definition as Step Functions would, before anyone deploys it. A finding is a fault of this compiler.</summary>
internal static class SelfCheck
{
    /// <summary>The first thing that is wrong, or null.</summary>
    public static string? Find(AslMachine machine, StateGraph graph)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return CheckStates(machine, names) ?? CheckVariables(graph, new HashSet<string>(StringComparer.Ordinal));
    }

    private static string? CheckStates(AslMachine machine, HashSet<string> names)
    {
        var own = machine.States.ToDictionary(s => s.Name, s => s, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([machine.StartAt]);
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (!own.TryGetValue(name, out var state))
                return $"the state '{name}' is a target and does not exist";
            if (!reached.Add(name))
                continue;
            foreach (var next in Exits(state))
            {
                if (next.Next is not null)
                    open.Push(next.Next);
            }
        }

        foreach (var state in machine.States)
        {
            if (!reached.Contains(state.Name))
                return $"the state '{state.Name}' cannot be reached";
            if (!names.Add(state.Name))
                return $"the name '{state.Name}' is used twice";
            if (state.Name.Length > Limits.MaxStateNameLength)
                return $"the name '{state.Name}' is longer than {Limits.MaxStateNameLength} characters";
            if (CheckExits(state) is { } fault)
                return fault;
            foreach (var inner in Inner(state))
            {
                if (CheckStates(inner, names) is { } innerFault)
                    return innerFault;
            }
        }

        return null;
    }

    private static string? CheckExits(AslState state)
    {
        foreach (var next in Exits(state))
        {
            if (next.Next is null && state is AslChoice)
                return $"the choice '{state.Name}' has a rule without a next state";
            if (next.Next is null == next.Output is null)
                return $"the state '{state.Name}' must either go on or end";
            var variable = next.Assign.FirstOrDefault(a => JsonataNames.IsReserved(a.Name) || a.Name.StartsWith("_", StringComparison.Ordinal));
            if (variable is not null)
                return $"the state '{state.Name}' assigns the reserved name '{variable.Name}'";
            if (next.Assign.Select(a => a.Name).Distinct().Count() != next.Assign.Count)
                return $"the state '{state.Name}' assigns a variable twice";
        }

        return null;
    }

    private static IEnumerable<AslNext> Exits(AslState state) => state switch
    {
        AslPass pass => [pass.Then],
        AslChoice choice => [.. choice.Rules.Select(r => r.Then), choice.Default],
        AslWait wait => [wait.Then],
        AslTask task => [task.Then, .. task.Catchers.Select(c => c.Then)],
        AslParallel parallel => [parallel.Then, .. parallel.Catchers.Select(c => c.Then)],
        AslMap map => [map.Then, .. map.Catchers.Select(c => c.Then)],
        _ => [],
    };

    private static IEnumerable<AslMachine> Inner(AslState state) => state switch
    {
        AslParallel parallel => parallel.Branches,
        AslMap map => [map.Body],
        _ => [],
    };

    // Every variable has a value on every path to where it is read, and no branch assigns a name of the scope around it.
    private static string? CheckVariables(StateGraph graph, HashSet<string> outer)
    {
        var defined = Defined(graph, outer);
        foreach (var id in graph.Ids)
        {
            var (state, known) = (graph[id], defined[id]);
            var reads = state.AllExpressions().ToArray();
            var unknown = reads.SelectMany(e => e.FreeVariables()).FirstOrDefault(v => !known.Contains(v));
            if (unknown is not null)
                return $"the state '{state.Origin.Name}' reads the variable '{unknown}', which has no value on some path";
            if (reads.Any(e => e.Descendants().Any(d => d is InvalidExpr)))
                return $"the state '{state.Origin.Name}' holds an expression that could not be read";
            var hidden = state.Edges.SelectMany(e => e.Assignments).FirstOrDefault(a => outer.Contains(a.Variable));
            if (hidden is not null)
                return $"the state '{state.Origin.Name}' assigns '{hidden.Variable}' of the scope around its branch";
            var isAlone = state is MapState { IsDistributed: true };
            if (isAlone && state.Inner.Any(Captures.ReadsInput))
                return $"the executions of '{state.Origin.Name}' read the input of another";
            foreach (var inner in state.Inner)
            {
                if (CheckVariables(inner, isAlone ? new HashSet<string>(StringComparer.Ordinal) : known) is { } fault)
                    return fault;
            }
        }

        return null;
    }

    // A variable is defined at a state when every edge that leads there brings it along.
    private static Dictionary<int, HashSet<string>> Defined(StateGraph graph, HashSet<string> outer)
    {
        var defined = new Dictionary<int, HashSet<string>> { [graph.Start] = new(outer, StringComparer.Ordinal) };
        var open = new Queue<int>([graph.Start]);
        while (open.Count > 0)
        {
            var id = open.Dequeue();
            foreach (var edge in graph[id].Edges.Where(e => e.Target is not null))
            {
                var after = new HashSet<string>(defined[id].Concat(edge.Assignments.Select(a => a.Variable)), StringComparer.Ordinal);
                var target = edge.Target!.Value;
                if (!defined.TryGetValue(target, out var known))
                    defined[target] = after;
                else if (known.IsSubsetOf(after))
                    continue;
                else
                    known.IntersectWith(after);
                open.Enqueue(target);
            }
        }

        return defined;
    }
}
