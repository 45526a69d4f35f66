using Aot.Generators.Tests.Cases;

namespace Aot.Generators.Tests.Diagnostics;

/// <summary>Attributes of tasks that Step Functions would refuse are reported where they stand.</summary>
public sealed class TaskOptionDiagnosticTests
{
    [Theory]
    [InlineData("WF6011", "[ServiceIntegration(\"arn:aws:states:::aws-sdk:lone:call\", Resources = [\"*\"]), ⟦TaskTimeout(60, HeartbeatSeconds = 10)⟧]")]
    [InlineData("WF6007", "[Activity(\"Lone\"), ⟦TaskTimeout(0)⟧]")]
    [InlineData("WF6007", "[Activity(\"Lone\"), ⟦TaskTimeout(60, HeartbeatSeconds = 60)⟧]")]
    [InlineData("WF6012", "[⟦Activity(\"arn:aws:states:eu-west-1:111122223333:activity:lone\")⟧]")]
    [InlineData("WF6013", "[Activity(\"Lone\"), ⟦Credentials(\"Reader\")⟧]")]
    [InlineData("WF6013", "[Activity(\"Lone\"), ⟦Credentials(\"arn:aws:iam::111122223333:user/Reader\")⟧]")]
    public void An_attribute_is_reported_at_its_span(string id, string attributes)
    {
        var marked = Marked.Parse($$"""
            public interface ILone { {{attributes}} Task CallAsync(string text); }
            [StateMachine] public sealed partial class Workflow(ILone lone) { public async Task RunAsync() => await lone.CallAsync(""); }
            """);

        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(marked.Source));

        var diagnostic = Assert.Single(compiled.Diagnostics);
        Assert.Equal(id, diagnostic.Descriptor.Id);
        Assert.Equal(Assert.Single(marked.Spans), diagnostic.Span);
        Assert.Null(compiled.Machine);
    }

    [Fact]
    public void An_express_workflow_has_no_activities()
    {
        var marked = Marked.Parse("""
            public interface ILone { [Activity("Lone")] Task CallAsync(string text); }
            [StateMachine(Type = WorkflowType.Express)]
            public sealed partial class Workflow(ILone lone) { public async Task RunAsync() => await ⟦lone.CallAsync("")⟧; }
            """);

        var diagnostic = Assert.Single(WorkflowCompilation.Compile(WorkflowCompilation.WithActors(marked.Source)).Diagnostics);

        Assert.Equal("WF6001", diagnostic.Descriptor.Id);
        Assert.Equal(Assert.Single(marked.Spans), diagnostic.Span);
    }

    [Fact]
    public void Heartbeats_of_the_class_are_for_the_tasks_that_send_them()
    {
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors("""
            public interface ILone { [Activity("Lone")] Task CallAsync(string text); }
            [StateMachine, TaskTimeout(90, HeartbeatSeconds = 30)]
            public sealed partial class Workflow(ILone lone, IShop shop)
            {
                public async Task RunAsync()
                {
                    await lone.CallAsync("");
                    await shop.SellItemAsync(new(Shelves.Front, "pear"));
                }
            }
            """));

        Assert.Empty(compiled.Diagnostics);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(compiled.Machine!.Definition, "HeartbeatSeconds"));
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Matches(compiled.Machine.Definition, "TimeoutSeconds\": 90").Count);
    }
}
