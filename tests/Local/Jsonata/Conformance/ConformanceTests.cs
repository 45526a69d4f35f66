using Aot.Local.Json;
using Aot.Local.Jsonata;

namespace Aot.Local.Tests.Jsonata.Conformance;

public sealed class ConformanceTests
{
    public static TheoryData<string> Cases => [.. ConformanceCase.Names().DefaultIfEmpty("absent#0")];

    [ConformanceTheory]
    [MemberData(nameof(Cases))]
    public void The_case_has_the_outcome_of_the_suite(string name)
    {
        var difference = Difference(ConformanceCase.Load(name));

        if (ConformanceSuite.Exceptions.TryGetValue(name, out var reason))
        {
            Assert.True(reason.Length > 0, $"The exception of {name} gives no reason.");
            Assert.True(difference is not null, $"{name} passes now: take it out of exceptions.txt.");
        }
        else
        {
            Assert.True(difference is null, difference);
        }
    }

    [ConformanceTheory]
    [InlineData(1200)]
    public void Every_exception_names_a_case_of_the_suite(int fewestCases)
    {
        var names = ConformanceCase.Names().ToHashSet();

        Assert.True(names.Count >= fewestCases, $"The suite has only {names.Count} cases.");
        Assert.Subset(names, ConformanceSuite.Exceptions.Keys.ToHashSet());
    }

    private static string? Difference(ConformanceCase test)
    {
        var expected = test.Expected["result"]?.ToJson();
        var expectedCode = Code(test.Expected);
        var isFailureExpected = expectedCode is not null;
        try
        {
            var result = Evaluate(test);
            if (isFailureExpected)
                return $"{test.Expression}\nexpected the error {expectedCode}\nbut was {Show(result)}";
            return IsExpected(result, test.Expected) ? null : $"{test.Expression}\nexpected {expected ?? "undefined"}\nbut was {Show(result)}";
        }
        catch (JsonataException error)
        {
            var isExpected = isFailureExpected && error.Code == expectedCode
                && (test.Expected["token"] is not StringValue token || token.Text == error.Token);
            return isExpected ? null : $"{test.Expression}\nexpected {expectedCode ?? expected ?? "undefined"}\nbut was {error.Code} {error.Message} ({error.Token})";
        }
    }

    private static string? Code(ObjectValue expected)
    {
        var code = expected["code"] ?? (expected["error"] as ObjectValue)?["code"];
        return (code as StringValue)?.Text;
    }

    private static Value? Evaluate(ConformanceCase test)
    {
        var bindings = new Bindings();
        foreach (var (name, value) in test.Expected["bindings"] as ObjectValue ?? [])
            bindings[name] = value;
        var limits = EvaluationLimits.Default with
        {
            Timeout = TimeSpan.FromMilliseconds(test.Expected["timelimit"] is NumberValue milliseconds ? milliseconds.Number : 10_000),
            MaxDepth = test.Expected["depth"] is NumberValue depth ? (int)depth.Number : EvaluationLimits.Default.MaxDepth,
        };
        return Expression.Parse(test.Expression).Evaluate(test.Input, bindings, limits);
    }

    private static bool IsExpected(Value? result, ObjectValue expected)
    {
        if (expected["undefinedResult"] is not null)
            return result is null;
        if (expected["unordered"] is not null && result is ArrayValue actual && expected["result"] is ArrayValue wanted)
            return actual.Count == wanted.Count && wanted.All(item => actual.Contains(item));
        return result?.Equals(expected["result"]) ?? false;
    }

    private static string Show(Value? value) => value?.ToJson() ?? "undefined";
}
