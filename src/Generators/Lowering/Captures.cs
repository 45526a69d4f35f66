using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Lowering;

/// <summary>Hands a child execution what its body reads of the workflow around it: child executions see no variables but their own.</summary>
internal static class Captures
{
    private const string Item = "item";
    private const string BatchInput = "BatchInput";

    // map    body   first   Pass   item = $states.input                            map    ItemSelector: { item: the item, total: $total }
    //               use     Task   … $item … $total …                   ──▶               body   first   Pass   item = $states.input.item, total_2 = $states.input.total
    //                                                                                            use     Task   … $item … $total_2 …
    // With batches the values are the BatchInput and the batch keeps its form.
    public static MapState PassAsInput(MapState map, Func<string, string> newVariable)
    {
        var paths = Paths(map.Body);
        if (paths.Count == 0)
            return map;
        var members = Members(paths);
        var variables = paths.ToDictionary(Key, p => newVariable(Hint(p)), StringComparer.Ordinal);
        var body = map.Body;
        Replace(body, e => Key(e) is { } key && variables.TryGetValue(key, out var variable) ? new VariableExpr(variable, e.Type) : null);
        var batcher = map.Settings.Fields.FirstOrDefault(f => f.Name == "ItemBatcher");
        var own = new StateInputExpr(JsonType.Object("", []));
        Expr source = batcher is null ? own : new MemberExpr(own, BatchInput, JsonType.Object("", []));

        // The body begins with the assignment of its item.
        var first = (PassState)body[body.Start];
        var item = first.Next.Assignments[0];
        var assignments = paths.Select((p, i) => new Assignment(variables[Key(p)!], new MemberExpr(source, members[i].Name, p.Type)));
        var itemValue = batcher is null ? new MemberExpr(own, Item, item.Value.Type) : item.Value;
        body[body.Start] = first with { Next = first.Next with { Assignments = [item with { Value = itemValue }, .. assignments] } };
        if (batcher is not null)
            return map with { Settings = map.Settings with { Fields = map.Settings.Fields.Select(f => f == batcher ? WithInput(f, members) : f).ToEquatableArray() } };
        var current = new MemberExpr(new MemberExpr(new ContextExpr(), "Map", JsonType.Object("", [])), "Item", JsonType.Object("", []));
        var selected = new ObjectMember(Item, new MemberExpr(current, "Value", item.Value.Type));
        return map with { Selector = new ObjectExpr([selected, .. members], JsonType.Object("", [])) };
    }

    /// <summary>True where an expression of the graph reads the workflow's input.</summary>
    public static bool ReadsInput(StateGraph graph) => Expressions(graph).Any(e => e.Descendants().Any(d => d is InputExpr));

    /// <summary>Warns of whole collections that every child execution gets.</summary>
    public static void Report(StateGraph graph, DiagnosticSink sink)
    {
        foreach (var state in graph.Ids.Select(id => graph[id]))
        {
            if (state is MapState { IsDistributed: true } map)
            {
                foreach (var member in Passed(map).Where(m => m.Value.Type.Kind is JsonKind.Array or JsonKind.Dictionary))
                    sink.Report(Descriptors.CollectionCaptured, map.Origin.Location, member.Name);
            }

            foreach (var inner in state.Inner)
                Report(inner, sink);
        }
    }

    private static IEnumerable<ObjectMember> Passed(MapState map)
    {
        var batcher = map.Settings.Fields.FirstOrDefault(f => f.Name == "ItemBatcher")?.Value as ObjectExpr;
        var passed = batcher is null ? map.Selector : batcher.Members.FirstOrDefault(m => m.Name == BatchInput)?.Value;
        return (passed as ObjectExpr)?.Members.Where(m => m.Name != Item) ?? [];
    }

    // Outer variables, the workflow's input, and their members, as far as the body names them; none that is part of another.
    private static List<Expr> Paths(StateGraph body)
    {
        var own = new HashSet<string>(Assigned(body), StringComparer.Ordinal);
        var paths = new Dictionary<string, Expr>(StringComparer.Ordinal);
        foreach (var expression in Expressions(body))
            expression.Substitute(e => IsOuter(e, own) ? Note(e) : null);
        return paths.Values.Where(p => !Beginnings(p).Any(b => paths.ContainsKey(Key(b)!))).ToList();

        // Behind a test the same path is known not to be null; what is passed may be.
        Expr Note(Expr path)
        {
            var key = Key(path)!;
            if (!paths.TryGetValue(key, out var known) || (path.Type.IsNullable && !known.Type.IsNullable))
                paths[key] = path;
            return path;
        }
    }

    // input.a.b → .a.b; null for what is no path
    private static string? Key(Expr expr) => expr switch
    {
        InputExpr => "",
        VariableExpr variable => variable.Name,
        MemberExpr member => Key(member.Target) is { } target ? $"{target}.{member.Name}" : null,
        _ => null,
    };

    private static bool IsOuter(Expr expr, HashSet<string> own) => expr switch
    {
        InputExpr => true,
        VariableExpr variable => !own.Contains(variable.Name),
        MemberExpr member => IsOuter(member.Target, own),
        _ => false,
    };

    private static IEnumerable<Expr> Beginnings(Expr path)
    {
        for (; path is MemberExpr member; path = member.Target)
            yield return member.Target;
    }

    private static List<ObjectMember> Members(List<Expr> paths)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { Item };
        var members = new List<ObjectMember>();
        foreach (var path in paths)
        {
            var hint = Hint(path);
            var name = hint;
            for (var number = 2; !taken.Add(name); number++)
                name = $"{hint}_{number}";
            members.Add(new ObjectMember(name, path));
        }

        return members;
    }

    private static string Hint(Expr path) => path switch
    {
        VariableExpr variable => variable.Name,
        MemberExpr member => member.Name,
        _ => "input",
    };

    private static ObjectMember WithInput(ObjectMember batcher, List<ObjectMember> members)
    {
        var literal = (ObjectExpr)batcher.Value;
        var input = new ObjectMember(BatchInput, new ObjectExpr(members.ToEquatableArray(), JsonType.Object("", [])));
        return batcher with { Value = literal with { Members = [.. literal.Members, input] } };
    }

    private static IEnumerable<string> Assigned(StateGraph graph) => graph.Ids.Select(id => graph[id])
        .SelectMany(s => s.Edges.SelectMany(e => e.Assignments).Select(a => a.Variable).Concat(s.Inner.SelectMany(Assigned)));

    private static IEnumerable<Expr> Expressions(StateGraph graph) =>
        graph.Ids.Select(id => graph[id]).SelectMany(s => s.AllExpressions().Concat(s.Inner.SelectMany(Expressions)));

    private static void Replace(StateGraph graph, Func<Expr, Expr?> replace)
    {
        Expr Change(Expr expr) => expr.Substitute(replace);
        foreach (var id in graph.Ids)
        {
            foreach (var inner in graph[id].Inner)
                Replace(inner, replace);
            graph[id] = graph[id].MapExpressions(Change).MapEdges(e => e with
            {
                Assignments = e.Assignments.Select(a => a with { Value = Change(a.Value) }).ToEquatableArray(),
                Output = e.Output is null ? null : Change(e.Output),
            });
        }
    }
}
