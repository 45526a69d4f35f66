using Aot.Generators.Asl;
using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Sam;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// What attributes say about retries.
internal sealed partial class WorkflowReader
{
    // The nearest one wins: method, then constructor parameter, then class.
    private EquatableArray<RetryRule> RetriesOf(IInvocationOperation call, EquatableArray<string> defaultErrors)
    {
        ISymbol[] places = call.Instance is IParameterReferenceOperation dependency
            ? [call.TargetMethod, dependency.Parameter, _class]
            : [call.TargetMethod, _class];
        foreach (var place in places)
        {
            var attributes = place.FindAll(KnownNames.RetryAttribute).ToArray();
            if (attributes.Length == 0)
                continue;
            var rules = attributes.Select(a => ReadRetry(a, defaultErrors)).ToEquatableArray();
            CheckOrder(rules, attributes);
            return rules;
        }

        return defaultErrors.Count == 0 ? [] : [new RetryRule(defaultErrors, 2, 6, 2, null, FullJitter: false)];
    }

    private RetryRule ReadRetry(AttributeData attribute, EquatableArray<string> defaultErrors)
    {
        var errors = attribute.NamedStrings("Errors") is { Length: > 0 } named ? named.ToEquatableArray()
            : defaultErrors.Count > 0 ? defaultErrors
            : ["States.TaskFailed"];
        var maxDelaySeconds = attribute.NamedInt32("MaxDelaySeconds") ?? 0;
        var retry = new RetryRule(
            errors,
            attribute.NamedInt32("IntervalSeconds") ?? 2,
            attribute.NamedInt32("MaxAttempts") ?? 6,
            attribute.Named("BackoffRate")?.Value as double? ?? 2,
            maxDelaySeconds == 0 ? null : maxDelaySeconds,
            attribute.Named("FullJitter")?.Value is true);
        var location = LocationOf(attribute);
        CheckRange("IntervalSeconds", retry.IntervalSeconds, 1, Limits.MaxTimeoutSeconds, location);
        CheckRange("MaxAttempts", retry.MaxAttempts, 0, Limits.MaxTimeoutSeconds, location);
        CheckRange("BackoffRate", retry.BackoffRate, 1, double.MaxValue, location);
        CheckRange("MaxDelaySeconds", maxDelaySeconds, 0, Limits.MaxRetryDelaySeconds, location);
        return retry;
    }

    private void CheckOrder(EquatableArray<RetryRule> rules, AttributeData[] attributes)
    {
        for (var index = 0; index < rules.Count; index++)
        {
            var names = rules[index].ErrorNames;
            if (!names.Contains(ErrorNames.All))
                continue;
            if (names.Count > 1)
                _sink.Report(StatementDescriptors.RetryOrder, LocationOf(attributes[index]), $"'{names.First(n => n != ErrorNames.All)}' beside it");
            else if (index < rules.Count - 1)
                _sink.Report(StatementDescriptors.RetryOrder, LocationOf(attributes[index + 1]), $"'{rules[index + 1].ErrorNames[0]}' behind it");
        }
    }

    private void CheckRange(string property, double value, double min, double max, Location location)
    {
        if (value < min || value > max)
            _sink.Report(Descriptors.OutOfRange, location, property, value, max == double.MaxValue ? $"at least {min}" : $"{min} to {max}");
    }
}
