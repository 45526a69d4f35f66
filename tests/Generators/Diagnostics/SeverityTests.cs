using Aot.Generators.Tests.Cases;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Tests.Diagnostics;

/// <summary>How a build reports: each mistake once, and as loud as the author wants it.</summary>
public sealed class SeverityTests
{
    private const string Rounded = "await Task.Delay(TimeSpan.FromMilliseconds(1500));";
    private const string Mistaken = "numbers.NoteAsync(\"\");";

    [Fact]
    public async Task Each_mistake_is_reported_once_and_all_of_a_method_together()
    {
        var build = await Build.RunAsync(WorkflowCompilation.WithActors(Workflow("numbers.NoteAsync(\"\"); lock (numbers) { } await Task.Delay(TimeSpan.FromSeconds(-1));")));

        Assert.Equal(["WF2004", "WF2001", "WF6007"], build.Diagnostics.Select(d => d.Id));
        Assert.Empty(build.Machines);
    }

    [Fact]
    public async Task A_correct_workflow_is_written_and_nothing_is_said()
    {
        var build = await Build.RunAsync(WorkflowCompilation.WithActors(Workflow("await numbers.NoteAsync(\"\");")));

        Assert.Empty(build.Diagnostics);
        Assert.Single(build.Machines);
    }

    [Fact]
    public async Task A_warning_leaves_the_machine_in_place()
    {
        var build = await Build.RunAsync(WorkflowCompilation.WithActors(Workflow(Rounded)));

        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(build.Shown).Severity);
        Assert.Single(build.Machines);
    }

    [Theory]
    [InlineData(Rounded)]
    [InlineData(Mistaken)]
    public async Task A_pragma_silences_a_line(string statement)
    {
        var id = statement == Rounded ? "WF2016" : "WF2004";

        var build = await Build.RunAsync(WorkflowCompilation.WithActors(Workflow($"\n#pragma warning disable {id}\n{statement}\n#pragma warning restore {id}\n{statement}")));

        Assert.Equal([true, false], build.Diagnostics.Select(d => d.IsSuppressed));
    }

    [Theory]
    [InlineData(Rounded, "WF2016", "error", DiagnosticSeverity.Error)]
    [InlineData(Rounded, "WF2016", "suggestion", DiagnosticSeverity.Info)]
    [InlineData(Mistaken, "WF2004", "warning", DiagnosticSeverity.Warning)]
    public async Task An_editorconfig_changes_a_severity(string statement, string id, string severity, DiagnosticSeverity expected)
    {
        var build = await Build.RunAsync(WorkflowCompilation.WithActors(Workflow(statement)), $"dotnet_diagnostic.{id}.severity = {severity}");

        Assert.Equal((id, expected), Assert.Single(build.Shown.Select(d => (d.Id, d.Severity))));
    }

    [Theory]
    [InlineData(Rounded, "WF2016", 1)]
    [InlineData(Mistaken, "WF2004", 0)]
    public async Task A_severity_of_none_silences_and_a_mistake_stays_one(string statement, string id, int machines)
    {
        var build = await Build.RunAsync(WorkflowCompilation.WithActors(Workflow(statement)), $"dotnet_diagnostic.{id}.severity = none");

        Assert.Empty(build.Shown);
        Assert.Equal(machines, build.Machines.Count);
    }

    [Fact]
    public async Task SuppressMessage_silences_a_method()
    {
        var build = await Build.RunAsync(WorkflowCompilation.WithActors(
            Workflow(Rounded, "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Aot.Workflow\", \"WF2016\")]")));

        Assert.True(Assert.Single(build.Diagnostics).IsSuppressed);
    }

    [Fact]
    public async Task Two_machines_of_one_name_are_both_reported_and_not_written()
    {
        var build = await Build.RunAsync(WorkflowCompilation.WithActors("""
            [StateMachine("Same")] public sealed partial class First(Numbers numbers) { public async Task RunAsync() => await numbers.NoteAsync(""); }
            [StateMachine("Same")] public sealed partial class Second(Numbers numbers) { public async Task RunAsync() => await numbers.NoteAsync(""); }
            """));

        Assert.Equal(["WF1004", "WF1004"], build.Shown.Select(d => d.Id));
        Assert.Empty(build.Machines);
    }

    [Fact]
    public async Task A_record_is_no_workflow_class()
    {
        var build = await Build.RunAsync(WorkflowCompilation.WithActors(Workflow("await numbers.NoteAsync(\"\");").Replace("class Workflow", "record Workflow", StringComparison.Ordinal)));

        Assert.Contains("WF1001", build.Shown.Select(d => d.Id));
        Assert.Empty(build.Machines);
    }

    [Fact]
    public async Task Csharp_that_does_not_compile_is_left_to_the_compiler()
    {
        var build = await Build.RunAsync(WorkflowCompilation.WithActors(Workflow("await numbers.NoteAsync(missing);")));

        Assert.Empty(build.Diagnostics);
        Assert.Empty(build.Machines);
    }

    [Fact]
    public async Task A_mistake_in_another_file_of_the_class_is_reported_there()
    {
        var compilation = WorkflowCompilation.Of(
            ("Actors.cs", File.ReadAllText(CaseFolder.ActorFiles.Single(f => Path.GetFileName(f) == "Actors.cs"))),
            ("Workflow.cs", Workflow("await HelpAsync();")),
            ("Workflow.Help.cs", $"public sealed partial class Workflow {{ private async Task HelpAsync() {{ {Rounded} }} }}"));

        Assert.Equal("Workflow.Help.cs", Assert.Single((await Build.RunAsync(compilation)).Shown).Location.SourceTree!.FilePath);
    }

    private static string Workflow(string statements, string attribute = "") => $$"""
        [StateMachine]
        public sealed partial class Workflow(Numbers numbers)
        {
            {{attribute}}
            public async Task RunAsync()
            {
                {{statements}}
            }
        }
        """;
}
