using Aot.Local.Asl.Running;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl.Running;

/// <summary>What leaves an expression, and what may not.</summary>
public sealed class ExpressionOutcomeTests
{
    [Theory]
    [InlineData("1/0", "\"Infinity\"")]
    [InlineData("-1/0", "\"-Infinity\"")]
    [InlineData("0/0", "\"NaN\"")]
    [InlineData("[1/0, 2]", "[\"Infinity\",2]")]
    [InlineData("{'k': {'n': 1/0}}", "{\"k\":{\"n\":\"Infinity\"}}")]
    [InlineData("$states.input", "{}")]
    [InlineData("null", "null")]
    public void A_number_that_JSON_lacks_leaves_as_text(string expression, string output)
    {
        using var machine = new Machine();

        var execution = machine.Run(Pass("Output", expression));

        Assert.Equal(output, execution.Output?.ToJson());
    }

    [Theory]
    [InlineData("Output", "$states.input.absent", "Output", "returned nothing (undefined).")]
    [InlineData("Output", "function($x){ $x }", "Output", "returned an unsupported result type.")]
    [InlineData("Output", "$nobody()", "Output", "threw an error during evaluation. T1006: Attempted to invoke a non-function")]
    public void What_is_no_value_fails_the_state(string field, string expression, string told, string problem)
    {
        using var machine = new Machine();

        var execution = machine.Run(Pass(field, expression));

        Assert.Equal("States.QueryEvaluationError", execution.Error);
        Assert.Equal(
            $"An error occurred while executing the state 'P' (entered at the event id #2). The JSONata expression '{expression}' specified for the field '{told}' {problem}",
            execution.Cause);
    }

    [Fact]
    public void All_that_is_undefined_names_its_place()
    {
        using var machine = new Machine();

        var execution = machine.Run("""{"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Pass","Assign":{"x":[1,{"y":"{% $states.input.z %}"}]},"End":true}}}""");

        Assert.Contains("specified for the field 'Assign/x[1]/y' returned nothing (undefined).", execution.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(262_000, "SUCCEEDED")]
    [InlineData(262_200, "FAILED")]
    public void The_variables_of_one_Assign_have_256_KiB(int length, string status)
    {
        using var machine = new Machine();

        var execution = machine.Run(
            """{"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Pass","Assign":{"x":"{% $states.input %}"},"Output":1,"End":true}}}""",
            new StringValue(new string('x', length)).ToJson());

        Assert.Equal(status, execution.Status.ToString().ToUpperInvariant());
        if (status == "FAILED") Assert.Equal("States.DataLimitExceeded", execution.Error);
    }

    [Fact]
    public void All_variables_have_10_MiB()
    {
        var variables = string.Join(',', Enumerable.Range(0, 41).Select(i =>
            $$"""
            "S{{i}}":{"Type":"Pass","Assign":{"v{{i}}":"{% $states.input %}"},"Next":"S{{i + 1}}"}
            """));
        using var machine = new Machine();

        var execution = machine.Run(
            $$"""{"QueryLanguage":"JSONata","StartAt":"S0","States":{ {{variables}},"S41":{"Type":"Succeed"} } }""",
            new StringValue(new string('x', 261_000)).ToJson());

        Assert.Equal((ExecutionStatus.Failed, "States.DataLimitExceeded"), (execution.Status, execution.Error));
        Assert.StartsWith("The variables assigned in the state 'S40'", execution.Cause, StringComparison.Ordinal);
    }

    private static string Pass(string field, string expression) => new ObjectValue
    {
        ["QueryLanguage"] = "JSONata",
        ["StartAt"] = "P",
        ["States"] = new ObjectValue { ["P"] = new ObjectValue { ["Type"] = "Pass", [field] = $"{{% {expression} %}}", ["End"] = true } },
    }.ToJson();
}
