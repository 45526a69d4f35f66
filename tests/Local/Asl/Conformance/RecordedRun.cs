using System.Globalization;
using System.Text.RegularExpressions;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;
using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;
using Aot.Local.Services.StepFunctions;

namespace Aot.Local.Tests.Asl.Conformance;

/// <summary>Runs a recorded case and tells where the engine does something else.</summary>
internal sealed class RecordedRun
{
    private readonly RecordedCase _case;
    private readonly List<string> _differences = [];
    private readonly ArrayValue _volatile;

    private RecordedRun(RecordedCase recorded)
    {
        _case = recorded;
        _volatile = recorded.Document["volatile"] as ArrayValue ?? [];
    }

    public static IReadOnlyList<string> Differences(RecordedCase recorded)
    {
        var run = new RecordedRun(recorded);
        run.Execute();
        return run._differences;
    }

    private void Execute()
    {
        var document = _case.Document;
        var type = _case.Text("type") == "EXPRESS" ? WorkflowType.Express : WorkflowType.Standard;
        var definition = DefinitionReader.Read(document["definition"]!.ToJson(), type);
        if (!definition.IsValid)
        {
            _differences.Add(definition.RefusalMessage);
            return;
        }
        var context = (ObjectValue)document["context"]!;
        var time = context["startTime"] is StringValue start
            ? new VirtualTime(DateTimeOffset.Parse(start.Text, CultureInfo.InvariantCulture))
            : new VirtualTime();
        var mocks = new MockedTasks((ObjectValue)document["mocks"]!);
        using var machine = new Machine(mocks.RunAsync, time, RecordedObjects(document));
        mocks.Engine = machine.Engine;
        var identity = new ExecutionIdentity(
            Text(context, "executionArn"), Text(context, "executionName"), Text(context, "stateMachineArn"), Text(context, "stateMachineName"), Text(context, "roleArn"), type);
        var execution = machine.Start(definition, document["input"]!, type, identity);
        machine.RunWhileThereAreTimers(execution);

        var writer = new HistoryWriter("us-east-1", includesData: true);
        Compare(execution, [.. execution.History.Events.Select(writer.Write)], machine.Calls);
    }

    private static Objects? RecordedObjects(ObjectValue document)
    {
        if (document["s3"] is not ArrayValue { Count: > 0 } recorded) return null;
        var objects = new Objects(Text((ObjectValue)recorded[0], "bucket"));
        foreach (var content in recorded.Cast<ObjectValue>()) objects.Put(Text(content, "key"), Text(content, "body"));
        return objects;
    }

    private void Compare(Execution execution, IReadOnlyList<ObjectValue> events, IReadOnlyList<TaskCall> calls)
    {
        var expect = _case.Expect;
        Same("status", (Value)(execution.Status switch { ExecutionStatus.TimedOut => "TIMED_OUT", var status => status.ToString().ToUpperInvariant() }));
        Same("output", execution.Output);
        Same("error", execution.Error is { } error ? (Value)error : null);
        CompareCause(execution.Cause);
        if (execution.Identity.Type == WorkflowType.Express) return;

        if (expect.Has("events")) Same("events", List(events.Select(happened => happened["type"]!)));
        if (expect.Has("states")) Same("states", List(events.Where(Is("StateEntered")).Select(happened => Details(happened, "stateEntered")["name"]!)));
        if (expect.Has("trace")) Same("trace", Trace(events));
        if (expect.Has("variables"))
            Same("variables", List(events.Where(Is("StateExited")).Where(happened => Assigned(happened) is not null)
                .Select(happened => new ObjectValue { ["state"] = Details(happened, "stateExited")["name"]!, ["assigned"] = Assigned(happened)! })));
        if (expect.Has("evaluationFailures"))
            Same("evaluationFailures", List(events.Where(Is("EvaluationFailed")).Select(happened => Details(happened, "evaluationFailed"))));
        if (expect["tasks"] is ArrayValue tasks) CompareTasks(tasks, events, calls);
    }

    private void CompareCause(string? cause)
    {
        var expect = _case.Expect;
        if (expect["causePattern"] is StringValue pattern)
        {
            if (cause is null || !Regex.IsMatch(cause, $"^(?:{pattern.Text})$", RegexOptions.Singleline)) _differences.Add($"cause: {cause} does not match {pattern.Text}");
        }
        else if (expect["causeIsJson"] is BooleanValue { Boolean: true } && expect["cause"] is StringValue json)
        {
            if (cause is null || !Value.Parse(json.Text).Equals(Value.Parse(cause))) _differences.Add($"cause: expected {json.Text}, was {cause}");
        }
        else Same("cause", cause is null ? null : (Value)cause);
    }

    // Recorded order means something only where one task runs at a time; as a set it always does.
    private void CompareTasks(ArrayValue expected, IReadOnlyList<ObjectValue> events, IReadOnlyList<TaskCall> calls)
    {
        var scheduled = events.Where(Is("Scheduled")).Select(happened => Details(happened, Lower(Type(happened)))).ToList();
        if (scheduled.Count != calls.Count) _differences.Add($"tasks: {scheduled.Count} scheduled, {calls.Count} run");
        var actual = scheduled.Zip(calls, TaskOf).ToList();
        foreach (var wanted in expected.Select(task => Plain((ObjectValue)task)))
        {
            if (actual.FindIndex(task => Placeholders.Match(wanted, task)) is var found && found >= 0) actual.RemoveAt(found);
            else _differences.Add($"tasks: expected {wanted}{Environment.NewLine}left     {string.Join(' ', actual)}");
        }
        if (actual.Count > 0) _differences.Add($"tasks: not expected {string.Join(' ', actual)}");
    }

    private static Value TaskOf(ObjectValue details, TaskCall call)
    {
        var task = new ObjectValue(details.Where(member => member.Key is not ("inputDetails" or "parameters" or "input"))) { ["state"] = call.StateName };
        task[call.Resource.Kind is TaskKind.Function or TaskKind.Activity ? "input" : "parameters"] = call.Arguments;
        if (call.MapIndex.Count > 0) task["mapIndex"] = List(call.MapIndex.Select(index => (Value)index));
        return task;
    }

    private static ObjectValue Plain(ObjectValue task) => new(task.Where(member => member.Key != "event"));

    // A state's visit begins at its entry; with iterations one after the other, the exit belongs to the latest open entry of that name.
    private static ArrayValue Trace(IReadOnlyList<ObjectValue> events)
    {
        List<ObjectValue> visits = [];
        foreach (var happened in events)
        {
            if (Is("StateEntered")(happened))
            {
                var entered = Details(happened, "stateEntered");
                visits.Add(new ObjectValue { ["state"] = entered["name"]!, ["input"] = Parsed(entered["input"]!) });
            }
            else if (Is("StateExited")(happened))
            {
                var exited = Details(happened, "stateExited");
                var visit = visits.Last(open => open["state"]!.Equals(exited["name"]) && !open.Has("output"));
                visit["output"] = Parsed(exited["output"]!);
                if (Assigned(happened) is { } assigned) visit["variables"] = assigned;
            }
        }
        return List(visits);
    }

    private void Same(string member, Value? actual)
    {
        var expected = _case.Expect[member];
        if (expected is null && actual is null) return;
        expected = expected is null ? null : Stable(expected, "/" + member);
        actual = actual is null ? null : Stable(actual, "/" + member);
        if (expected is null || !expected.Equals(actual))
            _differences.Add($"{member}:{Environment.NewLine}  expected {expected}{Environment.NewLine}  was      {actual}");
    }

    private Value Stable(Value value, string pointer)
    {
        if (_volatile.Any(place => ((StringValue)place).Text == pointer)) return NullValue.Instance;
        return value switch
        {
            ObjectValue members => new ObjectValue(members.Select(member => KeyValuePair.Create(
                member.Key, Stable(member.Value, $"{pointer}/{member.Key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}")))),
            ArrayValue array => List(array.Select((item, index) => Stable(item, $"{pointer}/{index}"))),
            _ => value,
        };
    }

    private static Func<ObjectValue, bool> Is(string suffix) => happened => Type(happened).EndsWith(suffix, StringComparison.Ordinal);

    private static string Type(ObjectValue happened) => Text(happened, "type");

    private static string Lower(string type) => char.ToLowerInvariant(type[0]) + type[1..];

    private static ObjectValue Details(ObjectValue happened, string prefix) => (ObjectValue)happened[prefix + "EventDetails"]!;

    private static ObjectValue? Assigned(ObjectValue happened) =>
        Details(happened, "stateExited")["assignedVariables"] is ObjectValue assigned
            ? new ObjectValue(assigned.Select(variable => KeyValuePair.Create(variable.Key, Parsed(variable.Value))))
            : null;

    private static Value Parsed(Value text) => Value.Parse(((StringValue)text).Text);

    private static string Text(ObjectValue members, string name) => ((StringValue)members[name]!).Text;

    private static ArrayValue List(IEnumerable<Value> items) => [.. items];
}
