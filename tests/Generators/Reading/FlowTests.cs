using Aot.Generators.Ir;
using Aot.Generators.Tests.Cases;
using Aot.Generators.Tests.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Tests.Reading;

/// <summary>What the methods of <c>Flow</c> may not do, and what they are allowed to.</summary>
public sealed class FlowTests
{
    [Theory]
    [InlineData("WF2019", "await ⟦wf.ContinueAsNewAsync(RunAsync, n)⟧; await numbers.NoteAsync(\"\");")]
    [InlineData("WF2019", "while (n < 5) { n++; await ⟦wf.ContinueAsNewAsync(RunAsync, n)⟧; }")]
    [InlineData("WF2019", "try { await ⟦wf.ContinueAsNewAsync(RunAsync, n)⟧; } catch (Exception) { await numbers.NoteAsync(\"\"); }")]
    [InlineData("WF2019", "await AgainAsync(); async Task AgainAsync() => await ⟦wf.ContinueAsNewAsync(RunAsync, n)⟧;")]
    [InlineData("WF2019", "await wf.ScopeAsync(async () => await ⟦wf.ContinueAsNewAsync(RunAsync, n)⟧);")]
    [InlineData("WF2001", "await wf.ContinueAsNewAsync(⟦OtherAsync⟧, n); async Task OtherAsync(int m) => await numbers.NoteAsync($\"{m}\");")]
    [InlineData("WF2001", "await wf.ScopeAsync(⟦OtherAsync⟧); async Task OtherAsync() => await numbers.NoteAsync(\"\");")]
    [InlineData("WF2006", "await wf.ScopeAsync(async () => { ⟦n⟧ = 3; await numbers.NoteAsync(\"\"); });")]
    public void A_mistake_is_reported_at_its_call(string id, string statements)
    {
        var marked = Marked.Parse(Source(statements));

        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(marked.Source));

        var diagnostic = Assert.Single(compiled.Diagnostics, d => d.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);
        Assert.Equal(id, diagnostic.Descriptor.Id);
        Assert.Equal(Assert.Single(marked.Spans), diagnostic.Span);
        Assert.Null(compiled.Machine);
    }

    [Fact]
    public void A_workflow_that_continues_may_start_itself_and_no_other_machine()
    {
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(Source("await wf.ContinueAsNewAsync(RunAsync, n); return;")));

        Assert.Equal(
            new Permission(
                "states:StartExecution",
                new TemplateValue(TemplateFunction.Sub, "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:Workflow-*")),
            Assert.Single(compiled.Machine!.Permissions));
    }

    private static string Source(string statements) => $$"""
        [StateMachine]
        public sealed partial class Workflow(Numbers numbers, Flow wf)
        {
            public async Task RunAsync(int n)
            {
                {{statements}}
            }
        }
        """;
}
