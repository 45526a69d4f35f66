using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Asl.Reading;

internal sealed partial class DefinitionReader
{
    private static List<Retrier> ReadRetry(StateSource source)
    {
        const double MaxDelay = 31_622_400; // States Language, "Retrying after error": a leap year
        List<Retrier> retriers = [];
        var items = source.Reader.Objects("Retry", mayBeEmpty: true).ToList();
        foreach (var item in items)
        {
            RefuseUnknownFields(item, "a retrier", ["ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy", "Comment"]);
            var errors = ReadErrors(item, isLast: item == items[^1]);
            var jitter = item.Text("JitterStrategy");
            if (jitter is not (null or "FULL" or "NONE")) item.Error("'JitterStrategy' is \"FULL\" or \"NONE\"", "JitterStrategy");
            var interval = item.Number("IntervalSeconds", 1, MaxSeconds) ?? 1;
            var maxDelay = item.Number("MaxDelaySeconds", 1, MaxDelay);
            if (maxDelay <= interval) item.Error("'MaxDelaySeconds' must be greater than 'IntervalSeconds'", "MaxDelaySeconds");
            retriers.Add(new Retrier(
                errors, interval, (long)(item.Number("MaxAttempts", 0, MaxSeconds) ?? 3), item.Number("BackoffRate", 1, double.MaxValue, isWhole: false) ?? 2,
                maxDelay, jitter == "FULL"));
        }
        return retriers;
    }

    private List<Catcher> ReadCatch(StateSource source)
    {
        List<Catcher> catchers = [];
        var items = source.Reader.Objects("Catch", mayBeEmpty: true).ToList();
        foreach (var item in items)
        {
            if (source.IsJsonPath)
            {
                RefuseJsonataFields(item, ["Output"]);
                RefuseUnknownFields(item, "a catcher in JSONPath", ["ErrorEquals", "Next", "Assign", "ResultPath", "Comment", "Output"]);
            }
            else
            {
                RefuseJsonPathFields(item);
                RefuseUnknownFields(item, "a catcher in JSONata", ["ErrorEquals", "Next", "Assign", "Output", "Comment", .. _jsonPathFields.Keys]);
            }
            item.Require("Next");
            var prefix = $"Catch[{catchers.Count}]/";
            var templates = new TemplateReader(item, prefix, source.Graph.Variables.Expressions);
            var catcher = new Catcher
            {
                ErrorEquals = ReadErrors(item, isLast: item == items[^1]),
                Data = Flow(item, prefix, templates, source, StatesParts.ErrorOutput, null),
            };
            if (item.Text("Next") is { } next) source.Link(item, "Next", next, target => catcher.Next = target);
            catchers.Add(catcher);
        }
        return catchers;
    }

    private static List<string> ReadErrors(FieldReader item, bool isLast)
    {
        if (!item.Require("ErrorEquals")) return [];
        if (item.Any("ErrorEquals") is not ArrayValue { Count: > 0 } array || array.Any(name => name is not StringValue))
        {
            item.Error("'ErrorEquals' must be an array of error names with at least one item", "ErrorEquals");
            return [];
        }
        var errors = array.Select(name => ((StringValue)name).Text).ToList();
        if (errors.Contains(ErrorNames.All))
        {
            if (errors.Count > 1) item.Error("States.ALL must stand alone: it names every other error", "ErrorEquals");
            if (!isLast) item.Error("States.ALL must be in the last handler: those after it are never asked", "ErrorEquals");
        }
        if (errors.Contains(ErrorNames.Runtime))
            item.Warn(DiagnosticCodes.UnreachableCatch, "States.Runtime cannot be handled: it ends the execution", "ErrorEquals");
        return errors;
    }
}
