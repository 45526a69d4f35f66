using Aot.Generators.Dispatch;
using Aot.Generators.Tests.Cases;
using Aot.Generators.Tests.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Tests.Incremental;

/// <summary>No generator writes a file again whose text is the same.</summary>
public sealed class RegenerationTests
{
    private const string Source = """
        public static class Program { public static void Main() { } }

        public class Greeter
        {
            [LambdaFunction] public Task<string> GreetAsync(string name) => Task.FromResult($"Hello {name}");
        }

        [StateMachine]
        public sealed partial class Welcome(Greeter greeter)
        {
            public async Task<string> RunAsync(string name)
            {
                var greeting = await greeter.GreetAsync(name);
                return greeting + "!";
            }
        }
        """;

    [Theory]
    [InlineData(Source)]
    [InlineData("\n\n// A comment above.\n" + Source + "\n// One below.\n")]
    public void Trivia_writes_nothing_anew(string text) => AssertNothingIsWritten(Second(text));

    [Fact]
    public void Trivia_inside_the_method_writes_nothing_anew() =>
        AssertNothingIsWritten(Second(Source.Replace("return greeting", "// Politely.\n\n        return   greeting", StringComparison.Ordinal)));

    [Fact]
    public void An_edit_in_another_file_writes_nothing_anew() =>
        AssertNothingIsWritten(Second(Source, "public static class Unrelated { public static int Twice(int n) => 2 * n; }"));

    [Fact]
    public void A_second_run_writes_nothing_anew()
    {
        var compilation = Compilation(Source);

        AssertNothingIsWritten(Build.Driver().RunGenerators(compilation).RunGenerators(compilation));
    }

    [Fact]
    public void An_edit_of_the_workflow_writes_its_file_and_no_other()
    {
        var written = Written(Second(Source.Replace("+ \"!\"", "+ \"?\"", StringComparison.Ordinal)));

        Assert.Equal([1, 0, 0], written);
    }

    [Fact]
    public void An_edit_of_a_functions_attribute_writes_its_resource()
    {
        var written = Written(Second(Source.Replace("[LambdaFunction]", "[LambdaFunction(MemorySize = 512)]", StringComparison.Ordinal)));

        Assert.Equal([0, 1, 0], written);
    }

    [Fact]
    public void What_the_steps_give_holds_nothing_of_the_compilation()
    {
        var driver = Build.Driver().RunGenerators(Compilation(Source));
        var outputs = driver.GetRunResult().Results.SelectMany(r => r.TrackedSteps)
            .Where(step => step.Key is StateMachineGenerator.MachinesStep or StateMachineGenerator.CompiledStep or FunctionResourceGenerator.FunctionsStep or DispatchGenerator.SourceStep)
            .ToArray();

        Assert.Equal(4, outputs.Length);
        Assert.All(outputs, step => Assert.All(step.Value.SelectMany(s => s.Outputs), o => Assert.Null(Reachable.Compilation(o.Value))));
    }

    private static GeneratorDriver Second(string text, string other = "public static class Unrelated;")
    {
        var first = Compilation(Source);
        var source = first.SyntaxTrees.Single(t => t.FilePath == "Source.cs");
        var unrelated = first.SyntaxTrees.Single(t => t.FilePath == "Unrelated.cs");
        var second = first
            .ReplaceSyntaxTree(source, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)source.Options, source.FilePath))
            .ReplaceSyntaxTree(unrelated, CSharpSyntaxTree.ParseText(other, (CSharpParseOptions)source.Options, unrelated.FilePath));
        return Build.Driver().RunGenerators(first).RunGenerators(second);
    }

    private static CSharpCompilation Compilation(string source) => WorkflowCompilation.Of(("Source.cs", source), ("Unrelated.cs", "public static class Unrelated;"))
        .WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    private static void AssertNothingIsWritten(GeneratorDriver driver)
    {
        Assert.Equal([0, 0, 0], Written(driver));
        Assert.All(driver.GetRunResult().Results, r => Assert.NotEmpty(r.GeneratedSources));
    }

    // Per generator, how many files were written anew.
    private static IEnumerable<int> Written(GeneratorDriver driver) => driver.GetRunResult().Results.Select(r => r.TrackedOutputSteps
        .SelectMany(step => step.Value).SelectMany(s => s.Outputs)
        .Count(o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)));
}
