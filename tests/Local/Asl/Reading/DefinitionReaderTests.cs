using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;
using Aot.Local.Jsonata;

namespace Aot.Local.Tests.Asl.Reading;

public sealed class DefinitionReaderTests
{
    [Theory]
    [InlineData("""{"A": {"Type": "Pass", "Next": "Nowhere"}}""", "MISSING_TRANSITION_TARGET", "/States/A/Next", "Missing 'Next' target: Nowhere")]
    [InlineData("""{"A": {"Type": "Pass", "End": true}, "B": {"Type": "Pass", "End": true}}""", "MISSING_TRANSITION_TARGET", "/States/B", "not reachable")]
    [InlineData("""{"A": {"Type": "Pass"}}""", "SCHEMA_VALIDATION_FAILED", "/States/A", "does not say what follows")]
    [InlineData("""{"A": {"Type": "Pass", "InputPath": "$", "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/InputPath", "$states.input")]
    [InlineData("""{"A": {"Type": "Pass", "Outputs": 1, "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Outputs", "not supported")]
    [InlineData("""{"A": {"Type": "Pass", "Output": "{% $x", "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Output", "not closed")]
    [InlineData("""{"A": {"Type": "Pass", "Output": {"x": "{% 1 + %}"}, "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Output/x", "not valid")]
    [InlineData("""{"A": {"Type": "Pass", "Assign": {"states": 1}, "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Assign/states", "reserved")]
    [InlineData("""{"A": {"Type": "Pass", "Assign": {"x.y": 1}, "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Assign/x.y", "cannot be assigned")]
    [InlineData("""{"A": {"Type": "Loop", "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Type", "not a state type")]
    [InlineData("""{"A": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:query", "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Resource", "not recognized")]
    [InlineData("""{"A": {"Type": "Wait", "Timestamp": "2016-13-05T21:29:29Z", "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Timestamp", "RFC3339")]
    [InlineData("""{"A": {"Type": "Choice", "Choices": [{"Next": "B"}]}, "B": {"Type": "Succeed"}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Choices[0]", "[Condition]")]
    [InlineData("""{"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 5, "HeartbeatSeconds": 5, "End": true}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/HeartbeatSeconds", "smaller")]
    [InlineData("""{"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Retry": [{"ErrorEquals": ["States.ALL"]}, {"ErrorEquals": ["X"]}]}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Retry[0]/ErrorEquals", "last")]
    [InlineData("""{"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Retry": [{"ErrorEquals": ["X", "States.ALL"]}]}}""", "SCHEMA_VALIDATION_FAILED", "/States/A/Retry[0]/ErrorEquals", "alone")]
    [InlineData("""{"A": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}]}}""", "DUPLICATE_STATE_NAME", "/States/A/Branches[0]/States/A", "used before")]
    [InlineData("""{"A": {"Type": "Map", "Items": [], "Next": "C", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "Assign": {"x": 1}, "End": true}}}}, "C": {"Type": "Pass", "Assign": {"x": 2}, "End": true}}""", "DUPLICATE_VARIABLE_NAME", "/States/A/ItemProcessor/States/B/Assign/x", "outside")]
    public void A_mistake_is_refused_with_its_place(string states, string code, string location, string says)
    {
        var definition = Read(states);

        Assert.False(definition.IsValid);
        Assert.Contains(definition.Diagnostics, found => found.Code == code && found.Location == location && found.Message.Contains(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"A": {"Type": "Pass", "Output": "{% $nobody %}", "End": true}}""", "/States/A/Output", "$nobody")]
    [InlineData("""{"A": {"Type": "Pass", "Output": "{% $states.result %}", "End": true}}""", "/States/A/Output", "$states.result")]
    [InlineData("""{"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"x": "{% $states.errorOutput %}"}, "End": true}}""", "/States/A/Arguments/x", "$states.errorOutput")]
    public void A_doubtful_read_is_a_warning(string states, string location, string says)
    {
        var definition = Read(states);

        Assert.True(definition.IsValid);
        var warning = Assert.Single(definition.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Warning, location), (warning.Severity, warning.Location));
        Assert.Contains(says, warning.Message, StringComparison.Ordinal);
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
    [InlineData(" ", "SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object")]
    [InlineData("[]", "SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object")]
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
