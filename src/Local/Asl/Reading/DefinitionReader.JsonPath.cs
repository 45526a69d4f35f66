using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Json;
using Aot.Local.JsonPath;

namespace Aot.Local.Asl.Reading;

internal sealed partial class DefinitionReader
{
    private static readonly Dictionary<string, string[]> _jsonPathStateFields = new(StringComparer.Ordinal)
    {
        ["Pass"] = ["Result", "Parameters", "InputPath", "ResultPath", "OutputPath", "Assign", "Next", "End"],
        ["Task"] =
        [
            "Resource", "Parameters", "ResultSelector", "InputPath", "ResultPath", "OutputPath", "Assign", "TimeoutSeconds", "TimeoutSecondsPath",
            "HeartbeatSeconds", "HeartbeatSecondsPath", "Credentials", "Retry", "Catch", "Next", "End",
        ],
        ["Choice"] = ["Choices", "Default", "InputPath", "OutputPath", "Assign"],
        ["Wait"] = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath", "InputPath", "OutputPath", "Assign", "Next", "End"],
        ["Succeed"] = ["InputPath", "OutputPath"],
        ["Fail"] = ["Error", "ErrorPath", "Cause", "CausePath", "InputPath", "OutputPath"],
        ["Parallel"] = ["Branches", "Parameters", "ResultSelector", "InputPath", "ResultPath", "OutputPath", "Assign", "Retry", "Catch", "Next", "End"],
        ["Map"] =
        [
            "ItemsPath", "ItemSelector", "ItemProcessor", "Iterator", "Parameters", "MaxConcurrency", "MaxConcurrencyPath", "ToleratedFailureCount",
            "ToleratedFailureCountPath", "ToleratedFailurePercentage", "ToleratedFailurePercentagePath", "ItemReader", "ItemBatcher", "ResultWriter", "Label",
            "ResultSelector", "InputPath", "ResultPath", "OutputPath", "Assign", "Retry", "Catch", "Next", "End",
        ],
    };

    private static readonly string[] _comparisons =
    [
        .. from kind in (string[])["String", "Numeric", "Timestamp"]
           from relation in (string[])["Equals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"]
           select kind + relation,
        "BooleanEquals", "StringMatches", "IsNull", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp", "IsPresent",
    ];

    private static JsonPathDataFlow PathFlow(FieldReader reader, string prefix, StateSource source)
    {
        var paths = new PathReader(reader, prefix);
        var assigned = reader.Has("Assign") ? paths.Assign() : [];
        foreach (var (name, _) in assigned) source.Graph.Variables.Note(name, reader);
        var isState = prefix.Length == 0;
        if (isState && source.Type == "Pass" && reader.Any("Result") is { } fixedResult && MeansToBeEvaluated(fixedResult))
            reader.Warn(DiagnosticCodes.StaticResult, "The Result of a Pass state is static: paths and intrinsic functions in it are not evaluated. Use Parameters.", "Result");
        return new JsonPathDataFlow
        {
            InputPath = isState ? paths.DataPath("InputPath") : null,
            Parameters = isState && source.Type != "Map" ? paths.Payload("Parameters") : null,
            ResultSelector = isState ? paths.Payload("ResultSelector") : null,
            ResultPath = ReadResultPath(reader),
            DropsResult = reader.Any("ResultPath") is NullValue,
            OutputPath = isState ? paths.DataPath("OutputPath") : null,
            IsPass = isState && source.Type == "Pass",
            PassResult = isState && source.Type == "Pass" && reader.Any("Result") is { } result ? new LiteralTemplate("Result", result) : null,
            Assigned = assigned,
        };
    }

    private static bool MeansToBeEvaluated(Value value) => value switch
    {
        ObjectValue members => members.Any(member => member.Key.EndsWith(".$", StringComparison.Ordinal) || MeansToBeEvaluated(member.Value)),
        ArrayValue items => items.Any(MeansToBeEvaluated),
        _ => PathReader.LooksDynamic(value),
    };

    private static PathExpression? ReadResultPath(FieldReader reader)
    {
        if (reader.Any("ResultPath") is null or NullValue or StringValue { Text: "$" }) return null;
        if (reader.Text("ResultPath") is { } text && PathExpression.TryParse(text, out var path) && path is { IsDefinite: true, Root: PathRoot.Data }) return path;
        reader.Error("'ResultPath' must be a reference path like $.result", "ResultPath");
        return null;
    }

    // A JSONPath Choice rule: one comparison, or And, Or, Not over others.
    private static FieldTemplate? ReadTest(FieldReader item, string field, bool isNested)
    {
        foreach (var combinator in (ReadOnlySpan<string>)["And", "Or"])
        {
            if (!item.Has(combinator)) continue;
            var tests = item.Objects(combinator).Select(nested => ReadTest(nested, field, isNested: true)).OfType<FieldTemplate>().ToList();
            return new CombinedTest(field, combinator, tests);
        }
        if (item.Object("Not") is { } denied) return ReadTest(denied, field, isNested: true) is { } test ? new CombinedTest(field, "Not", [test]) : null;
        if (!item.Require("Variable")) return null;
        if (item.Text("Variable") is not { } text || !PathExpression.TryParse(text, out var variable))
        {
            item.Error("'Variable' must be a path like $.value", "Variable");
            return null;
        }
        string? operation = null;
        foreach (var name in item.Fields.Names)
        {
            var comparison = name.EndsWith("Path", StringComparison.Ordinal) ? name[..^"Path".Length] : name;
            if (_comparisons.Contains(comparison) && (comparison == name || !(comparison.StartsWith("Is", StringComparison.Ordinal) || comparison == "StringMatches"))) operation = name;
            else if (name is not ("Variable" or "Comment") && (isNested || name is not ("Next" or "Assign")))
                item.Error($"Field '{name}' is not supported: a choice rule in JSONPath has Variable, one comparison, Next, Assign, Comment", name);
        }
        if (operation is null)
        {
            item.Error($"The rule has no comparison; there are {string.Join(", ", _comparisons)}, and those that compare also with a path, like StringEqualsPath");
            return null;
        }
        if (_comparisons.Contains(operation)) return new ComparisonTest(field, variable, operation, item.Any(operation), null);
        if (item.Text(operation) is { } other && PathExpression.TryParse(other, out var path)) return new ComparisonTest(field, variable, operation[..^"Path".Length], null, path);
        item.Error($"'{operation}' must be a path like $.value", operation);
        return null;
    }
}
