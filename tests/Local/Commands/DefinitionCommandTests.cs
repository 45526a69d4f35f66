using System.Xml.Linq;
using Aot.Local.Commands;

namespace Aot.Local.Tests.Commands;

public sealed class DefinitionCommandTests
{
    private const string Charging = """
        {
          "QueryLanguage": "JSONata", "StartAt": "Charge",
          "States": {
            "Charge": {
              "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "charge", "Payload": "{% $states.input %}" },
              "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 3600, "MaxAttempts": 5 }],
              "Output": "{% $states.result.Payload %}", "Next": "Rest"
            },
            "Rest": { "Type": "Wait", "Seconds": 86400, "End": true }
          }
        }
        """;

    [Fact]
    public async Task A_valid_definition_is_said_to_be_valid()
    {
        using var file = new Shell.TempFile(Charging);

        Assert.Equal((ExitCodes.Done, $"{file.Path} is valid.\n", ""), await Shell.RunAsync("validate", file.Path));
    }

    [Fact]
    public async Task Every_mistake_of_a_definition_is_told_with_its_place()
    {
        using var file = new Shell.TempFile("""{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "C": { "Type": "Wait", "End": true } } }""");

        var (code, output, error) = await Shell.RunAsync("validate", file.Path);

        Assert.Equal((ExitCodes.Wrong, ""), (code, output));
        Assert.Contains($"{file.Path}: error MISSING_TRANSITION_TARGET", error, StringComparison.Ordinal);
        Assert.Contains("at /States/A/Next", error, StringComparison.Ordinal);
        Assert.Contains("/States/C", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retries_and_waits_of_a_run_take_no_time()
    {
        using var definition = new Shell.TempFile(Charging);
        using var mocks = new Shell.TempFile("""{ "Charge": { "0-2": { "Throw": { "Error": "Busy", "Cause": "later" } }, "3": { "Return": { "Payload": { "paid": 7 } } } } }""");

        var (code, output, error) = await Shell.RunAsync("run", definition.Path, "--input", """{"order":1}""", "--mock", mocks.Path, "--history");

        var lines = output.Split('\n');
        Assert.Equal((ExitCodes.Done, ""), (code, error));
        Assert.Equal(4, lines.Count(line => line.Contains("\"TaskScheduled\"", StringComparison.Ordinal)));
        Assert.Equal(["{", "  \"paid\": 7", "}", ""], lines[^4..]);
    }

    [Theory]
    [InlineData("{}", ExitCodes.Wrong, "Failed: NotMocked: The mock file has no answer for the state 'Charge'")]
    [InlineData("""{"Charge":{"Throw":{"Error":"Broke","Cause":"no money"}}}""", ExitCodes.Wrong, "Failed: Broke: no money")]
    public async Task A_run_that_fails_says_why(string mock, int expected, string reason)
    {
        using var definition = new Shell.TempFile(Charging);
        using var mocks = new Shell.TempFile(mock);

        var (code, output, error) = await Shell.RunAsync("run", definition.Path, "--mock", mocks.Path);

        Assert.Equal((expected, ""), (code, output));
        Assert.StartsWith(reason, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""["no", "object"]""", "The mock file is an object of state names")]
    [InlineData("""{"Charge":{"first":{"Return":1}}}""", "The mock file says of 'Charge' what is not understood")]
    [InlineData("""{"Charge":{"0":{"Answer":1}}}""", "The mock file says of 'Charge' what is not understood")]
    [InlineData("{", "is not JSON")]
    public async Task A_mock_file_of_another_form_is_refused(string mock, string reason)
    {
        using var definition = new Shell.TempFile(Charging);
        using var mocks = new Shell.TempFile(mock);

        var refusal = await Assert.ThrowsAsync<UsageException>(() => Shell.RunAsync("run", definition.Path, "--mock", mocks.Path));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_a_sentence()
    {
        var refusal = await Assert.ThrowsAsync<UsageException>(() => Shell.RunAsync("draw", "nowhere.json"));

        Assert.Equal("There is no file nowhere.json.", refusal.Message);
    }

    [Fact]
    public async Task A_definition_is_drawn_as_SVG_and_as_Mermaid()
    {
        using var definition = new Shell.TempFile(Charging);

        var svg = await Shell.RunAsync("draw", definition.Path);
        var mermaid = await Shell.RunAsync("draw", definition.Path, "--format", "mermaid");

        Assert.Equal("svg", XDocument.Parse(svg.Output).Root!.Name.LocalName);
        Assert.StartsWith("flowchart TD\n", mermaid.Output, StringComparison.Ordinal);
    }
}
