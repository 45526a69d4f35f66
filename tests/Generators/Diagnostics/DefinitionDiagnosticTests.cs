using Aot.Generators.Tests.Cases;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Tests.Diagnostics;

/// <summary>What is wrong with a definition as a whole is reported at the class's name.</summary>
public sealed class DefinitionDiagnosticTests
{
    [Fact]
    public void A_definition_over_the_limit_is_refused()
    {
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors($$"""
            [StateMachine]
            public sealed partial class Workflow(Numbers numbers)
            {
                public async Task RunAsync() => await numbers.NoteAsync("{{new string('x', Asl.Limits.MaxDefinitionBytes)}}");
            }
            """));

        Assert.Equal("WF6008", Assert.Single(compiled.Diagnostics).Descriptor.Id);
        Assert.Null(compiled.Machine);
    }

    [Fact]
    public void A_fault_of_the_compiler_names_the_workflow_to_report()
    {
        const string Source = "[StateMachine] public sealed partial class Workflow(Numbers numbers) { public async Task RunAsync() => await numbers.NoteAsync(\"\"); }";
        var workflow = WorkflowCompilation.WithActors(Source).GetTypeByMetadataName("Workflow")!;

        // The trees of one compilation are strange to another.
        var compiled = WorkflowCompiler.CompileOrExplain(workflow, WorkflowCompilation.WithActors(Source), CancellationToken.None);

        var diagnostic = Assert.Single(compiled.Diagnostics).ToDiagnostic();
        Assert.Equal(("WF9001", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains("'Workflow'", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("ArgumentException", diagnostic.GetMessage(), StringComparison.Ordinal);
    }
}
