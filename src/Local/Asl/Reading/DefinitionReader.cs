using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Asl.Reading;

/// <summary>Reads a definition into states that can run, and says everything that is wrong with it.</summary>
internal sealed partial class DefinitionReader
{
    private const int MaxDefinitionBytes = 1_048_576; // Step Functions quotas, "maximum definition size"

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, string> _stateLocations = new(StringComparer.Ordinal);

    /// <summary>The type of the machine, or of the distributed Map whose processor is being read.</summary>
    private WorkflowType _type;

    private bool _isSingleState;
    private QueryLanguage _language; // the machine's own: states of branches and item processors have it too

    private DefinitionReader(WorkflowType type) => _type = type;

    /// <summary>Reads a definition.</summary>
    /// <param name="text">The JSON text.</param>
    /// <param name="type">Express machines may use fewer integration patterns.</param>
    public static StateMachineDefinition Read(string text, WorkflowType type)
    {
        var reader = new DefinitionReader(type);
        var (graph, timeout) = reader.ReadMachine(text);
        var isValid = reader._diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
        return new StateMachineDefinition(text, isValid ? graph : null, timeout, reader._diagnostics);
    }

    /// <summary>Reads a single state, which may lead to states that are not there.</summary>
    /// <param name="text">The state's JSON text.</param>
    /// <param name="name">What it is called.</param>
    public static StateMachineDefinition ReadState(string text, string name)
    {
        var reader = new DefinitionReader(WorkflowType.Standard) { _isSingleState = true };
        var graph = reader.Parse(text) is { } state
            ? reader.ReadDocument(new ObjectValue { ["StartAt"] = name, ["States"] = new ObjectValue { [name] = state } }).Item1
            : null;
        var isValid = reader._diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
        return new StateMachineDefinition(text, isValid ? graph : null, null, reader._diagnostics);
    }

    private (StateGraph?, long?) ReadMachine(string text) => Parse(text) is { } document ? ReadDocument(document) : default;

    private ObjectValue? Parse(string text)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(text) > MaxDefinitionBytes)
        {
            Refuse(DiagnosticCodes.Schema, $"The definition is larger than {MaxDefinitionBytes} bytes", null);
            return null;
        }
        try
        {
            if (!string.IsNullOrWhiteSpace(text) && Value.Parse(text) is ObjectValue parsed) return parsed;
            Refuse(DiagnosticCodes.Schema, "Definition must be a valid JSON object", null);
        }
        catch (JsonFormatException error)
        {
            var place = JsonProblem.Place(text, error);
            Refuse(DiagnosticCodes.InvalidJson, $"{JsonProblem.Describe(text, error)}\n at {place}", place);
        }
        return null;
    }

    private (StateGraph?, long?) ReadDocument(ObjectValue document)
    {
        var machine = new FieldReader(document, "", _diagnostics);
        _language = Language(machine, QueryLanguage.JsonPath);
        RefuseUnknownFields(machine, "the state machine", MachineFields);
        if (machine.Text("Version") is { } version && version != "1.0")
            machine.Error($"The version '{version}' is not known: leave the field out or write \"1.0\"", "Version");
        const double MaxSeconds = 99_999_999; // States Language: the greatest number of seconds a field takes
        var timeout = (long?)machine.Number("TimeoutSeconds", 1, MaxSeconds);
        var variables = new VariableNameScope(null);
        var graph = ReadGraph(machine, variables);
        CheckVariables(variables);
        return (graph, timeout);
    }

    private static readonly string[] MachineFields = ["Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version"];

    private static readonly string[] GraphFields = ["Comment", "StartAt", "States"];

    private StateGraph? ReadGraph(FieldReader reader, VariableNameScope variables)
    {
        if (!reader.Require("States", "StartAt") || reader.Object("States") is not { } states) return null;
        if (states.Fields.Count == 0) states.Error("At least one state is required");
        var links = new List<Link>();
        var read = new Dictionary<string, State>(StringComparer.Ordinal);
        var context = new GraphContext(_language, variables, links);
        foreach (var (name, value) in states.Fields)
        {
            NoteName(states, name);
            if (value is not ObjectValue fields) states.Error("A state must be an object", name);
            else if (ReadState(name, new FieldReader(fields, states.At(name), _diagnostics), context) is { } state) read.Add(name, state);
        }

        var graph = new StateGraph(reader.Location, read);
        if (reader.Text("StartAt") is { } start) links.Insert(0, new Link(reader, "StartAt", start, null, state => graph.Start = state));
        foreach (var link in links)
        {
            if (read.TryGetValue(link.Target, out var target)) link.Set(target);
            else if (_isSingleState && reader.Location.Length == 0)
            {
                link.Set(new SucceedState { Name = link.Target, Location = states.At(link.Target), Data = JsonataDataFlow.PassThrough });
            }
            else if (!states.Has(link.Target))
            {
                // The service says 'Next' whatever the field is called.
                var elsewhere = _stateLocations.GetValueOrDefault(link.Target);
                link.Reader.Error(
                    $"Missing 'Next' target: {link.Target}", link.Field, DiagnosticCodes.Target,
                    elsewhere is null ? null : $"a state of that name stands at {elsewhere}, outside these states");
            }
        }
        if (!_isSingleState) CheckPaths(states, reader.Text("StartAt"), isMachine: reader.Location.Length == 0);
        return graph;
    }

    private void NoteName(FieldReader states, string name)
    {
        const int MaxNameLength = 80; // States Language, "State names"
        if (name.Length is 0 or > MaxNameLength) states.Error($"A state name has 1 to {MaxNameLength} characters, this one {name.Length}", name);
        if (!_stateLocations.TryAdd(name, states.At(name)))
            states.Error($"The state name '{name}' is used before, at {_stateLocations[name]}: names are unique in the whole definition", name, DiagnosticCodes.DuplicateState);
    }

    // From the text, so that a state with mistakes still leads where it leads.
    private void CheckPaths(FieldReader states, string? start, bool isMachine)
    {
        if (isMachine && states.Fields.Count > 0 && !states.Fields.Any(state => state.Value is ObjectValue fields && IsTerminal(fields)))
        {
            Refuse(DiagnosticCodes.NoEnd, "Workflow has no terminal state", null);
            return;
        }
        HashSet<string> reached = [];
        var open = new Queue<string>(start is null ? [] : [start]);
        while (open.TryDequeue(out var name))
        {
            if (states.Any(name) is not ObjectValue fields || !reached.Add(name)) continue;
            foreach (var target in Targets(fields)) open.Enqueue(target);
        }
        foreach (var name in states.Fields.Names)
        {
            if (!reached.Contains(name))
                states.Error($"State \"{name}\" is not reachable.", name, DiagnosticCodes.Target, "point a Next, Default or StartAt to it, or remove it");
        }
    }

    private static bool IsTerminal(ObjectValue state) =>
        state["Type"] is StringValue { Text: "Succeed" or "Fail" } || state["End"] is BooleanValue { Boolean: true };

    private static IEnumerable<string> Targets(ObjectValue state)
    {
        var rules = new[] { "Choices", "Catch" }.SelectMany(field => state[field] as ArrayValue ?? []).OfType<ObjectValue>();
        return new[] { state["Next"], state["Default"] }.Concat(rules.Select(rule => rule["Next"])).OfType<StringValue>().Select(target => target.Text);
    }

    // Whatever is not JSONPath is JSONata, and wrong besides unless it says so.
    private static QueryLanguage Language(FieldReader reader, QueryLanguage inherited)
    {
        if (!reader.Has("QueryLanguage")) return inherited;
        switch (reader.Text("QueryLanguage"))
        {
            case "JSONPath": return QueryLanguage.JsonPath;
            case null or "JSONata": return QueryLanguage.Jsonata;
            default:
                reader.Error("Value should be one of the following: [JSONPath, JSONata]", "QueryLanguage");
                return QueryLanguage.Jsonata;
        }
    }

    private static void RefuseUnknownFields(FieldReader reader, string owner, ReadOnlySpan<string> known)
    {
        foreach (var name in reader.Fields.Names)
        {
            if (!known.Contains(name))
                reader.Error($"Field '{name}' is not supported", hint: $"{owner} has {string.Join(", ", known.ToArray())}");
        }
    }

    private void Refuse(string code, string message, string? location) =>
        _diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, code, message, location));

    /// <summary>A reference to a state by name, set when all states of the graph are read.</summary>
    private sealed record Link(FieldReader Reader, string Field, string Target, string? From, Action<State> Set);

    /// <summary>What the states of one graph share.</summary>
    private sealed record GraphContext(QueryLanguage Language, VariableNameScope Variables, List<Link> Links);
}
