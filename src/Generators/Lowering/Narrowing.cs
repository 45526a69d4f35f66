using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Lowering;

/// <summary>Keeps of a service's answer only the members that are read: what a state carries is limited, and a service says more than anybody asked.</summary>
/// <param name="decodedOnly">Before the merges: an answer as it is costs nothing to name, one that is decoded does.</param>
internal sealed class Narrowing(bool decodedOnly)
{
    // Members that are read of a variable; null where something reads it as a whole.
    private readonly Dictionary<string, HashSet<string>?> _reads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    // Assign r = $states.result, and later only $r.Count   ──▶   Assign r = {"Count": $states.result.Count}
    public static void Narrow(StateGraph graph, bool decodedOnly)
    {
        var narrowing = new Narrowing(decodedOnly);
        narrowing.Look(graph);
        narrowing.Change(graph);
    }

    private void Look(StateGraph graph)
    {
        foreach (var state in graph.Ids.Select(id => graph[id]))
        {
            foreach (var expression in state.AllExpressions())
                Look(expression);
            foreach (var assignment in state.Edges.SelectMany(e => e.Assignments).Where(a => !IsAnswer(a.Value)))
                _others.Add(assignment.Variable);
            foreach (var inner in state.Inner)
                Look(inner);
        }
    }

    private void Look(Expr expression)
    {
        switch (expression)
        {
            case MemberExpr { Target: VariableExpr variable } member:
                if (!_reads.TryGetValue(variable.Name, out var members))
                    _reads[variable.Name] = members = new HashSet<string>(StringComparer.Ordinal);
                members?.Add(member.Name);
                break;
            case VariableExpr variable:
                _reads[variable.Name] = null;
                break;
            default:
                foreach (var child in expression.Children)
                    Look(child);
                break;
        }
    }

    private void Change(StateGraph graph)
    {
        foreach (var id in graph.Ids.ToArray())
        {
            graph[id] = graph[id].MapEdges(e => e with { Assignments = e.Assignments.Select(Change).ToEquatableArray() });
            foreach (var inner in graph[id].Inner)
                Change(inner);
        }
    }

    private Assignment Change(Assignment assignment) =>
        IsAnswer(assignment.Value) && !(decodedOnly && assignment.Value is TaskResultExpr) && !_others.Contains(assignment.Variable) && _reads.TryGetValue(assignment.Variable, out var read) && read is not null
            ? assignment with { Value = Narrowed(assignment.Value, read) }
            : assignment;

    // What may fail stays, so that it fails here as before. A null is as good as an absent member to who reads it.
    private static ObjectExpr Narrowed(Expr answer, HashSet<string> read)
    {
        var members = answer is ObjectExpr literal
            ? literal.Members
            : answer.Type.Members.Select(m => new ObjectMember(m.Name, new MemberExpr(answer, m.Name, m.Type)));
        return new ObjectExpr(members.Where(m => read.Contains(m.Name) || m.Value.CanFail()).Select(m => m with { OmitWhenNull = false }).ToEquatableArray(), answer.Type);
    }

    // A service's answer, as it is or with members decoded. A Lambda function returns what its caller wants.
    private static bool IsAnswer(Expr value) =>
        value.Type is { Kind: JsonKind.Object, IsNullable: false, Members.Count: > 0 }
        && value.Type.Members.All(m => m.OmitWhenNull)
        && (value is TaskResultExpr || (value is ObjectExpr && value.Descendants().Any(d => d is TaskResultExpr)));
}
