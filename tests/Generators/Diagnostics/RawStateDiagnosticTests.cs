using Aot.Generators.Tests.Cases;

namespace Aot.Generators.Tests.Diagnostics;

/// <summary>A raw state that the service would refuse, or that says what C# says, is reported at its text with the reason.</summary>
public sealed class RawStateDiagnosticTests
{
    [Theory]
    [InlineData("{ \"Type\": \"Pass\" ", "the text ends where")]
    [InlineData("[1]", "an object with a \"Type\"")]
    [InlineData("{ \"Type\": \"Choice\", \"Choices\": [] }", "its Type is Choice")]
    [InlineData("{ \"Type\": \"Pass\", \"End\": true }", "'End' does not belong here")]
    [InlineData("{ \"Type\": \"Pass\", \"Next\": \"x\" }", "'Next' does not belong here")]
    [InlineData("{ \"Type\": \"Pass\", \"Result\": 1 }", "a Pass has Output")]
    [InlineData("{ \"Type\": \"Pass\", \"Output\": 1, \"Output\": 2 }", "a field stands twice")]
    [InlineData("{ \"Type\": \"Task\", \"Arguments\": {} }", "a Task has a \"Resource\"")]
    [InlineData("{ \"Type\": \"Task\", \"Resource\": \"sqs\" }", "names no integration")]
    [InlineData("{ \"Type\": \"Task\", \"Resource\": \"arn:aws:states:::aws-sdk:sqs:purgeQueue\", \"Retry\": [] }", "write [Retry] on the method")]
    [InlineData("{ \"Type\": \"Wait\", \"Seconds\": 1, \"Timestamp\": \"x\" }", "either \"Seconds\" or \"Timestamp\"")]
    [InlineData("{ \"Type\": \"Pass\", \"Output\": \"{% $states.input + %}\" }", "is no JSONata at position")]
    [InlineData("{ \"Type\": \"Pass\", \"Output\": \"{% $total %}\" }", "'$total' is not known there")]
    [InlineData("{ \"Type\": \"Pass\", \"Output\": \"{% $states.result %}\" }", "'$states.result' is not there")]
    [InlineData("{ \"Type\": \"Pass\", \"Output\": \"{% $eval('1') %}\" }", "'$eval' is not known there")]
    public void The_text_is_reported_with_the_reason(string state, string reason)
    {
        var marked = Marked.Parse(Source($"⟦\"\"\"{state}\"\"\"⟧"));

        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(marked.Source));

        var diagnostic = Assert.Single(compiled.Diagnostics);
        Assert.Equal("WF6017", diagnostic.Descriptor.Id);
        Assert.Equal(Assert.Single(marked.Spans), diagnostic.Span);
        Assert.Contains(reason, diagnostic.Arguments[1], StringComparison.Ordinal);
        Assert.Null(compiled.Machine);
    }

    [Fact]
    public void An_express_workflow_waits_for_nothing_in_a_raw_state_either()
    {
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(
            Source("\"\"\"{ \"Type\": \"Task\", \"Resource\": \"arn:aws:states:::glue:startJobRun.sync\", \"Arguments\": { \"JobName\": \"x\" } }\"\"\"")
                .Replace("[StateMachine]", "[StateMachine(Type = WorkflowType.Express)]")));

        Assert.Contains(compiled.Diagnostics, d => d.Descriptor.Id == "WF6001");
    }

    [Fact]
    public void The_role_gets_what_the_attribute_says_and_the_template_what_the_placeholders_mean()
    {
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(new CaseFolder("raw-task").Workflow));

        Assert.Contains(compiled.Machine!.Permissions, p => p.Action == "s3:GetObject" && p.Resource.Argument == "${UploadBucket.Arn}/in/*");
        Assert.Equal(["Account", "UploadBucket"], compiled.Machine.Substitutions.Select(s => s.Name));
    }

    private static string Source(string state) => $$"""
        [StateMachine]
        public sealed partial class Workflow(Numbers numbers)
        {
            public async Task<int> RunAsync(int value)
            {
                var total = await TwiceAsync(value);
                await numbers.NoteAsync($"{total}");
                return total;
            }

            [RawState({{state}})]
            private Task<int> TwiceAsync(int value) => Task.FromResult(value * 2);
        }
        """;
}
