using Aot.Local.Json;
using Aot.Local.JsonPath;

namespace Aot.Local.Asl.Evaluation;

/// <summary>A rule of a JSONPath Choice state that combines others.</summary>
internal sealed class CombinedTest(string field, string combinator, IReadOnlyList<FieldTemplate> tests) : FieldTemplate(field)
{
    public override Value Evaluate(EvaluationScope scope) => combinator switch
    {
        "And" => tests.All(test => Holds(test, scope)),
        "Or" => tests.Any(test => Holds(test, scope)),
        _ => !Holds(tests[0], scope),
    };

    private static bool Holds(FieldTemplate test, EvaluationScope scope) => test.Evaluate(scope) is BooleanValue { Boolean: true };
}

/// <summary>A rule of a JSONPath Choice state that compares a variable with a value.</summary>
/// <param name="field">As failures name it.</param>
/// <param name="variable">What is compared.</param>
/// <param name="comparison">The operator's name without <c>Path</c>: <c>NumericLessThan</c>.</param>
/// <param name="literal">With what; null when <paramref name="path"/> is given.</param>
/// <param name="path">Where the other value stands.</param>
internal sealed class ComparisonTest(string field, PathExpression variable, string comparison, Value? literal, PathExpression? path) : FieldTemplate(field)
{
    public override Value Evaluate(EvaluationScope scope)
    {
        var value = PathTemplate.Find(variable, scope);
        if (comparison == "IsPresent") return (value is not null) == IsTrue(literal);
        if (value is null) throw Missing(variable);
        var other = literal ?? PathTemplate.Find(path!, scope) ?? throw Missing(path!);
        return comparison switch
        {
            "IsNull" => (value is NullValue) == IsTrue(other),
            "IsNumeric" => (value is NumberValue) == IsTrue(other),
            "IsString" => (value is StringValue) == IsTrue(other),
            "IsBoolean" => (value is BooleanValue) == IsTrue(other),
            "IsTimestamp" => (Time(value) is not null) == IsTrue(other),
            "BooleanEquals" => value is BooleanValue && value.Equals(other),
            "StringMatches" => value is StringValue text && other is StringValue pattern && Matches(text.Text, pattern.Text),
            _ => Compare(value, other),
        };
    }

    private static StateFailure Missing(PathExpression path) =>
        StateFailure.Runtime($"Invalid path '{path.Text}': The choice state's condition path references an invalid value.");

    private bool Compare(Value value, Value other)
    {
        var kind = comparison[0] switch { 'S' => "String", 'N' => "Numeric", _ => "Timestamp" };
        var relation = comparison[kind.Length..];
        int? order = kind switch
        {
            "String" when value is StringValue a && other is StringValue b => string.CompareOrdinal(a.Text, b.Text),
            "Numeric" when value is NumberValue a && other is NumberValue b => a.Number.CompareTo(b.Number),
            "Timestamp" when Time(value) is { } a && Time(other) is { } b => a.CompareTo(b),
            _ => null,
        };
        return order is { } found && relation switch
        {
            "Equals" => found == 0,
            "LessThan" => found < 0,
            "LessThanEquals" => found <= 0,
            "GreaterThan" => found > 0,
            _ => found >= 0,
        };
    }

    // * stands for any characters; \* and \\ for themselves.
    private static bool Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        while (pattern.Length > 0)
        {
            if (pattern[0] == '*')
            {
                for (var skipped = 0; skipped <= text.Length; skipped++)
                {
                    if (Matches(text[skipped..], pattern[1..])) return true;
                }
                return false;
            }
            if (pattern[0] == '\\' && pattern.Length > 1) pattern = pattern[1..];
            if (text.Length == 0 || text[0] != pattern[0]) return false;
            text = text[1..];
            pattern = pattern[1..];
        }
        return text.Length == 0;
    }

    private static bool IsTrue(Value? value) => value is BooleanValue { Boolean: true };

    private static DateTimeOffset? Time(Value value) => value is StringValue text && FieldValues.TryParseTimestamp(text.Text, out var time) ? time : null;
}
