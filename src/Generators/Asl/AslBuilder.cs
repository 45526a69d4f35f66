using Aot.Generators.Ir.Expressions;
using Aot.Generators.Jsonata;
using Aot.Generators.Lowering;

namespace Aot.Generators.Asl;

/// <summary>Turns flat states into the records of the States Language: names for ids, JSONata for expressions.</summary>
internal sealed class AslBuilder(StateNamer names)
{
    public AslMachine Build(StateGraph graph) =>
        new(names[graph, graph.Start], graph.Ids.Select(id => Build(graph, names[graph, id], graph[id])).ToEquatableArray());

    private AslState Build(StateGraph graph, string name, FlatState state) => state switch
    {
        PassState pass => new AslPass(name, Then(graph, pass.Next)),
        ChoiceState choice => new AslChoice(
            name,
            choice.Rules.Select(r => new AslRule(JsonataWriter.Expression(r.Condition), Then(graph, r.Next))).ToEquatableArray(),
            Then(graph, choice.Default)),
        WaitState wait => new AslWait(name, JsonataWriter.Template(wait.Until), wait.IsTimestamp, Then(graph, wait.Next)),
        TaskState task => new AslTask(
            name,
            task.Call.Resource,
            JsonataWriter.Template(task.Call.Arguments),
            Seconds(task.Call.TimeoutSeconds),
            Seconds(task.Call.HeartbeatSeconds),
            task.Call.Retries,
            Catchers(graph, task),
            Then(graph, task.Next)) { RoleArn = task.Call.RoleArn },
        ParallelState parallel => new AslParallel(
            name, parallel.Branches.Select(Build).ToEquatableArray(), Catchers(graph, parallel), Then(graph, parallel.Next)),
        MapState map => new AslMap(
            name,
            map.Items is null ? null : JsonataWriter.Template(map.Items),
            map.Selector is null ? null : JsonataWriter.Template(map.Selector),
            map.Settings.Fields.Select(f => new JsonProperty(f.Name, JsonataWriter.Template(f.Value))).ToEquatableArray(),
            map.Settings.Mode,
            Build(map.Body),
            Catchers(graph, map),
            Then(graph, map.Next)),
        SucceedState succeed => new AslSucceed(name, Output(succeed.Output)),
        FailState fail => new AslFail(name, JsonataWriter.Template(fail.Error), fail.Cause is null ? null : JsonataWriter.Template(fail.Cause)),
        _ => throw new InvalidOperationException($"No ASL for {state.GetType().Name}."),
    };

    private static JsonText? Seconds(Expr? seconds) => seconds is null ? null : JsonataWriter.Template(seconds);

    private EquatableArray<AslCatcher> Catchers(StateGraph graph, WorkState state) =>
        state.Catchers.Zip(state.Catches, (c, edge) => new AslCatcher(c.ErrorNames, Then(graph, edge))).ToEquatableArray();

    private AslNext Then(StateGraph graph, Edge edge) => new(
        edge.Assignments.Select(a => new JsonProperty(a.Variable, JsonataWriter.Template(a.Value))).ToEquatableArray(),
        edge.Target is { } target ? names[graph, target] : null,
        edge.Target is null ? Output(edge.Output) : null);

    // AWS accepts any JSON here; asl-validator wants an object or an expression, and both accept that.
    private static JsonText Output(Expr? value)
    {
        var output = value ?? ConstantExpr.Null;
        return JsonataWriter.Template(output) is JsonObject template ? template : JsonText.Of($"{{% {JsonataWriter.Expression(output)} %}}");
    }
}
