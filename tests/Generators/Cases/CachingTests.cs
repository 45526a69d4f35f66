using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Tests.Cases;

/// <summary>What an edit regenerates: only what it changed.</summary>
public sealed class CachingTests
{
    public static TheoryData<string> Names => CaseFolder.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void An_unrelated_edit_emits_nothing_anew(string name)
    {
        var compilation = WorkflowCompilation.WithActors(new CaseFolder(name).Workflow);
        var first = Driver().RunGenerators(compilation);

        var second = first.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;", path: "Unrelated.cs")));

        Assert.Equal(Text(first), Text(second));
        Assert.All(Reasons(second), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_blank_line_above_changes_no_byte(string name)
    {
        var compilation = WorkflowCompilation.WithActors(new CaseFolder(name).Workflow);
        var first = Driver().RunGenerators(compilation);
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == "workflow.cs");

        var moved = CSharpSyntaxTree.ParseText("\n// A comment.\n\n" + tree, (CSharpParseOptions)tree.Options, tree.FilePath);
        var second = first.RunGenerators(compilation.ReplaceSyntaxTree(tree, moved));

        Assert.Equal(Text(first), Text(second));
        Assert.All(Reasons(second), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    private static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new StateMachineGenerator().AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14),
        driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true));

    private static string Text(GeneratorDriver driver)
    {
        var source = Assert.Single(driver.GetRunResult().Results.Single().GeneratedSources);
        return source.SourceText.ToString();
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().TrackedSteps[StateMachineGenerator.MachinesStep].SelectMany(s => s.Outputs).Select(o => o.Reason);
}
