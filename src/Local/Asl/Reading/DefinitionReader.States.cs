using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Asl.Reading;

internal sealed partial class DefinitionReader
{
    private static readonly Dictionary<string, string[]> _stateFields = new(StringComparer.Ordinal)
    {
        ["Pass"] = ["Output", "Assign", "Next", "End"],
        ["Task"] = ["Resource", "Arguments", "Output", "Assign", "TimeoutSeconds", "HeartbeatSeconds", "Credentials", "Retry", "Catch", "Next", "End"],
        ["Choice"] = ["Choices", "Default", "Output", "Assign"],
        ["Wait"] = ["Seconds", "Timestamp", "Output", "Assign", "Next", "End"],
        ["Succeed"] = ["Output"],
        ["Fail"] = ["Error", "Cause"],
        ["Parallel"] = ["Branches", "Arguments", "Output", "Assign", "Retry", "Catch", "Next", "End"],
        ["Map"] =
        [
            "Items", "ItemSelector", "ItemProcessor", "MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage",
            "ItemReader", "ItemBatcher", "ResultWriter", "Label", "Output", "Assign", "Retry", "Catch", "Next", "End",
        ],
    };

    private static readonly string[] _jsonataFields = ["Arguments", "Output", "Items"];

    private static readonly string[] _commonFields = ["Type", "Comment", "QueryLanguage"];

    // What each JSONPath field is called in JSONata, for the author who moves from one to the other.
    private static readonly Dictionary<string, string> _jsonPathFields = new(StringComparer.Ordinal)
    {
        ["InputPath"] = "read what you need from $states.input",
        ["OutputPath"] = "write Output",
        ["Parameters"] = "write Arguments (in a Map state ItemSelector)",
        ["Result"] = "write Output",
        ["ResultPath"] = "write Output or Assign",
        ["ResultSelector"] = "write Output with $states.result",
        ["ItemsPath"] = "write Items",
        ["Iterator"] = "write ItemProcessor",
        ["SecondsPath"] = "write an expression in Seconds",
        ["TimestampPath"] = "write an expression in Timestamp",
        ["TimeoutSecondsPath"] = "write an expression in TimeoutSeconds",
        ["HeartbeatSecondsPath"] = "write an expression in HeartbeatSeconds",
        ["MaxConcurrencyPath"] = "write an expression in MaxConcurrency",
        ["ToleratedFailureCountPath"] = "write an expression in ToleratedFailureCount",
        ["ToleratedFailurePercentagePath"] = "write an expression in ToleratedFailurePercentage",
        ["ErrorPath"] = "write an expression in Error",
        ["CausePath"] = "write an expression in Cause",
    };

    private State? ReadState(string name, FieldReader reader, GraphContext graph)
    {
        if (!reader.Require("Type") || reader.Text("Type") is not { } type) return null;
        if (!_stateFields.TryGetValue(type, out var fields))
        {
            reader.Error($"Value should be one of the following: [{string.Join(", ", _stateFields.Keys)}]", "Type");
            return null;
        }
        var language = Language(reader, graph.Language);
        if (language == QueryLanguage.JsonPath && _language == QueryLanguage.Jsonata)
        {
            reader.Error("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
            return null;
        }
        if (language == QueryLanguage.JsonPath)
        {
            RefuseJsonataFields(reader, _jsonataFields);
            RefuseUnknownFields(reader, $"a {type} state in JSONPath", [.. _commonFields, .. _jsonPathStateFields[type], .. _jsonataFields]);
        }
        else
        {
            RefuseJsonPathFields(reader);
            RefuseUnknownFields(reader, $"a {type} state in JSONata", [.. _commonFields, .. fields, .. _jsonPathFields.Keys]);
        }

        var templates = new TemplateReader(reader, "", graph.Variables.Expressions);
        var source = new StateSource(name, type, reader, templates, graph with { Language = language });
        State? state = type switch
        {
            "Pass" => new PassState { Name = name, Location = reader.Location, Data = Flow(source) },
            "Succeed" => new SucceedState { Name = name, Location = reader.Location, Data = Flow(source) },
            "Fail" => new FailState
            {
                Name = name,
                Location = reader.Location,
                Data = Flow(source),
                Error = TextOrExpression(source, "Error"),
                Cause = TextOrExpression(source, "Cause"),
            },
            "Wait" => ReadWait(source),
            "Choice" => ReadChoice(source),
            "Task" => ReadTask(source),
            "Parallel" => ReadParallel(source),
            _ => ReadMap(source),
        };
        if (state is not null and not (ChoiceState or SucceedState or FailState)) ReadTransition(source, state);
        return state;
    }

    private static void RefuseJsonPathFields(FieldReader reader)
    {
        foreach (var field in reader.Fields.Names)
        {
            if (_jsonPathFields.TryGetValue(field, out var instead))
                reader.Error($"The QueryLanguage is set to 'JSONata', but field '{field}' is only supported for the 'JSONPath' QueryLanguage", hint: instead);
        }
    }

    private static void RefuseJsonataFields(FieldReader reader, ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (reader.Has(field))
                reader.Error(
                    $"The QueryLanguage is set to 'JSONPath', but field '{field}' is only supported for the 'JSONata' QueryLanguage",
                    hint: "set \"QueryLanguage\": \"JSONata\" for the state or the machine");
        }
    }

    private static void ReadTransition(StateSource source, State state)
    {
        var reader = source.Reader;
        var next = reader.Text("Next");
        var isEnd = reader.Boolean("End");
        if (next is not null && isEnd == true) reader.Error("'Next' and 'End' exclude each other: keep the one that is meant");
        else if (next is not null) source.Link(reader, "Next", next, target => state.Next = target);
        else if (isEnd != true) reader.Error("The state does not say what follows: write \"Next\": \"<state>\" or \"End\": true");
    }

    private static WaitState ReadWait(StateSource source)
    {
        var reader = source.Reader;
        if (source.Count("Seconds", "SecondsPath", "Timestamp", "TimestampPath") != 1)
            reader.Error("A Wait state has exactly one of 'Seconds' and 'Timestamp'" + (source.IsJsonPath ? ", 'SecondsPath' and 'TimestampPath'" : ""));
        return new WaitState
        {
            Name = source.Name,
            Location = reader.Location,
            Data = Flow(source),
            Seconds = WholeOrExpression(source, "Seconds", 0, MaxSeconds),
            Timestamp = ReadTimestamp(source),
        };
    }

    private static FieldTemplate? ReadTimestamp(StateSource source)
    {
        if (source.Reader.Any("Timestamp") is StringValue { Text: var text }
            && (source.IsJsonPath || !text.StartsWith("{%", StringComparison.Ordinal))
            && !FieldValues.TryParseTimestamp(text, out _))
        {
            source.Reader.Error("String does not match RFC3339 timestamp", "Timestamp");
            return null;
        }
        return TextOrExpression(source, "Timestamp");
    }

    private ChoiceState ReadChoice(StateSource source)
    {
        var reader = source.Reader;
        reader.Require("Choices");
        List<ChoiceRule> rules = [];
        foreach (var item in reader.Objects("Choices"))
        {
            var number = rules.Count;
            var prefix = $"Choices[{number}]/";
            var templates = new TemplateReader(item, prefix, source.Graph.Variables.Expressions);
            FieldTemplate? condition;
            if (source.IsJsonPath)
            {
                item.Require("Next");
                condition = ReadTest(item, prefix, isNested: false);
            }
            else
            {
                RefuseUnknownFields(item, "a choice rule in JSONata", ["Condition", "Next", "Assign", "Output", "Comment"]);
                item.Require("Condition", "Next");
                condition = templates.ReadLiteralOr("Condition", value => value is BooleanValue, "true, false");
            }
            var rule = new ChoiceRule
            {
                Condition = condition ?? new LiteralTemplate("Condition", BooleanValue.False),
                Data = Flow(item, prefix, templates, source, StatesParts.None, null),
            };
            if (item.Text("Next") is { } next) source.Link(item, "Next", next, target => rule.Next = target);
            rules.Add(rule);
        }
        var choice = new ChoiceState { Name = source.Name, Location = reader.Location, Data = Flow(source), Rules = rules };
        if (reader.Text("Default") is { } other) source.Link(reader, "Default", other, target => choice.Next = target);
        return choice;
    }

    private TaskState? ReadTask(StateSource source)
    {
        var reader = source.Reader;
        if (!reader.Require("Resource") || reader.Text("Resource") is not { } arn) return null;
        if (TaskResource.Parse(arn) is not { } resource)
        {
            reader.Error($"The resource provided {arn} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.", "Resource");
            return null;
        }
        if (_type == WorkflowType.Express) RefuseForExpress(reader, resource);
        return new TaskState
        {
            Name = source.Name,
            Location = reader.Location,
            Resource = resource,
            Data = Flow(source, StatesParts.Result, hasArguments: true),
            TimeoutSeconds = WholeOrExpression(source, "TimeoutSeconds", 1, MaxSeconds),
            HeartbeatSeconds = ReadHeartbeat(source),
            Credentials = ReadCredentials(source),
            Retry = ReadRetry(source),
            Catch = ReadCatch(source),
        };
    }

    private static void RefuseForExpress(FieldReader reader, TaskResource resource)
    {
        // The stray blank before "at" in the second message is the service's.
        if (resource.Kind == TaskKind.Activity) reader.Error("Express state machine does not support Activity ARN", "Resource");
        else if (resource.Pattern == IntegrationPattern.WaitForTaskToken)
            reader.Error("Express state machine does not support '.waitForTaskToken' service integration ", "Resource");
        else if (resource.Pattern is IntegrationPattern.Sync or IntegrationPattern.Sync2)
            reader.Error("Express state machine does not support '.sync' service integration", "Resource");
    }

    private static FieldTemplate? ReadHeartbeat(StateSource source)
    {
        var reader = source.Reader;
        if (reader.Any("HeartbeatSeconds") is NumberValue { Number: var heartbeat } && reader.Any("TimeoutSeconds") is NumberValue { Number: var timeout } && heartbeat >= timeout)
            reader.Error("'HeartbeatSeconds' must be smaller than 'TimeoutSeconds', or no heartbeat could ever be missed", "HeartbeatSeconds");
        return WholeOrExpression(source, "HeartbeatSeconds", 1, MaxSeconds);
    }

    private static FieldTemplate? ReadCredentials(StateSource source)
    {
        if (source.Reader.Object("Credentials") is not { } credentials) return null;
        if (!credentials.Has("RoleArn") && !(source.IsJsonPath && credentials.Has("RoleArn.$"))) credentials.Error("The field 'RoleArn' is required but was missing");
        return source.IsJsonPath ? new PathReader(source.Reader, "").Payload("Credentials") : source.Templates.Read("Credentials");
    }

    private ParallelState ReadParallel(StateSource source)
    {
        source.Reader.Require("Branches");
        List<StateGraph> branches = [];
        foreach (var item in source.Reader.Objects("Branches"))
        {
            RefuseUnknownFields(item, "a branch", GraphFields);
            if (ReadGraph(item, new VariableNameScope(source.Graph.Variables, source.Reader.Location)) is { } graph) branches.Add(graph);
        }
        return new ParallelState
        {
            Name = source.Name,
            Location = source.Reader.Location,
            Data = Flow(source, StatesParts.Result, hasArguments: true),
            Branches = branches,
            Retry = ReadRetry(source),
            Catch = ReadCatch(source),
        };
    }

    private const long MaxSeconds = 99_999_999; // States Language: the greatest number of seconds a field takes

    private static FieldTemplate? WholeOrExpression(StateSource source, string field, long min, long max) => NumberOrExpression(source, field, min, max, isWhole: true);

    private static FieldTemplate? NumberOrExpression(StateSource source, string field, long min, long max, bool isWhole) =>
        NumberOrExpression(source.IsJsonPath, source.Reader, source.Templates, "", field, min, max, isWhole);

    // JSONata: a literal or an expression. JSONPath: a literal, or a path in the field of the same name with Path.
    private static FieldTemplate? NumberOrExpression(
        bool isJsonPath, FieldReader reader, TemplateReader templates, string prefix, string field, long min, long max, bool isWhole)
    {
        if (isJsonPath)
            return reader.Has(field + "Path") ? new PathReader(reader, prefix).Path(field + "Path")
                : reader.Number(field, min, max, isWhole) is { } literal ? new LiteralTemplate(prefix + field, literal)
                : null;
        return templates.ReadLiteralOr(
            field, value => value is NumberValue { Number: var number } && (!isWhole || number == Math.Floor(number)) && number >= min && number <= max,
            $"a {(isWhole ? "whole " : "")}number from {min} to {max}");
    }

    private static FieldTemplate? TextOrExpression(StateSource source, string field)
    {
        if (source.IsJsonPath)
            return source.Reader.Has(field + "Path") ? new PathReader(source.Reader, "").Path(field + "Path", isPayload: true)
                : source.Reader.Text(field) is { } literal ? new LiteralTemplate(field, literal)
                : null;
        return source.Templates.ReadLiteralOr(field, value => value is StringValue, "a string");
    }

    private static DataFlow Flow(StateSource source, StatesParts results = StatesParts.None, bool hasArguments = false) =>
        Flow(source.Reader, "", source.Templates, source, results, hasArguments ? "Arguments" : null);

    private static DataFlow Flow(FieldReader reader, string prefix, TemplateReader templates, StateSource source, StatesParts results, string? arguments)
    {
        if (source.IsJsonPath) return PathFlow(reader, prefix, source);
        var assign = reader.Has("Assign") ? templates.ReadAssign(results) : [];
        foreach (var (name, _) in assign) source.Graph.Variables.Note(name, reader);
        return new JsonataDataFlow(arguments is null ? null : templates.Read(arguments), templates.Read("Output", results), assign);
    }

    /// <summary>A state as it is read.</summary>
    private sealed record StateSource(string Name, string Type, FieldReader Reader, TemplateReader Templates, GraphContext Graph)
    {
        public bool IsJsonPath => Graph.Language == QueryLanguage.JsonPath;

        public int Count(params ReadOnlySpan<string> names)
        {
            var count = 0;
            foreach (var name in names) count += Reader.Has(name) ? 1 : 0;
            return count;
        }

        public void Link(FieldReader reader, string field, string target, Action<State> set) =>
            Graph.Links.Add(new Link(reader, field, target, Name, set));
    }
}
