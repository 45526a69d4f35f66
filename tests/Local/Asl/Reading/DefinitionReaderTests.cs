using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;
using Aot.Local.Json;
using Aot.Local.Jsonata;

namespace Aot.Local.Tests.Asl.Reading;

public sealed class DefinitionReaderTests
{
    [Theory]
    [InlineData("""{"A": {"Type": "Pass", "Next": "Nowhere"}}""", "MISSING_TRANSITION_TARGET", "/States/A/Next", "Missing 'Next' target: Nowhere")]
    [InlineData("""{"A": {"Type": "Pass", "End": true}, "B": {"Type": "Pass", "End": true}}""", "MISSING_TRANSITION_TARGET", "/States/B", "not reachable")]
    [InlineData("""{"A": {"Type": "Pass"}}""", "SCHEMA_VALIDATION_FAILED", "/States/A", "does not say what follows")]
    [InlineData("""{"A": {"Type": "Pass", "InputPath": "$", "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A", "The QueryLanguage is set to 'JSONata', but field 'InputPath' is only supported for the 'JSONPath' QueryLanguage")]
    [InlineData("""{"A": {"Type": "Pass", "Outputs": 1, "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A", "Field 'Outputs' is not supported")]
    [InlineData("""{"A": {"Type": "Pass", "Output": "{% $x", "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Output", "not closed")]
    [InlineData("""{"A": {"Type": "Pass", "Output": {"x": "{% 1 + %}"}, "End": true}}""", "INVALID_JSONATA_EXPRESSION", "/States/A/Output/x", "Unexpected end of expression")]
    [InlineData("""{"A": {"Type": "Pass", "Assign": {"states": 1}, "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Assign/states", "reserved")]
    [InlineData("""{"A": {"Type": "Pass", "Assign": {"x.y": 1}, "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Assign/x.y", "cannot be assigned")]
    [InlineData("""{"A": {"Type": "Loop", "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Type", "Value should be one of the following: [Pass, ")]
    [InlineData("""{"A": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:query", "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Resource", "not recognized")]
    [InlineData("""{"A": {"Type": "Wait", "Timestamp": "2016-13-05T21:29:29Z", "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Timestamp", "RFC3339")]
    [InlineData("""{"A": {"Type": "Choice", "Choices": [{"Next": "B"}]}, "B": {"Type": "Succeed"}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Choices[0]", "[Condition]")]
    [InlineData("""{"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 5, "HeartbeatSeconds": 5, "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/HeartbeatSeconds", "smaller")]
    [InlineData("""{"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Retry": [{"ErrorEquals": ["States.ALL"]}, {"ErrorEquals": ["X"]}]}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Retry[0]/ErrorEquals", "last")]
    [InlineData("""{"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Retry": [{"ErrorEquals": ["X", "States.ALL"]}]}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Retry[0]/ErrorEquals", "alone")]
    [InlineData("""{"A": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}]}}""", "DUPLICATE_STATE_NAME", "/States/A/Branches[0]/States/A", "used before")]
    [InlineData("""{"A": {"Type": "Map", "Items": [], "Next": "C", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "Assign": {"x": 1}, "End": true}}}}, "C": {"Type": "Pass", "Assign": {"x": 2}, "End": true}}""", "DUPLICATE_VARIABLE_NAME", "/States/A/ItemProcessor/States/B/Assign/x", "The variable name 'x' was already defined in a parent scope.")]
    [InlineData("""{"A": {"Type": "Pass", "TimeoutSeconds": 5, "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A", "Field 'TimeoutSeconds' is not supported")]
    [InlineData("""{"A": {"Type": "Pass", "QueryLanguage": "jsonata", "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/QueryLanguage", "Value should be one of the following: [JSONPath, JSONata]")]
    [InlineData("""{"A": {"Type": "Pass", "QueryLanguage": 1, "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/QueryLanguage", "Expected value of type [STRING]")]
    [InlineData("""{"A": {"Type": "Pass", "Output": {"v": "{% phone %}"}, "End": true}}""", "UNSUPPORTED_JSONATA_EXPRESSION", "/States/A/Output/v", "Reference to 'phone' at the top level is not supported.")]
    [InlineData("""{"A": {"Type": "Pass", "Output": "{% $map($states.input.a, function($x){ b }) %}", "End": true}}""", "UNSUPPORTED_JSONATA_EXPRESSION", "/States/A/Output", "Reference to 'b' at the top level is not supported.")]
    [InlineData("""{"A": {"Type": "Pass", "Output": "{% $$ %}", "End": true}}""", "UNSUPPORTED_JSONATA_EXPRESSION", "/States/A/Output", "Reference to '$$' is not supported.")]
    [InlineData("""{"A": {"Type": "Pass", "Output": "{% $states.result %}", "End": true}}""", "UNSUPPORTED_JSONATA_EXPRESSION", "/States/A/Output", "Field '$states.result' does not exist.")]
    [InlineData("""{"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"x": "{% $states.errorOutput %}"}, "End": true}}""", "UNSUPPORTED_JSONATA_EXPRESSION", "/States/A/Arguments/x", "Field '$states.errorOutput' does not exist.")]
    [InlineData("""{"A": {"Type": "Choice", "Choices": [{"Condition": true, "Next": "X"}], "Default": "B"}, "B": {"Type": "Succeed"}}""", "MISSING_TRANSITION_TARGET", "/States/A/Choices[0]/Next", "Missing 'Next' target: X")]
    [InlineData("""{"A": {"Type": "Choice", "Choices": [{"Condition": true, "Next": "B"}], "Default": "X"}, "B": {"Type": "Succeed"}}""", "MISSING_TRANSITION_TARGET", "/States/A/Default", "Missing 'Next' target: X")]
    [InlineData("""{"A": {"Type": "Parallel", "Branches": [], "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Branches", "Value cannot be empty")]
    public void A_mistake_is_refused_with_its_place(string states, string code, string location, string says)
    {
        var definition = Read(states);

        Assert.False(definition.IsValid);
        Assert.Contains(definition.Diagnostics, found => found.Code == code && found.Location == location && found.Message.Contains(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$states.input.items[value > 3].name")]
    [InlineData("$states.input.items^(price).{'n': name}")]
    [InlineData("$states.input{group: $sum(price)}")]
    [InlineData("$states.input ~> |items|{'x': price}|")]
    [InlineData("'$states.result'")]
    [InlineData("$states")]
    public void What_a_later_step_reads_is_no_top_level_reference(string expression)
    {
        var states = new ObjectValue { ["A"] = new ObjectValue { ["Type"] = "Pass", ["Output"] = $"{{% {expression} %}}", ["End"] = true } };

        Assert.Empty(Read(states.ToJson()).Diagnostics);
    }

    [Fact]
    public void A_variable_that_nobody_assigns_is_a_warning()
    {
        var definition = Read("""{"A": {"Type": "Pass", "Output": "{% $nobody %}", "End": true}}""");

        Assert.True(definition.IsValid);
        var warning = Assert.Single(definition.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Warning, "/States/A/Output", "Variable 'nobody' is possibly not defined."), (warning.Severity, warning.Location, warning.Message));
    }

    [Theory]
    [InlineData("""{"Type":"Pass","Parameters":{"a":{"b":"$.x"}},"End":true}""", "NO_DOLLAR", "/States/A/Parameters/a/b", "The value of 'b' looks like a JSONPath or intrinsic function. Use 'b.$' to evaluate it at runtime.")]
    [InlineData("""{"Type":"Pass","Parameters":{"a":"States.UUID()"},"End":true}""", "NO_DOLLAR", "/States/A/Parameters/a", "'a.$'")]
    [InlineData("""{"Type":"Pass","Result":[{"a.$":"$.x"}],"End":true}""", "PASS_RESULT_IS_STATIC", "/States/A/Result", "Use Parameters")]
    public void What_looks_evaluated_and_is_not_is_a_warning(string state, string code, string location, string says)
    {
        var definition = DefinitionReader.Read($$"""{"StartAt": "A", "States": {"A": {{state}} } }""", WorkflowType.Standard);

        Assert.True(definition.IsValid);
        var warning = Assert.Single(definition.Diagnostics);
        Assert.Equal((code, location), (warning.Code, warning.Location));
        Assert.Contains(says, warning.Message, StringComparison.Ordinal);
    }

    // Measured against the service.
    [Theory]
    [InlineData("""{"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}""", "MISSING_END_STATE: Workflow has no terminal state at null")]
    [InlineData("""{"A": {"Type": "Pass", "Next": "A"}, "B": {"Type": "Pass", "Next": "A"}}""", "MISSING_END_STATE: Workflow has no terminal state at null")]
    [InlineData("""{"A": {"Type": "Pass", "Next": "A"}, "C": {"Type": "Pass", "End": true}}""", "MISSING_TRANSITION_TARGET: State \"C\" is not reachable. at /States/C")]
    [InlineData("""{"A": {"Type": "Pass", "Next": "NOPE"}}""", "MISSING_TRANSITION_TARGET: Missing 'Next' target: NOPE at /States/A/Next, MISSING_END_STATE: Workflow has no terminal state at null")]
    [InlineData("""{"B": {"Type": "Pass", "End": true}}""", "MISSING_TRANSITION_TARGET: Missing 'Next' target: A at /StartAt, MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B")]
    public void Where_no_path_leads_is_told_as_the_service_tells_it(string states, string refusal) =>
        Assert.Equal($"Invalid State Machine Definition: '{refusal}'", Read(states).RefusalMessage);

    [Fact]
    public void States_of_an_item_processor_speak_the_machines_language()
    {
        var definition = DefinitionReader.Read(
            """{"StartAt":"M","States":{"M":{"Type":"Map","QueryLanguage":"JSONata","Items":[1],"ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","Output":1,"End":true}}},"End":true}}}""",
            WorkflowType.Standard);

        Assert.Equal(
            "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/M/ItemProcessor/States/P",
            Assert.Single(definition.Diagnostics).ToString());
    }

    [Theory]
    [InlineData("$sum([1, 2])", "")]
    [InlineData("($x := 1; $x + $y)", "y")]
    [InlineData("$map($list, function($item, $i) { $item & $other })", "list other")]
    [InlineData("'$text' & \"$quoted\" & $real", "real")]
    [InlineData("$replace($text, /\\$name/, 'x')", "text")]
    [InlineData("$a / $b / $c", "a b c")]
    [InlineData("$states.input.x", "")]
    public void Free_variables_are_found(string source, string names) =>
        Assert.Equal(names, string.Join(' ', DefinitionReader.FreeVariables(StepFunctionsOverlay.Parse(source))));

    [Theory]
    [InlineData("arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Express state machine does not support '.waitForTaskToken' service integration  at /States/A/Resource")]
    [InlineData("arn:aws:states:::states:startExecution.sync", "Express state machine does not support '.sync' service integration at /States/A/Resource")]
    [InlineData("arn:aws:states:us-east-1:111111111111:activity:a", "Express state machine does not support Activity ARN at /States/A/Resource")]
    public void Express_machines_have_fewer_patterns(string resource, string message)
    {
        var states = $$"""{"A": {"Type": "Task", "Resource": "{{resource}}", "End": true} }""";

        var definition = Read(states, WorkflowType.Express);

        Assert.Equal($"Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: {message}'", definition.RefusalMessage);
    }

    [Theory]
    [InlineData("{}", "SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /")]
    [InlineData(" ", "SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at null")]
    [InlineData("[]", "SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at null")]
    public void Text_that_is_no_machine_is_refused(string text, string message) =>
        Assert.Equal($"Invalid State Machine Definition: '{message}'", DefinitionReader.Read(text, WorkflowType.Standard).RefusalMessage);

    [Fact]
    public void Text_that_is_no_JSON_is_refused_with_its_place()
    {
        var found = Assert.Single(DefinitionReader.Read("{\n  \"StartAt\" \"A\"}", WorkflowType.Standard).Diagnostics);

        Assert.Equal("INVALID_JSON_DESCRIPTION", found.Code);
        Assert.Contains("line: 2", found.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var definition = Read("""{"A": {"Type": "Pass", "InputPath": "$", "Next": "X"}, "B": {"Type": "Nonsense"}, "C": {"Type": "Wait", "End": true}}""");

        Assert.True(definition.Diagnostics.Count >= 4);
    }

    private static StateMachineDefinition Read(string states, WorkflowType type = WorkflowType.Standard) =>
        DefinitionReader.Read($$"""{"QueryLanguage": "JSONata", "StartAt": "A", "States": {{states}} }""", type);
}
